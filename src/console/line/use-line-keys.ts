/** The single keys of the review, by what is being done with the line in hand. */
import { type Shortcuts, useShortcuts } from '../keyboard/keyboard.tsx';
import { passChoices, rejectChoices } from '../words/reasons.ts';
import type { useRejection } from './use-rejection.ts';
import type { useReview } from './use-review.ts';

type Given = {
  readonly review: ReturnType<typeof useReview>;
  readonly rejection: ReturnType<typeof useRejection>;
  readonly canDecide: boolean;
  /** `null` where there is no other cohort. */
  readonly onNext: (() => void) | null;
  /** Shows the line in hand as inboxes show it, or puts that away. */
  readonly onPreview: () => void;
  /** Opens all that happened to the line in hand. */
  readonly onHistory: () => void;
};

/** Listens while the cohort is open. */
export function useLineKeys(given: Given): void {
  const { onNext } = given;
  useShortcuts({ ...(onNext ? { n: onNext } : {}), ...keysOf(given) });
}

function keysOf({ review, rejection, canDecide, onPreview, onHistory }: Given): Shortcuts {
  const { mode, line } = review;
  if (!line) return {};
  const begin = () => {
    rejection.begin();
    line.startRejecting();
  };
  switch (mode.kind) {
    case 'reading':
      return {
        j: () => review.step(1),
        k: () => review.step(-1),
        p: onPreview,
        h: onHistory,
        c: line.startCommenting,
        ...(canDecide ? { b: line.startSendingBack, a: line.approve, e: line.edit, r: begin, s: line.skip } : {}),
      };
    case 'editing':
    case 'commenting':
    case 'sending-back':
      return { escape: line.back };
    case 'rejecting':
      return {
        ...Object.fromEntries(rejectChoices.map(({ key, reason }) => [key, () => rejection.reject(reason)])),
        c: () => rejection.field.current?.focus(),
        // Esc in the comment leads back to the reasons first, so that a digit picks one again.
        escape: () => (rejection.isTyping() ? rejection.field.current?.blur() : line.back()),
      };
    case 'passing': {
      const { approval } = mode;
      const pass = (reason: (typeof passChoices)[number]['reason']) => () =>
        line.decide({ ...approval, warningsPassed: reason });
      return { ...Object.fromEntries(passChoices.map(({ key, reason }) => [key, pass(reason)])), escape: line.back };
    }
    default:
      return mode satisfies never;
  }
}
