/** The library of approved lines, as the people of a brand look them up. */
import type { Acknowledgement } from '../domain/acknowledgement.ts';
import type { LineStanding } from '../domain/approved-line.ts';
import type { Instant } from '../domain/instant.ts';
import type { LineReach } from '../domain/line-reach.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { RequestCohort } from '../domain/variant-request.ts';
import type { LineCase } from './line-case.ts';
import type { Page, PageRequest } from './page.ts';

/** Which lines; all that are approved where nothing narrows them, and those whose approval was undone only by name. */
export type LibraryFilter = {
  readonly brandIds: readonly string[];
  /** A piece of the text or preheader, in any case. */
  readonly text?: string | undefined;
  /** External ids. */
  readonly campaign?: string | undefined;
  readonly cohort?: string | undefined;
  readonly standing?: LineStanding | undefined;
  readonly writer?: string | undefined;
  readonly approvedBy?: string | undefined;
  readonly approvedFrom?: Instant | undefined;
  /** Approved before this instant. */
  readonly approvedBefore?: Instant | undefined;
};

/** A line with how far it got. */
export type LibraryEntry = { readonly line: LineCase; readonly reach: LineReach };

/** One line with all there is to say of it. */
export type LibraryRecord = LibraryEntry & {
  readonly cohort: RequestCohort;
  /** Lines of its cohort that count as approved, it among them where it does. */
  readonly approved: number;
  /** When the policy it is bound to was published; `null` where that release is not known. */
  readonly policyPublishedAt: Instant | null;
  /** By when they fetched it; the name is `null` where the tool was removed. */
  readonly deliveries: readonly {
    readonly clientId: string;
    readonly client: string | null;
    readonly deliveredAt: Instant;
  }[];
  /** Newest first, at most 100; so for outcomes. */
  readonly acknowledgements: readonly Acknowledgement[];
  readonly outcomes: readonly Outcome[];
};

/** What there is to narrow the library by. */
export type LibraryChoices = {
  readonly campaigns: readonly { readonly brandId: string; readonly externalId: string; readonly name: string }[];
  /** External ids of cohorts. */
  readonly cohorts: readonly string[];
  /** Ids of those who approved. */
  readonly approvers: readonly string[];
};

export type LibraryStore = {
  /** Newest first. */
  readonly entries: (
    filter: LibraryFilter,
    page: PageRequest & { readonly now: Instant },
  ) => Promise<Page<LibraryEntry>>;
  readonly record: (brandIds: readonly string[], lineId: string) => Promise<LibraryRecord | null>;
  /** At most 500 of each, in order; cohorts of one campaign where it is given. */
  readonly choices: (brandIds: readonly string[], campaign?: string) => Promise<LibraryChoices>;
};
