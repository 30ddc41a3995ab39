/** What delivery/ asks of the Store. */
import type { NewAuditEvent } from '../domain/audit-event.ts';
import type { BriefRevision } from '../domain/brief.ts';
import type { FallbackLine } from '../domain/fallback-line.ts';
import type { Instant } from '../domain/instant.ts';
import type { CohortCounts, RequestCohort } from '../domain/variant-request.ts';
import type { LineCase } from './line-case.ts';
import type { Page, PageRequest } from './page.ts';

export type LineFilter = {
  readonly brandIds: readonly string[];
  /** External ids, as the campaign tool knows them. */
  readonly campaign?: string | undefined;
  readonly cohort?: string | undefined;
  readonly requestId?: string | undefined;
};

/** Which cohorts of requests; all of the brands where nothing narrows them. */
export type CohortFilter = {
  readonly brandIds: readonly string[];
  readonly campaign?: string | undefined;
  readonly requestId?: string | undefined;
  /** External ids; at most 2,000. */
  readonly cohorts?: readonly string[] | undefined;
};

/** The merge-tag dialect to give lines in; left out, the one they were approved in. */
export type InDialect = { readonly dialect?: string | undefined };

/** Lines that may go out now, and those that may not, with why. */
export type DeliveredPage = {
  readonly lines: readonly LineCase[];
  readonly withheld: readonly { readonly line: LineCase; readonly reason: string }[];
  readonly nextCursor: string | null;
};

/** A cohort of a request with its live lines, in the order of their places. */
export type CohortCase = {
  readonly cohort: RequestCohort;
  readonly counts: CohortCounts;
  readonly campaign: { readonly externalId: string; readonly name: string };
  /** The revision in force. */
  readonly brief: BriefRevision;
  readonly lines: readonly LineCase[];
};

/** Cohorts with the cursor from which "only what changed" goes on; it stands for the state the first page was read in. */
export type CohortPage = Page<CohortCase> & { readonly syncCursor: string };

/** A cohort with its lines that may go out, in order of rank, and those that may not, with why. */
export type CohortDelivery = CohortCase & Pick<DeliveredPage, 'withheld'>;
export type DeliveredCohorts = Page<CohortDelivery> & { readonly syncCursor: string };

/** When a cohort with nothing to send is given a fallback line: once its brief's `needBy` has passed, or at any time. */
export type FallbackUse = 'due' | 'always';

/** A cohort with the fallback line to send instead, where it needs one, and those that must not go out for it, with why. */
export type CohortWithFallback = CohortDelivery & {
  readonly fallback: FallbackLine | null;
  readonly fallbackWithheld: readonly { readonly id: string; readonly reason: string }[];
};

/** What something happened to, as it is now. `nextCursor` is always given: asked again, it goes on from there. */
export type LineChanges<Change = LineCase> = {
  readonly data: readonly Change[];
  readonly nextCursor: string;
  readonly hasMore: boolean;
};

export type DeliveryStore = {
  /** Live lines, oldest first, with what their validity hangs on; read in one transaction. */
  readonly liveLines: (filter: LineFilter, page: PageRequest) => Promise<Page<LineCase>>;
  readonly line: (brandIds: readonly string[], lineId: string) => Promise<LineCase | null>;
  /**
   * Cohorts, oldest first, read in one transaction and a handful of queries however many there are.
   * `changedSince` is a `syncCursor`: only cohorts to which something happened after it.
   */
  readonly cohorts: (
    filter: CohortFilter,
    page: PageRequest & { readonly now: Instant; readonly changedSince: string | null },
  ) => Promise<CohortPage>;
  /**
   * Lines in the order in which something last happened to them: approved, checked again, void, recalled, come due.
   * A line may come twice and is never left out. Without a cursor it begins at `updatedAfter`, or with the first line.
   */
  readonly changes: (
    filter: Pick<LineFilter, 'brandIds' | 'campaign'>,
    page: PageRequest & { readonly now: Instant; readonly updatedAfter: Instant | null },
  ) => Promise<LineChanges>;
  /** Note that a client got these lines; `eventFor` is asked only for lines it gets for the first time. */
  readonly noteDelivered: (act: {
    readonly clientId: string;
    readonly at: string;
    readonly lines: readonly { readonly brandId: string; readonly lineId: string }[];
    readonly eventFor: (line: { readonly brandId: string; readonly lineId: string }) => NewAuditEvent;
  }) => Promise<void>;
};
