/** Going through the lines of one cohort: what is done with the one in hand, and what the server said to it. */
import { useReducer, useState } from 'react';
import type { Decision } from '../../domain/decision.ts';
import type { QueueEntryView } from '../../http/contracts/review-routes.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { type Draft, draftFrom, draftOf, dropDraft, keepDraft } from './drafts.ts';
import { type LineMode, reading } from './line-mode.ts';
import { useDecide } from './use-decide.ts';
import { useOpenLines } from './use-open-lines.ts';
import { waitsForYou } from './waits-for-you.ts';

/** The review of a cohort; `entries` are its lines with decisions under way as if they were saved. */
export function useReview(entries: readonly QueueEntryView[]) {
  const announce = useAnnounce();
  const [mode, setMode] = useState<LineMode>(reading);
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const lines = useOpenLines(entries, mode.kind !== 'reading');
  const { active } = lines;
  const deciding = useDecide({ lines, entries, setMode, readOn });

  function readOn(go: () => void): void {
    setMode(reading);
    go();
  }

  const shared = {
    open: lines.open,
    active,
    mode,
    isSaving: deciding.isSaving,
    troubleOf: deciding.troubleOf,
    isSkipped: (id: string) => skipped.has(id),
  };
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
        else deciding.decide(active, { kind: 'approve' });
      },
      decide: (decision: Decision) => deciding.decide(active, decision),
      edit: () => openEditor(draftOf(id) ?? draftFrom(active.candidate)),
      editInto: (text: string) => openEditor({ ...(draftOf(id) ?? draftFrom(active.candidate)), text }),
      type(draft: Draft): void {
        keepDraft(id, draft);
        drawAgain();
      },
      discard(): void {
        dropDraft(id);
        deciding.settle(id);
        readOn(() => lines.goTo(waitsForYou(active) ? id : lines.following(id)));
      },
      startRejecting(): void {
        lines.choose(id);
        setMode({ kind: 'rejecting' });
      },
      startCommenting(): void {
        lines.choose(id);
        setMode({ kind: 'commenting' });
      },
      startSendingBack(): void {
        lines.choose(id);
        setMode({ kind: 'sending-back' });
      },
      sentBack: () => readOn(() => lines.goTo(lines.following(id))),
      skip(): void {
        setSkipped(new Set([...skipped, id]));
        readOn(() => lines.goTo(lines.following(id) ?? id));
        announce('Skipped. The line stays in the queue.');
      },
      back: () => readOn(() => lines.goTo(id)),
    },
  };
}
