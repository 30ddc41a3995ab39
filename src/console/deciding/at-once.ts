/** Lines and counts as they are once the decisions under way are saved. */
import type { Decision } from '../../domain/decision.ts';
import { isOpen, type ReviewState } from '../../domain/review-states.ts';
import type { QueueCohortView, QueueEntryView } from '../../http/contracts/review-routes.ts';
import { isUnsaved, type Taken } from './decision-book.ts';

/** Who sits before this screen. */
export type Me = { readonly userId: string | null; readonly name: string };

/** The lines, with decisions that are not saved yet as if they were. */
export function entriesAtOnce(
  entries: readonly QueueEntryView[],
  taken: readonly Taken[],
  me: Me,
): readonly QueueEntryView[] {
  const shown = new Map(taken.filter(isShownUnsaved).map((each) => [each.entry.item.id, each]));
  if (shown.size === 0) return entries;
  return entries.map((entry) => {
    const one = shown.get(entry.item.id);
    return one && isOpen(entry.item.state) ? asDecided(entry, one, me) : entry;
  });
}

/** The cohort, with those decisions counted. */
export function cohortAtOnce(view: QueueCohortView, taken: readonly Taken[]): QueueCohortView {
  const shown = taken.filter((each) => isShownUnsaved(each) && each.entry.item.cohortId === view.cohort.id);
  return shown.reduce((counted, { decision }) => withCounted(counted, stateAfter(decision)), view);
}

/** The cohort with one more of its waiting lines in this state. */
export function withCounted(view: QueueCohortView, state: ReviewState): QueueCohortView {
  const { counts } = view;
  if (state !== 'approved' && state !== 'rejected') return view;
  const pending = Math.max(counts.pending - 1, 0);
  return { ...view, counts: { ...counts, pending, [state]: counts[state] + 1 } };
}

/** The decision of a line that is not saved yet, or `null`. */
export function unsavedOf(itemId: string, taken: readonly Taken[]): Taken | null {
  return taken.find((each) => isShownUnsaved(each) && each.entry.item.id === itemId) ?? null;
}

function isShownUnsaved(each: Taken): boolean {
  return each.isShownAtOnce && isUnsaved(each);
}

function asDecided(entry: QueueEntryView, { decision, takenAt, key }: Taken, me: Me): QueueEntryView {
  const isRejected = decision.kind === 'reject';
  return {
    ...entry,
    item: { ...entry.item, state: stateAfter(decision), updatedAt: takenAt },
    decidedBy: me.name,
    decision: {
      id: key,
      brandId: entry.item.brandId,
      itemId: entry.item.id,
      kind: decision.kind,
      candidateId: isRejected ? null : entry.candidate.id,
      reason: isRejected ? decision.reason : null,
      warningsPassed: isRejected ? null : (decision.warningsPassed ?? null),
      comment: decision.comment ?? null,
      decidedBy: me.userId,
      decidedAt: takenAt,
      isFirstOfTwo: false,
    },
  };
}

function stateAfter(decision: Decision): ReviewState {
  return decision.kind === 'reject' ? 'rejected' : 'approved';
}
