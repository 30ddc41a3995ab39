/** What review/ asks of the Store. */
import type { ApprovedLine } from '../domain/approved-line.ts';
import type { NewAuditEvent } from '../domain/audit-event.ts';
import type { Brand } from '../domain/brand.ts';
import type { BriefRevision } from '../domain/brief.ts';
import type { Campaign } from '../domain/campaign.ts';
import type { Candidate } from '../domain/candidate.ts';
import type { RecordedDecision, UndoneDecision } from '../domain/decision.ts';
import type { SeenLine } from '../domain/finding.ts';
import type { Instant } from '../domain/instant.ts';
import type { Override } from '../domain/override.ts';
import type { PolicyRelease } from '../domain/policy.ts';
import type { Claim, ReviewItem } from '../domain/review-item.ts';
import type { ReviewState } from '../domain/review-states.ts';
import type { RunNote } from '../domain/run-note.ts';
import type { Usage } from '../domain/usage.ts';
import type { CohortCounts, RequestCohort } from '../domain/variant-request.ts';
import type { Page, PageRequest } from './page.ts';

/** Where a line came from. Both are `null` where a person wrote it. */
export type LineOrigin = {
  /** Its share of what the call for its reply used. */
  readonly usage: Usage | null;
  /** What was wished for, where its run was asked for with a note. */
  readonly note: RunNote | null;
};

/** An item with its line, and the newest decision that stands once there is one. */
export type QueueEntry = {
  readonly item: ReviewItem;
  /** The text that waits or was decided: the edited one after a first approval that edited it. */
  readonly candidate: Candidate;
  readonly decision: RecordedDecision | null;
  /** The one that was granted for this text, where it is blocked and somebody lifted that. */
  readonly override: Override | null;
  /** What the decision approved, as it stands now. */
  readonly line: ApprovedLine | null;
  /** Until when the decision can be undone; in the past once it stands for good. `null` where there is nothing to undo. */
  readonly undoUntil: Instant | null;
  readonly origin: LineOrigin;
};

/** A cohort with lines to decide, and what a reviewer must know of it. */
export type QueueCohort = {
  readonly cohort: RequestCohort;
  readonly campaign: Campaign;
  readonly brief: BriefRevision;
  readonly counts: CohortCounts;
  /** Its pending lines that carry findings which warn. */
  readonly warnings: number;
  /** Who claimed its pending lines; `until` may be over. */
  readonly holders: readonly Holder[];
};

/** Somebody who looks at lines of a cohort, since when, until when at the latest, and how many they hold. */
export type Holder = Claim & { readonly lines: number };

/** Everything a decision rests on, read in the transaction that takes it. */
export type ReviewCase = {
  readonly item: ReviewItem;
  readonly candidate: Candidate;
  /** The newest decision that stands, where there is one already. */
  readonly decision: RecordedDecision | null;
  /** The override that was granted for this text. */
  readonly override: Override | null;
  readonly cohort: RequestCohort;
  readonly counts: CohortCounts;
  readonly brand: Brand;
  readonly campaign: Campaign;
  /** The newest revision of the brief. */
  readonly brief: BriefRevision;
  /** The published policy. */
  readonly release: PolicyRelease;
  readonly seen: readonly SeenLine[];
};

/** Everything a line that a person writes for a cohort is judged by, read in the transaction that keeps it. */
export type CohortCase = Omit<ReviewCase, 'item' | 'candidate' | 'decision' | 'override'> & {
  /** The cohort's first candidate with the same text. */
  readonly sameText: string | null;
};

/** A line a person wrote, with what follows from it. `item` is `null` where it does not go to review. */
export type WrittenLine = {
  readonly candidate: Candidate;
  readonly item: ReviewItem | null;
  readonly cohort: RequestCohort;
  readonly events: readonly NewAuditEvent[];
};

/** What a decision writes, all of it or nothing. */
export type Ruling = {
  readonly item: ReviewItem;
  readonly decision: RecordedDecision;
  /** The line's new text, where it was edited. */
  readonly edited: Candidate | null;
  readonly line: ApprovedLine | null;
  readonly cohort: RequestCohort;
  readonly events: readonly NewAuditEvent[];
};

