/** Going through the lines of one cohort: what is done with the one in hand, and what the server said to it. */
import { useEffect, useReducer, useRef, useState } from 'react';
import type { Decision } from '../../domain/decision.ts';
import type { QueueEntryView } from '../../http/contracts/review-routes.ts';
import { type ApiError, isProblem } from '../api/api-error.ts';
import { call } from '../api/call.ts';
import { endpoints } from '../api/endpoints.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { count } from '../words/counts.ts';
import { outcomeOf } from '../words/decisions.ts';
import { type Draft, draftFrom, draftOf, dropDraft, keepDraft } from './drafts.ts';
import { type LineMode, reading, type Trouble } from './line-mode.ts';
import { useOpenLines } from './use-open-lines.ts';
import { waitsForYou } from './waits-for-you.ts';

/** The review of a cohort. `refresh` reads it again, `replace` puts one answered entry in its place. */
export function useReview(parts: {
  readonly entries: readonly QueueEntryView[];
  readonly refresh: () => Promise<void>;
  readonly replace: (entry: QueueEntryView) => void;
}) {
  const announce = useAnnounce();
  const [mode, setMode] = useState<LineMode>(reading);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const lines = useOpenLines(parts.entries, mode.kind !== 'reading' || trouble !== null);
  const { active } = lines;

  function readOn(go: () => void): void {
    setMode(reading);
    setTrouble(null);
    go();
  }

  async function decide(entry: QueueEntryView, decision: Decision): Promise<void> {
    if (isSaving) return;
    const { id, version } = entry.item;
    lines.choose(id);
    setIsSaving(true);
    setTrouble(null);
    try {
      const ruling = await call(endpoints.decide, { params: { id }, body: { version, decision } });
      dropDraft(id);
      readOn(() => lines.goTo(lines.following(id)));
      parts.replace(ruling.entry);
      const left = lines.othersThan(id);
      const outcome = ruling.entry.decision ? outcomeOf(ruling.entry.decision) : 'Saved';
      announce(`${outcome}. ${left === 0 ? 'No lines left' : `${count(left, 'line')} left`}.`);
      void parts.refresh();
    } catch (error) {
      if (!isProblem(error)) throw error;
      await explain(entry, decision, error);
    } finally {
      setIsSaving(false);
    }
  }

  async function explain(entry: QueueEntryView, decision: Decision, error: ApiError): Promise<void> {
    const { verdict } = error;
    if (decision.kind !== 'reject' && verdict !== null && error.code === 'warning-needs-reason')
      return setMode({ kind: 'passing', approval: decision, verdict });
    if (decision.kind !== 'reject' && verdict !== null) {
      if (draftOf(entry.item.id) === null) keepDraft(entry.item.id, draftFrom(entry.candidate));
      const text = decision.kind === 'approve-edited' ? decision.text : entry.candidate.text;
      setMode({ kind: 'editing', refused: { text, verdict } });
      return announce('Not approved. The policy blocks this text.');
    }
    if (!isProblem(error, 'unreachable', 'internal', 'not-ready')) await parts.refresh();
    const isFinal = isProblem(error, 'already-decided', 'not-found', 'not-allowed');
    setTrouble({ error, again: isFinal ? null : () => again.current(entry.item.id, decision) });
  }

  // Trying again names the version that is known by then, not the one that was refused.
  const again = useRef((_itemId: string, _decision: Decision) => {});
  useEffect(() => {
    again.current = (itemId, decision) => {
      const entry = parts.entries.find(({ item }) => item.id === itemId);
      if (entry) void decide(entry, decision);
    };
  });

  const shared = { open: lines.open, active, mode, trouble, isSaving, isSkipped: (id: string) => skipped.has(id) };
  const move = {
    choose: (itemId: string) => readOn(() => lines.choose(itemId)),
    step: (steps: number) => readOn(() => lines.goTo(lines.neighbour(steps))),
  };
  if (!active) return { ...shared, ...move, line: null };
  const { id } = active.item;
  const openEditor = (draft: Draft) => {
    keepDraft(id, draft);
    lines.choose(id);
    setMode({ kind: 'editing', refused: null });
  };
  return {
    ...shared,
    ...move,
    /** What can be done with the line in hand. */
    line: {
      draft: draftOf(id),
      approve(): void {
        const { verdict } = active.candidate;
        lines.choose(id);
        if (verdict.verdict === 'warn') setMode({ kind: 'passing', approval: { kind: 'approve' }, verdict });
        else void decide(active, { kind: 'approve' });
      },
      decide: (decision: Decision) => void decide(active, decision),
      edit: () => openEditor(draftOf(id) ?? draftFrom(active.candidate)),
      editInto: (text: string) => openEditor({ ...(draftOf(id) ?? draftFrom(active.candidate)), text }),
      type(draft: Draft): void {
        keepDraft(id, draft);
        drawAgain();
      },
      discard(): void {
        dropDraft(id);
        readOn(() => lines.goTo(waitsForYou(active) ? id : lines.following(id)));
      },
      startRejecting(): void {
        lines.choose(id);
        setMode({ kind: 'rejecting' });
      },
      skip(): void {
        setSkipped(new Set([...skipped, id]));
        readOn(() => lines.goTo(lines.following(id) ?? id));
        announce('Skipped. The line stays in the queue.');
      },
      back: () => readOn(() => lines.goTo(id)),
    },
  };
}
