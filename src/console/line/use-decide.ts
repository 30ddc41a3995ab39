/** Taking decisions on the lines of a cohort: at once where the text is known, after its check where it was edited. */
import { createElement } from 'react';
import type { Decision } from '../../domain/decision.ts';
import type { QueueEntryView } from '../../http/contracts/review-routes.ts';
import { type ApiError, isProblem } from '../api/api-error.ts';
import { isUnsaved, type Taken } from '../deciding/decision-book.ts';
import { SaveMark } from '../deciding/save-mark.tsx';
import { useDeciding } from '../deciding/use-deciding.ts';
import { useTakeBack } from '../deciding/use-take-back.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { count } from '../words/counts.ts';
import { outcomeOf } from '../words/decisions.ts';
import { draftFrom, draftOf, dropDraft, keepDraft } from './drafts.ts';
import type { LineMode, Trouble } from './line-mode.ts';
import type { useOpenLines } from './use-open-lines.ts';

/** `readOn` ends what is being done and moves; `setMode` asks for what a refusal needs. */
export function useDecide(review: {
  readonly lines: ReturnType<typeof useOpenLines>;
  readonly entries: readonly QueueEntryView[];
  readonly setMode: (mode: LineMode) => void;
  readonly readOn: (go: () => void) => void;
}) {
  const { lines } = review;
  const { book, taken } = useDeciding();
  const { undoTaken } = useTakeBack();
  const announce = useAnnounce();

  function decide(entry: QueueEntryView, decision: Decision): void {
    if (decision.kind === 'approve-edited') void decideEdited(entry, decision);
    else decideAtOnce(entry, decision);
  }

  function decideAtOnce(entry: QueueEntryView, decision: Decision): void {
    const { id } = entry.item;
    if (taken.some((each) => each.entry.item.id === id && isUnsaved(each))) return;
    review.readOn(() => lines.goTo(lines.following(id)));
    const { key } = book.take(entry, decision, { isShownAtOnce: true });
    say(key, decision, lines.othersThan(id));
  }

  /** Nobody knows what the policy says to an edited text, so the editor stays open until it is saved. */
  async function decideEdited(entry: QueueEntryView, decision: Decision): Promise<void> {
    const { id } = entry.item;
    if (isSaving) return;
    lines.choose(id);
    const { key, answered } = book.take(entry, decision, { isShownAtOnce: false });
    const { progress } = await answered;
    if (progress.kind === 'refused') return explain(entry, decision, progress.error);
    dropDraft(id);
    review.readOn(() => lines.goTo(lines.following(id)));
    say(key, decision, lines.othersThan(id));
  }

  function say(key: string, { kind }: Decision, left: number): void {
    announce(
      `${outcomeOf({ kind, reason: null, isFirstOfTwo: false })}. ${left === 0 ? 'No lines left' : `${count(left, 'line')} left`}.`,
      {
        label: 'Undo',
        shortcut: 'z',
        onAct: () => void undoTaken(key),
        state: createElement(SaveMark, { book, decisionKey: key }),
      },
    );
  }

  function explain(entry: QueueEntryView, decision: Decision, error: ApiError): void {
    const { verdict } = error;
    if (decision.kind === 'reject' || verdict === null) return;
    settle(entry.item.id);
    if (error.code === 'warning-needs-reason') {
      review.setMode({ kind: 'passing', approval: decision, verdict });
      return;
    }
    if (draftOf(entry.item.id) === null) keepDraft(entry.item.id, draftFrom(entry.candidate));
    const text = decision.kind === 'approve-edited' ? decision.text : entry.candidate.text;
    review.setMode({ kind: 'editing', refused: { text, verdict } });
    announce('Not approved. The policy blocks this text.');
  }

  /** The refusal of a line is known and done with. */
  function settle(itemId: string): void {
    book.forget(({ entry, progress }) => entry.item.id === itemId && progress.kind === 'refused');
  }

  function again({ entry, decision }: Taken): void {
    // The version that is known by now, not the one that was refused.
    const now = review.entries.find(({ item }) => item.id === entry.item.id);
    if (now) decide(now, decision);
  }

  function wayOn(one: Taken, error: ApiError): Trouble['wayOn'] {
    const { entry, decision } = one;
    const open = () => {
      lines.choose(entry.item.id);
      explain(entry, decision, error);
    };
    if (error.verdict && decision.kind !== 'reject')
      return { label: error.code === 'warning-needs-reason' ? 'Say why it passes' : 'Edit it', act: open };
    if (isProblem(error, 'already-decided', 'not-found', 'not-allowed', 'needs-another-person')) return null;
    return { label: 'Try again', act: () => again(one) };
  }

  const isSaving = taken.some((each) => !each.isShownAtOnce && each.progress.kind === 'saving');
  return {
    decide,
    settle,
    /** Whether an edited text is being checked and saved. */
    isSaving,
    /** Why the last decision on a line was not saved, or `null`. */
    troubleOf(itemId: string): Trouble | null {
      const one = taken.find(({ entry, progress }) => entry.item.id === itemId && progress.kind === 'refused');
      if (one?.progress.kind !== 'refused') return null;
      const { error } = one.progress;
      return { error, wayOn: wayOn(one, error), isSaidElsewhere: one.isShownAtOnce };
    },
  };
}