/** Everything an undo rests on, read in the transaction that writes it. */
export type UndoCase = Pick<ReviewCase, 'item' | 'decision' | 'cohort' | 'counts' | 'brand'> & {
  /** The decision that stood before it: the first of two approvals, or one of an earlier text. */
  readonly earlier: RecordedDecision | null;
  /** The line the decision made, where it approved one. */
  readonly line: ApprovedLine | null;
  /** Whether anything of the line is outside, or may be. */
  readonly isDelivered: boolean;
};

/** What an undo writes, all of it or nothing. */
export type Undone = {
  readonly item: ReviewItem;
  readonly decision: UndoneDecision;
  readonly line: ApprovedLine | null;
  readonly cohort: RequestCohort;
  readonly events: readonly NewAuditEvent[];
};

export type QueueFilter = {
  readonly brandIds: readonly string[];
  readonly state?: ReviewState;
  readonly requestId?: string;
  readonly cohortId?: string;
};

export type ReviewStore = {
  /** Oldest first. */
  readonly entries: (filter: QueueFilter, page: PageRequest) => Promise<Page<QueueEntry>>;
  readonly entry: (brandIds: readonly string[], itemId: string) => Promise<QueueEntry | null>;
  /** What a decision on an item would rest on now, for looking ahead; `seenSince` bounds the seen lines. */
  readonly reviewCase: (brandIds: readonly string[], itemId: string, seenSince: string) => Promise<ReviewCase | null>;
  /** Cohorts with items that wait for somebody: apologies, near dates, warnings and large cohorts first. */
  readonly cohortsWaiting: (brandIds: readonly string[], page: PageRequest) => Promise<Page<QueueCohort>>;
  readonly queueCohort: (brandIds: readonly string[], cohortId: string) => Promise<QueueCohort | null>;
  /**
   * Take or renew a claim on items that wait, unless another's claim still holds. Items that wait for nobody, or after
   * one's own approval for somebody else's, are left alone; those held by another too, or in `isTakingOver` they are
   * taken from them. Gives back the items now held. A claim does not change the version.
   */
  readonly claim: (
    brandIds: readonly string[],
    itemIds: readonly string[],
    claim: Omit<Claim, 'since'>,
    now: string,
    isTakingOver?: boolean,
  ) => Promise<readonly ReviewItem[]>;
  readonly release: (brandIds: readonly string[], itemIds: readonly string[], userId: string) => Promise<void>;
  /**
   * Decide one item: read the case, let the pure `judge` rule (it may throw a Problem), write the ruling; one
   * transaction, the item locked. `seenSince` bounds the seen lines. `null` where there is no such item.
   */
  readonly decide: (
    brandIds: readonly string[],
    itemId: string,
    seenSince: string,
    judge: (reviewCase: ReviewCase) => Ruling,
  ) => Promise<Ruling | null>;
  /** Undo the decision on one item; `judge` is pure and may throw a Problem. `null` where there is no such item. */
  readonly undo: (
    brandIds: readonly string[],
    itemId: string,
    judge: (found: UndoCase) => Undone,
  ) => Promise<Undone | null>;
  /**
   * Keep a line a person wrote: read the case, let the pure `judge` make the candidate (it may throw a Problem), write
   * it; one transaction. `null` where there is no such cohort.
   */
  readonly writeLine: (which: {
    readonly brandIds: readonly string[];
    readonly cohortId: string;
    readonly text: string;
    readonly seenSince: string;
    readonly judge: (found: CohortCase) => WrittenLine;
  }) => Promise<WrittenLine | null>;
  /** Put every waiting item of a cohort away; one transaction. `null` where there is no such cohort. */
  readonly closeCohort: (
    brandIds: readonly string[],
    cohortId: string,
    judge: (cohort: RequestCohort, counts: CohortCounts, pending: readonly ReviewItem[]) => ClosedCohort,
  ) => Promise<ClosedCohort | null>;
};

/** What closing a cohort writes. */
export type ClosedCohort = {
  readonly cohort: RequestCohort;
  readonly items: readonly ReviewItem[];
  readonly decisions: readonly RecordedDecision[];
  readonly events: readonly NewAuditEvent[];
};
