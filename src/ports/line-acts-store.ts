/** What people do with lines besides deciding them, each one transaction. `null` where there is no such thing. */
import type { ApprovedLine } from '../domain/approved-line.ts';
import type { NewAuditEvent } from '../domain/audit-event.ts';
import type { Candidate } from '../domain/candidate.ts';
import type { RecordedDecision } from '../domain/decision.ts';
import type { LineComment } from '../domain/line-comment.ts';
import type { ReviewItem } from '../domain/review-item.ts';
import type { RequestCohort } from '../domain/variant-request.ts';
import type { NewJob } from './job-queue.ts';
import type { CohortCase, ReviewCase, Ruling } from './review-store.ts';

/** A line of one cohort approved for another, with all that is written for it. */
export type CopiedLine = {
  readonly candidate: Candidate;
  readonly item: ReviewItem;
  readonly decision: RecordedDecision;
  /** `null` where a second approval is needed first. */
  readonly line: ApprovedLine | null;
  readonly cohort: RequestCohort;
  readonly events: readonly NewAuditEvent[];
};

/** A waiting line and the one that is put in its place. */
export type RewordedLine = {
  readonly closed: ReviewItem;
  readonly decision: RecordedDecision;
  readonly candidate: Candidate;
  readonly item: ReviewItem;
  readonly events: readonly NewAuditEvent[];
};

/** A line sent back: its rejection, and the run that drafts another in its place. */
export type SentBack = {
  readonly ruling: Ruling;
  readonly wish: {
    readonly note: string;
    readonly count: number;
    readonly jobFor: (run: number) => NewJob;
    readonly eventFor: (cohort: RequestCohort) => NewAuditEvent;
  };
};

type Of = { readonly brandIds: readonly string[]; readonly itemId: string };

export type LineActsStore = {
  /** Oldest first. */
  readonly comments: (brandIds: readonly string[], cohortId: string) => Promise<readonly LineComment[] | null>;
  readonly comment: (
    which: Of,
    say: (item: ReviewItem) => { readonly comment: LineComment; readonly event: NewAuditEvent },
  ) => Promise<LineComment | null>;
  /** `judge` is pure and may throw a Problem; so below. */
  readonly sendBack: (
    which: Of & { readonly seenSince: string },
    judge: (reviewCase: ReviewCase) => SentBack,
  ) => Promise<SentBack | null>;
  readonly copy: (
    which: {
      readonly brandIds: readonly string[];
      readonly cohortId: string;
      readonly text: string;
      readonly seenSince: string;
    },
    judge: (found: CohortCase) => CopiedLine,
  ) => Promise<CopiedLine | null>;
  readonly reword: (
    which: Of & { readonly seenSince: string },
    judge: (reviewCase: ReviewCase) => RewordedLine,
  ) => Promise<RewordedLine | null>;
};
