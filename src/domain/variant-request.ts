/** An accepted brief and how far its cohorts are. */
import * as z from 'zod';
import { BrandId } from './ids.ts';
import { Instant } from './instant.ts';

/**
 * `waiting` for its turn, `drafting`, `in-review` (people have lines to decide), `ready` (it has the lines it needs),
 * `exhausted` (nothing left to decide and still too few), `failed` with its reason, `cancelled` (not wanted any
 * more: nothing is drafted or decided; what was approved stays approved).
 */
export const CohortState = z.enum(['waiting', 'drafting', 'in-review', 'ready', 'exhausted', 'failed', 'cancelled']);
export type CohortState = z.infer<typeof CohortState>;

/** One cohort of a request as the database holds it. */
export const RequestCohort = z.strictObject({
  id: z.string(),
  brandId: BrandId,
  requestId: z.string(),
  /** The cohort's name in the brief. */
  externalId: z.string(),
  state: CohortState,
  /** Why it failed or is exhausted, or what holds its drafting up, in a sentence or two. */
  reason: z.string().nullable(),
  needed: z.int().positive(),
  /** Which drafting run is under way or was the last: 1 at first, one more for each retry. */
  run: z.int().positive(),
  updatedAt: Instant,
});
export type RequestCohort = z.infer<typeof RequestCohort>;

/** How many lines of a cohort stand where. */
export const CohortCounts = z.strictObject({
  candidates: z.int().nonnegative(),
  blocked: z.int().nonnegative(),
  duplicates: z.int().nonnegative(),
  /** Lines that wait for somebody. */
  pending: z.int().nonnegative(),
  /** Those of the pending ones that have one approval and wait for a second. */
  approvedOnce: z.int().nonnegative(),
  approved: z.int().nonnegative(),
  rejected: z.int().nonnegative(),
});
export type CohortCounts = z.infer<typeof CohortCounts>;

export const VariantRequest = z.strictObject({
  id: z.string(),
  brandId: BrandId,
  campaignId: z.string(),
  briefId: z.string(),
  createdAt: Instant,
});
export type VariantRequest = z.infer<typeof VariantRequest>;

/** The state of a request as a whole, read off its cohorts. */
export const RequestState = z.enum(['waiting', 'drafting', 'in-review', 'ready', 'incomplete', 'cancelled']);
export type RequestState = z.infer<typeof RequestState>;

/** Whether a cohort's drafting is still to come or going on. */
export function isUnderWay(state: CohortState): boolean {
  return state === 'waiting' || state === 'drafting';
}

/**
 * `incomplete`: nothing is under way or in review, and at least one cohort failed or is exhausted. Cancelled cohorts
 * count only where all are.
 */
export function requestState(all: readonly CohortState[]): RequestState {
  const cohorts = all.filter((state) => state !== 'cancelled');
  if (cohorts.length === 0) return 'cancelled';
  if (cohorts.every((state) => state === 'waiting')) return 'waiting';
  if (cohorts.some(isUnderWay)) return 'drafting';
  if (cohorts.some((state) => state === 'in-review')) return 'in-review';
  return cohorts.every((state) => state === 'ready') ? 'ready' : 'incomplete';
}

/** Whether nothing is under way in a request, neither drafting nor review. */
export function isSettled(state: RequestState): boolean {
  return state === 'ready' || state === 'incomplete';
}

/** The state of a cohort whose drafting is over, from what was decided: enough lines, some to decide, or neither. */
export function settledState(needed: number, counts: Pick<CohortCounts, 'approved' | 'pending'>): CohortState {
  if (counts.approved >= needed) return 'ready';
  return counts.pending > 0 ? 'in-review' : 'exhausted';
}

/** A cohort that lost approved lines, with the counts that are left. `why` begins the reason where it has too few now. */
export function withFewerLines(
  cohort: RequestCohort,
  counts: Pick<CohortCounts, 'approved' | 'pending'>,
  { why, at }: { readonly why: string; readonly at: Instant },
): RequestCohort {
  const isSettled = cohort.state === 'ready' || cohort.state === 'in-review' || cohort.state === 'exhausted';
  if (!isSettled) return { ...cohort, updatedAt: at };
  const state = settledState(cohort.needed, counts);
  const lacks = `${why}, and ${counts.approved} of the ${cohort.needed} it needs are approved. Draft it again for more.`;
  return { ...cohort, state, reason: state === 'exhausted' ? lacks : cohort.reason, updatedAt: at };
}
