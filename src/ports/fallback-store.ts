/** What the Store keeps of fallback lines, and of which cohort was given which. */
import type { NewAuditEvent } from '../domain/audit-event.ts';
import type { FallbackLine } from '../domain/fallback-line.ts';
import type { Instant } from '../domain/instant.ts';
import type { PolicyRelease } from '../domain/policy.ts';
import type { Page, PageRequest } from './page.ts';

/** A fallback line as an act leaves it. */
export type WrittenFallback = { readonly line: FallbackLine; readonly events: readonly NewAuditEvent[] };

/** A fallback line that was given to a cohort; `brandId` is the cohort's. */
export type GivenFallback = {
  readonly lineId: string;
  readonly cohortId: string;
  readonly brandId: string;
  /** By which the cohort's readers are found again in other campaigns. */
  readonly cohortExternalId: string;
};

export type FallbackStore = {
  /**
   * Add a line, judged by the policy in force in the transaction that writes it. `judge` is pure and may throw a
   * Problem. `null` where the brand has no policy in force.
   */
  readonly add: (brandId: string, judge: (release: PolicyRelease) => WrittenFallback) => Promise<FallbackLine | null>;
  /** Newest first, those that were recalled too. */
  readonly list: (brandIds: readonly string[], page: PageRequest) => Promise<Page<FallbackLine>>;
  /** `null` where it is no line of these brands. `change` is pure and may throw a Problem. */
  readonly change: (
    brandIds: readonly string[],
    lineId: string,
    change: (line: FallbackLine) => WrittenFallback,
  ) => Promise<FallbackLine | null>;
  /** The lines that hold, oldest first. */
  readonly live: (brandIds: readonly string[]) => Promise<readonly FallbackLine[]>;
  /** What was given in these brands to cohorts of these names since then, oldest first. */
  readonly given: (filter: {
    readonly brandIds: readonly string[];
    readonly cohortExternalIds: readonly string[];
    readonly since: Instant;
  }) => Promise<readonly GivenFallback[]>;
  /** Note that a client got these lines; `eventFor` is asked once for each cohort, line and client. */
  readonly noteGiven: (act: {
    readonly clientId: string;
    readonly at: Instant;
    readonly given: readonly GivenFallback[];
    readonly eventFor: (given: Omit<GivenFallback, 'cohortExternalId'>) => NewAuditEvent;
  }) => Promise<void>;
};
