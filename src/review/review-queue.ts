/** The queue: what waits for a person, and who is looking at what. */
import type { Caller } from '../domain/access.ts';
import { addMs } from '../domain/instant.ts';
import { Problem } from '../domain/problem.ts';
import { claimMs, type ReviewItem } from '../domain/review-item.ts';
import { openStates } from '../domain/review-states.ts';
import type { Moment } from '../ports/moment.ts';
import type { Page, PageRequest } from '../ports/page.ts';
import type { QueueCohort, QueueEntry, QueueFilter, ReviewStore } from '../ports/review-store.ts';

/** How many lines of a cohort one claim covers; more than a brief can ask for. */
const claimable = 500;

/** Reading the queue and claiming cohorts of it. */
export function reviewQueue({ store, moment }: { readonly store: ReviewStore; readonly moment: Moment }) {
  return {
    cohorts: (brandIds: readonly string[], page: PageRequest): Promise<Page<QueueCohort>> =>
      store.cohortsWaiting(brandIds, page),

    async cohort(brandIds: readonly string[], cohortId: string): Promise<QueueCohort> {
      const found = await store.queueCohort(brandIds, cohortId);
      if (!found) throw new Problem('not-found', `There is no cohort ${cohortId}.`);
      return found;
    },

    items: (filter: QueueFilter, page: PageRequest): Promise<Page<QueueEntry>> => store.entries(filter, page),

    async item(brandIds: readonly string[], itemId: string): Promise<QueueEntry> {
      const found = await store.entry(brandIds, itemId);
      if (!found) throw new Problem('not-found', `There is no line ${itemId} in review.`);
      return found;
    },

    /** Take or renew the claim on a cohort's waiting lines, or take it from whoever has it; gives back those now held. */
    async claim(
      caller: Caller,
      brandIds: readonly string[],
      cohortId: string,
      isTakingOver: boolean,
    ): Promise<readonly ReviewItem[]> {
      const now = moment.now();
      const claim = { userId: caller.actor.id, until: addMs(now, claimMs) };
      return store.claim(brandIds, await waitingIds(brandIds, cohortId), claim, now, isTakingOver);
    },

    /** End the caller's own claims on a cohort's lines. */
    async release(caller: Caller, brandIds: readonly string[], cohortId: string): Promise<void> {
      await store.release(brandIds, await waitingIds(brandIds, cohortId), caller.actor.id);
    },
  };

  async function waitingIds(brandIds: readonly string[], cohortId: string): Promise<string[]> {
    if (!(await store.queueCohort(brandIds, cohortId)))
      throw new Problem('not-found', `There is no cohort ${cohortId}.`);
    const page = { limit: claimable, cursor: null };
    const waiting = await Promise.all(openStates.map((state) => store.entries({ brandIds, cohortId, state }, page)));
    return waiting.flatMap(({ data }) => data.map(({ item }) => item.id));
  }
}
