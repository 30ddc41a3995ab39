/** At the pace of review: what would lie ahead of people for longer than the brand's horizon waits until it does not. */
import { ReviewSettings } from '../domain/brand.ts';
import { addMs, type Instant } from '../domain/instant.ts';
import { Problem } from '../domain/problem.ts';
import {
  type BrandPace,
  capacityOf,
  decidedBy,
  lettingIn,
  type Outlook,
  paceOf,
  paceWindowMs,
  type ReviewLoad,
} from '../domain/review-pace.ts';
import { isUnderWay, type RequestCohort } from '../domain/variant-request.ts';
import type { BrandStore } from '../ports/brand-store.ts';
import type { JobQueue } from '../ports/job-queue.ts';
import type { Moment } from '../ports/moment.ts';
import type { PaceStore } from '../ports/pace-store.ts';
import { draftJob } from './draft-job.ts';

/** Measures brands, lets held cohorts in, and says when a request can be decided. */
export function holdingBack(parts: {
  readonly store: PaceStore;
  readonly brands: Pick<BrandStore, 'brand'>;
  readonly queue: Pick<JobQueue<'draft-cohort'>, 'wake'>;
  readonly moment: Moment;
}) {
  const { store, brands, queue, moment } = parts;

  async function of(brandId: string): Promise<BrandPace> {
    const now = moment.now();
    const inForce = await brands.brand(brandId);
    if (!inForce) throw new Problem('not-found', `There is no brand ${JSON.stringify(brandId)} here.`);
    const { horizonDays, hoursPerDay } = inForce.brand.profile.review ?? ReviewSettings.parse({});
    const pace = paceOf(await store.decisionsSince(brandId, addMs(now, -paceWindowMs)));
    const load = await store.load(brandId);
    const lines = load.heldBack.reduce((sum, { expected }) => sum + expected, load.pending + load.expected);
    const clearAt = decidedBy(now, lines, pace, { horizonDays, hoursPerDay });
    return { brandId, ...pace, horizonDays, hoursPerDay, load, clearAt };
  }

  async function letIn(brandId: string): Promise<void> {
    const pace = await of(brandId);
    if (pace.load.heldBack.length === 0) return;
    const capacity = capacityOf(pace, pace);
    const jobFor = (cohort: RequestCohort) => draftJob(moment, cohort);
    const count = (load: ReviewLoad) => lettingIn(load, capacity);
    if ((await store.letIn({ brandId, count, jobFor })) > 0) queue.wake();
  }

  return {
    letIn,
    /** Throws `not-found` for a brand the caller may not see. */
    read: async (brandIds: readonly string[], brandId: string): Promise<BrandPace> => {
      if (!brandIds.includes(brandId))
        throw new Problem('not-found', `There is no brand ${JSON.stringify(brandId)} here.`);
      return of(brandId);
    },
    /** Let in what the queue has room for, of every brand that holds something back. */
    chore: async (signal: AbortSignal): Promise<void> => {
      for (const brandId of await store.brandsHoldingBack()) {
        if (signal.aborted) return;
        await letIn(brandId);
      }
    },
    outlook: async (
      { brandId, needBy }: { readonly brandId: string; readonly needBy?: Instant | undefined },
      cohorts: readonly { readonly cohort: RequestCohort; readonly counts: { readonly pending: number } }[],
    ): Promise<Outlook> => {
      const now = moment.now();
      const pace = await of(brandId);
      const before = new Map<string, number>();
      let ahead = pace.load.pending + pace.load.expected;
      for (const { cohortId, expected } of pace.load.heldBack) {
        ahead += expected;
        before.set(cohortId, ahead);
      }
      return {
        pace,
        cohorts: cohorts.map(({ cohort, counts }) => {
          const held = before.get(cohort.id);
          const isOpen = isUnderWay(cohort.state) || counts.pending > 0;
          const lines = held ?? pace.load.pending + pace.load.expected;
          const reviewableAt = isOpen ? decidedBy(now, lines, pace, pace) : null;
          const isLate = reviewableAt !== null && needBy !== undefined && reviewableAt > needBy;
          return { cohort: cohort.externalId, reviewableAt, isHeldBack: held !== undefined, isLate };
        }),
      };
    },
  };
}
