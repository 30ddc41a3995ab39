/** Ending approved lines and what waits too long, by people and by time. */
import type { ApprovedLine } from '../domain/approved-line.ts';
import type { NewAuditEvent } from '../domain/audit-event.ts';
import type { RecordedDecision } from '../domain/decision.ts';
import type { Instant } from '../domain/instant.ts';
import type { ReviewItem } from '../domain/review-item.ts';
import type { CohortCounts, RequestCohort } from '../domain/variant-request.ts';

/** A line with the cohort it belongs to. */
export type LineInCohort = {
  readonly line: ApprovedLine;
  readonly cohort: RequestCohort;
  readonly counts: CohortCounts;
};

/** What ending a line writes. */
export type EndedLine = {
  readonly line: ApprovedLine;
  readonly cohort: RequestCohort;
  readonly events: readonly NewAuditEvent[];
};

/** An item whose time is over, as it is put away. */
export type ExpiredItem = {
  readonly item: ReviewItem;
  readonly decision: RecordedDecision;
  readonly events: readonly NewAuditEvent[];
};

export type LineStore = {
  /** End one line; `judge` is pure and may throw a Problem. `null` where there is no such line. */
  readonly endLine: (
    brandIds: readonly string[],
    lineId: string,
    judge: (ending: LineInCohort) => EndedLine,
  ) => Promise<EndedLine | null>;
  /** End up to `limit` live lines that were valid until `now` or before. Gives back how many. */
  readonly expireLines: (act: {
    readonly now: Instant;
    readonly limit: number;
    readonly expire: (line: ApprovedLine) => { readonly line: ApprovedLine; readonly events: readonly NewAuditEvent[] };
  }) => Promise<number>;
  /**
   * Put away up to `limit` pending items whose mail went out at `now` or before, or, where it is triggered, that wait
   * since before `triggeredBefore`. `settle` gives the cohort's state after it. Gives back how many.
   */
  readonly expireItems: (act: {
    readonly now: Instant;
    readonly triggeredBefore: Instant;
    readonly limit: number;
    readonly expire: (item: ReviewItem) => ExpiredItem;
    readonly settle: (cohort: RequestCohort, counts: CohortCounts) => RequestCohort;
  }) => Promise<number>;
  /**
   * Of each cohort of a sandbox whose external id ends so and that has no recalled line: its first live line approved at
   * `approvedBefore` or earlier.
   */
  readonly sandboxLines: (which: {
    readonly ending: string;
    readonly approvedBefore: Instant;
    readonly limit: number;
  }) => Promise<readonly { readonly brandId: string; readonly lineId: string }[]>;
};
