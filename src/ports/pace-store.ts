/** What waits for a brand's people and how fast they decide. */
import type { Instant } from '../domain/instant.ts';
import type { ReviewLoad } from '../domain/review-pace.ts';
import type { RequestCohort } from '../domain/variant-request.ts';
import type { NewJob } from './job-queue.ts';

export type PaceStore = {
  /** When people of a brand decided lines, the newest 5,000 at most. */
  readonly decisionsSince: (brandId: string, since: Instant) => Promise<readonly Instant[]>;
  readonly load: (brandId: string) => Promise<ReviewLoad>;
  /** Brands with cohorts held back. */
  readonly brandsHoldingBack: () => Promise<readonly string[]>;
  /**
   * Let cohorts in, in their order: as many as `count` says of what waits in that transaction, each with its job.
   * Gives back how many.
   */
  readonly letIn: (act: {
    readonly brandId: string;
    readonly count: (load: ReviewLoad) => number;
    readonly jobFor: (cohort: RequestCohort) => NewJob;
  }) => Promise<number>;
};
