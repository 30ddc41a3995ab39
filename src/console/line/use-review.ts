/** Going through the lines of one cohort: which is in hand, what is done with it, and what the server said. */
import { useEffect, useReducer, useRef, useState } from 'react';
import type { Decision } from '../../domain/decision.ts';
import type { QueueEntryView } from '../../http/contracts/review-routes.ts';
import { type ApiError, isProblem } from '../api/api-error.ts';
import { call } from '../api/call.ts';
import { endpoints } from '../api/endpoints.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { count } from '../words/counts.ts';
import { outcomeOf } from '../words/decisions.ts';
import { type Draft, draftOf, dropDraft, keepDraft } from './drafts.ts';
import { type Approval, type LineMode, reading, type Trouble } from './line-mode.ts';

/** Where focus goes once no line waits any more. */
export const cohortEndId = 'cohort-end';

/** The review of a cohort. `refresh` reads it again, `replace` puts one answered entry in its place. */
export function useReview(parts: {
  readonly entries: readonly QueueEntryView[];
  readonly refresh: () => Promise<void>;
  readonly replace: (entry: QueueEntryView) => void;
}) {
  const announce = useAnnounce();
  const [chosen, setChosen] = useState<string | null>(null);
  const [mode, setMode] = useState<LineMode>(reading);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const { focusSoon } = useFocusAfterwards();

  // A line that was decided elsewhere stays in view while somebody works on it: their text must not vanish.
  const isInHand = (entry: QueueEntryView) => entry.item.id === chosen && (mode.kind !== 'reading' || trouble !== null);
  const open = parts.entries.filter((entry) => entry.item.state === 'pending' || isInHand(entry));
  const active = open.find(({ item }) => item.id === chosen) ?? open[0] ?? null;

  function choose(itemId: string | null): void {
    setChosen(itemId);
    setMode(reading);
    setTrouble(null);
  }

  function chooseAndFocus(itemId: string | null): void {
    choose(itemId);
    focusSoon(itemId === null ? cohortEndId : `line-${itemId}`);
  }

  function neighbour(steps: number): string | null {
    const index = open.findIndex(({ item }) => item.id === active?.item.id);
    return open[Math.min(Math.max(index + steps, 0), open.length - 1)]?.item.id ?? null;
  }

  /** The line after this one among those that still wait; the first one after the last. */
  function following(itemId: string): string | null {
    const index = open.findIndex(({ item }) => item.id === itemId);
    const rest = [...open.slice(index + 1), ...open.slice(0, index)];
    return rest.find(({ item }) => item.state === 'pending')?.item.id ?? null;
  }

  async function decide(entry: QueueEntryView, decision: Decision): Promise<void> {
    if (isSaving) return;
    const { id } = entry.item;
    setChosen(id);
    setIsSaving(true);
    setTrouble(null);
    try {
      const ruling = await call(endpoints.decide, {
        params: { id },
        body: { version: entry.item.version, decision },
      });
      dropDraft(id);
      const left = open.filter(({ item }) => item.state === 'pending' && item.id !== id).length;
      chooseAndFocus(following(id));
      parts.replace(ruling.entry);
      const outcome = ruling.entry.decision ? outcomeOf(ruling.entry.decision) : 'Saved';
      announce(`${outcome}. ${left === 0 ? 'No lines left' : `${count(left, 'line')} left`}.`);
      void parts.refresh();
    } catch (error) {
      await explain(entry, decision, error);
    } finally {
      setIsSaving(false);
    }
  }

  async function explain(entry: QueueEntryView, decision: Decision, error: unknown): Promise<void> {
    if (!isProblem(error)) throw error;
    if (decision.kind !== 'reject' && error.verdict !== null) return explainVerdict(entry, decision, error);
    const wasLost = isProblem(error, 'already-decided', 'version-changed', 'claimed-by-another', 'not-found');
    if (wasLost || isProblem(error, 'not-signed-in')) await parts.refresh();
    const canTryAgain = !isProblem(error, 'already-decided', 'not-found', 'not-allowed');
    setTrouble({ error, again: canTryAgain ? () => retry(entry.item.id, decision) : null });
  }

  function explainVerdict(entry: QueueEntryView, decision: Approval, error: ApiError): void {
    const { verdict } = error;
    if (verdict === null) return;
    if (error.code === 'warning-needs-reason') {
      setMode({ kind: 'passing', approval: decision, verdict });
      focusSoon(`line-${entry.item.id}`);
      return;
    }
    const text = decision.kind === 'approve-edited' ? decision.text : entry.candidate.text;
    if (draftOf(entry.item.id) === null) keepDraft(entry.item.id, draftFrom(entry));
    setMode({ kind: 'editing', refused: { text, verdict } });
    announce(`Not approved. The policy blocks this text.`);
  }

  // Whoever opened the cohort goes on at its first line; focus must not fall back to the top of the page.
  const first = useRef(active?.item.id);
  useEffect(() => {
    const id = first.current === undefined ? cohortEndId : `line-${first.current}`;
    document.getElementById(id)?.focus({ preventScroll: true });
  }, []);

  // The entry may have been read again meanwhile; trying again must name the version that is known now.
  const latest = useRef(parts.entries);
  useEffect(() => {
    latest.current = parts.entries;
  });
  const latestDecide = useRef(decide);
  useEffect(() => {
    latestDecide.current = decide;
  });
  function retry(itemId: string, decision: Decision): void {
    const entry = latest.current.find(({ item }) => item.id === itemId);
    if (entry) void latestDecide.current(entry, decision);
  }

  return {
    open,
    active,
    mode,
    trouble,
    isSaving,
    isSkipped: (itemId: string) => skipped.has(itemId),
    draft: active && draftOf(active.item.id),
    choose,
    goTo: (steps: number) => chooseAndFocus(neighbour(steps)),
    goOn(): void {
      if (!active) return;
      dropDraft(active.item.id);
      chooseAndFocus(following(active.item.id));
    },
    skip(): void {
      if (!active) return;
      setSkipped(new Set([...skipped, active.item.id]));
      chooseAndFocus(following(active.item.id) ?? active.item.id);
      announce('Skipped. The line stays in the queue.');
    },
    back(): void {
      setMode(reading);
      setTrouble(null);
      if (active) focusSoon(`line-${active.item.id}`);
    },
    edit(text?: string): void {
      if (!active) return;
      const draft = draftOf(active.item.id) ?? draftFrom(active);
      keepDraft(active.item.id, text === undefined ? draft : { ...draft, text });
      setChosen(active.item.id);
      setMode({ kind: 'editing', refused: null });
    },
    type(draft: Draft): void {
      if (!active) return;
      keepDraft(active.item.id, draft);
      drawAgain();
    },
    discard(): void {
      if (!active) return;
      dropDraft(active.item.id);
      if (active.item.state === 'pending') chooseAndFocus(active.item.id);
      else chooseAndFocus(following(active.item.id));
    },
    startRejecting(): void {
      if (!active) return;
      setChosen(active.item.id);
      setMode({ kind: 'rejecting' });
    },
    approve(): void {
      if (!active) return;
      const { verdict } = active.candidate;
      setChosen(active.item.id);
      if (verdict.verdict === 'warn') setMode({ kind: 'passing', approval: { kind: 'approve' }, verdict });
      else void decide(active, { kind: 'approve' });
    },
    decide: (decision: Decision) => active && void decide(active, decision),
  };
}

function draftFrom({ candidate }: QueueEntryView): Draft {
  return { text: candidate.text, preheader: candidate.preheader };
}

/** Moves focus once what was asked for is drawn. */
function useFocusAfterwards() {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    const element = wanted.current === null ? null : document.getElementById(wanted.current);
    if (!element) return;
    wanted.current = null;
    element.focus();
  });
  return {
    focusSoon: (id: string) => {
      wanted.current = id;
    },
  };
}
