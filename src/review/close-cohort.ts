/** Putting the rest of a cohort away once it has its lines. "Not needed" is no fault of a line. */
import type { Caller } from '../domain/access.ts';
import type { RecordedDecision } from '../domain/decision.ts';
import { Problem } from '../domain/problem.ts';
import { decided, type ReviewItem } from '../domain/review-item.ts';
import { isUnderWay, type RequestCohort } from '../domain/variant-request.ts';
import type { Moment } from '../ports/moment.ts';
import type { ReviewStore } from '../ports/review-store.ts';

/** Closes a cohort. Throws `not-found`, `cohort-busy` while it is drafted, `lines-still-needed` before it is ready. */
export function closingCohorts({ store, moment }: { readonly store: ReviewStore; readonly moment: Moment }) {
  return async (
    caller: Caller,
    brandIds: readonly string[],
    cohortId: string,
  ): Promise<{ cohort: RequestCohort; closed: number }> => {
    const now = moment.now();
    const closed = await store.closeCohort(brandIds, cohortId, (cohort, counts, pending) => {
      if (isUnderWay(cohort.state))
        throw new Problem('cohort-busy', 'The cohort is still being drafted. Close it when its lines are there.');
      if (counts.approved < cohort.needed)
        throw new Problem(
          'lines-still-needed',
          `The cohort has ${counts.approved} of the ${cohort.needed} lines it needs. Approve more before you close it.`,
        );
      const items = pending.map((item) => putAway(item));
      const event = {
        id: moment.newId('event'),
        chain: cohort.brandId,
        at: now,
        actor: caller.actor,
        action: 'cohort.closed',
        subject: cohort.id,
        details: { items: items.map(({ id }) => id) },
      } as const;
      const state = cohort.state === 'cancelled' ? 'cancelled' : 'ready';
      const closedCohort = { ...cohort, state, reason: null, updatedAt: now } as const;
      return { cohort: closedCohort, items, decisions: items.map(notNeeded), events: [event] };
    });
    if (!closed) throw new Problem('not-found', `There is no cohort ${cohortId}.`);
    return { cohort: closed.cohort, closed: closed.items.length };

    function putAway(item: ReviewItem): ReviewItem {
      const by = { userId: caller.actor.id, version: item.version, now };
      const state = decided({ ...item, claim: null }, 'close', by);
      return { ...item, state, version: item.version + 1, claim: null, updatedAt: now };
    }

    function notNeeded(item: ReviewItem): RecordedDecision {
      return {
        id: moment.newId('decision'),
        brandId: item.brandId,
        itemId: item.id,
        kind: 'not-needed',
        candidateId: null,
        isFirstOfTwo: false,
        reason: 'not-needed',
        warningsPassed: null,
        comment: null,
        decidedBy: caller.actor.id,
        decidedAt: now,
      };
    }
  };
}
