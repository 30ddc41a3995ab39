/** What generate/ asks of the Store. Every writing act is one transaction, its audit events in it. */
import type { NewAuditEvent } from '../domain/audit-event.ts';
import type { BrandPause } from '../domain/brand-pause.ts';
import type { BriefRevision } from '../domain/brief.ts';
import type { Campaign } from '../domain/campaign.ts';
import type { Candidate, ModelReply } from '../domain/candidate.ts';
import type { RecordedDecision } from '../domain/decision.ts';
import type { Instant } from '../domain/instant.ts';
import type { ReviewItem } from '../domain/review-item.ts';
import type { RunNote } from '../domain/run-note.ts';
import type { Usage } from '../domain/usage.ts';
import type { CohortCounts, CohortState, RequestCohort, VariantRequest } from '../domain/variant-request.ts';
import type { NewJob } from './job-queue.ts';
import type { Page, PageRequest } from './page.ts';

/** A brief that was accepted. Its campaign is found by external id, or made. */
export type AcceptedRequest = {
  readonly campaign: Campaign;
  readonly brief: BriefRevision;
  readonly request: VariantRequest;
  readonly cohorts: readonly RequestCohort[];
  readonly jobs: readonly NewJob[];
  /** True where its cohorts wait to be let in; then it has no jobs. */
  readonly isHeldBack?: boolean;
  readonly events: readonly NewAuditEvent[];
  /** Pure: what to write instead where the campaign has a brief of that name; may throw a Problem. */
  readonly whereItStands: (standing: StandingBrief) => readonly NewAuditEvent[];
};

/** A brief that was accepted before, at its revision in force. */
export type StandingBrief = { readonly revision: BriefRevision; readonly requestId: string };

/** Everything a drafting run of a cohort starts from. */
export type CohortWork = {
  readonly cohort: RequestCohort;
  readonly request: VariantRequest;
  readonly campaign: Campaign;
  readonly brief: BriefRevision;
  /** Replies of the current run, with whether their candidates are kept already. */
  readonly replies: readonly { readonly reply: ModelReply; readonly isKept: boolean }[];
  /** Every candidate of the cohort, of all runs, oldest first. */
  readonly candidates: readonly Candidate[];
  readonly counts: CohortCounts;
  /** What was wished for, where the current run was asked for with a note. */
  readonly note: RunNote | null;
};

/** The candidates of one reply with what follows from them. */
export type KeptDrafts = {
  readonly replyId: string;
  readonly cohortId: string;
  /** The revision they were judged by; where another is in force nothing is saved. */
  readonly briefId: string;
  readonly candidates: readonly Candidate[];
  readonly items: readonly ReviewItem[];
  readonly events: readonly NewAuditEvent[];
};

/** Whose model calls are counted: those for a request, or those of a brand since an instant. */
export type Spender =
  | { readonly brandId: string; readonly requestId: string }
  | { readonly brandId: string; readonly since: Instant };

/** What calls counted together; `micros` of those paid in one currency. */
export type Spent = { readonly tokens: number; readonly micros: number };

/** How far a request is. */
export type RequestProgress = {
  readonly request: VariantRequest;
  readonly campaign: Campaign;
  readonly brief: BriefRevision;
  readonly cohorts: readonly {
    readonly cohort: RequestCohort;
    readonly counts: CohortCounts;
    /** Of all its runs. */
    readonly usage: Usage;
  }[];
  /** `null` where the brand is not paused. */
  readonly pause: BrandPause | null;
};

/** What a cancellation finds in its transaction. */
export type ToCancel = {
  readonly campaign: Campaign;
  /** The cohorts it is for, without those that are cancelled already. */
  readonly cohorts: readonly RequestCohort[];
  /** Their items that people have not decided. */
  readonly pending: readonly ReviewItem[];
  /** The states of the request's other cohorts. */
  readonly others: readonly CohortState[];
};

/** What a cancellation writes beside the states of cohorts and items. */
export type Cancelled = {
  /** One for each pending item. */
  readonly decisions: readonly RecordedDecision[];
  /** Keys of jobs that need not run any more. */
  readonly jobKeys: readonly string[];
  readonly events: readonly NewAuditEvent[];
};

/** What putting a cohort back in line writes. */
export type CohortRetry = {
  readonly cohortId: string;
  readonly at: string;
  readonly jobFor: (run: number) => NewJob;
  readonly events: readonly NewAuditEvent[];
};

export type GenerationStore = {
  /**
   * Where the campaign is there already its id takes the place of the given one in everything saved. Where it has a
   * brief of that external id nothing but `whereItStands` is saved, and the brief that is there comes back.
   */
  readonly acceptRequest: (accepted: AcceptedRequest) => Promise<StandingBrief | null>;
  readonly cohortWork: (cohortId: string) => Promise<CohortWork | null>;
  /** From `waiting` to `drafting`; false where the cohort is in another state (which is then left alone). */
  readonly startDrafting: (cohortId: string, run: number, at: string) => Promise<boolean>;
  /** Say what holds a drafting run up, for whoever asks how far it is. Nothing happens where the run is over. */
  readonly noteDelay: (cohortId: string, run: number, reason: string, at: string) => Promise<void>;
  /**
   * Whether a run may ask the writer now: `paused` while its brand is, `over` where the cohort is not drafted in this
   * run any more.
   */
  readonly leaveToAsk: (cohortId: string, run: number) => Promise<'granted' | 'paused' | 'over'>;
  /** Save a reply before it is parsed. A second one for the same cohort, run and round is not saved. */
  readonly keepReply: (reply: ModelReply, events: readonly NewAuditEvent[]) => Promise<void>;
  /**
   * Save a reply's candidates once; false, and nothing saved, where they are saved already or the brief they were
   * judged by is not in force any more. Where the cohort was cancelled meanwhile they are kept and none goes to review.
   */
  readonly keepDrafts: (drafts: KeptDrafts) => Promise<boolean>;
  /**
   * End a drafting run. `settle` is pure and gets the counts as they are in the transaction; `isLast` where no other
   * cohort of the request waits or is drafted.
   * Nothing happens where the run is over already.
   */
  readonly endRun: (act: {
    readonly cohortId: string;
    readonly run: number;
    readonly at: string;
    readonly settle: (
      counts: CohortCounts,
      isLast: boolean,
    ) => {
      readonly state: CohortState;
      readonly reason: string | null;
      readonly events: readonly NewAuditEvent[];
    };
  }) => Promise<void>;
  /**
   * Put failed or exhausted cohorts of a brand back to `waiting`, all or none, each with its next run and its job. Gives
   * back those that were put back; one that is neither is left alone.
   */
  readonly retryCohorts: (brandId: string, acts: readonly CohortRetry[]) => Promise<readonly RequestCohort[]>;
  /**
   * Put a cohort whose drafting is over back to `waiting` with the next run, its note and its job. `eventFor` gets the
   * cohort as it was with its new run. `null` where it is drafted, cancelled or not there.
   */
  readonly addNotedRun: (act: {
    readonly brandId: string;
    readonly cohortId: string;
    readonly note: string;
    readonly count: number;
    readonly askedBy: string;
    readonly at: string;
    readonly jobFor: (run: number) => NewJob;
    readonly eventFor: (cohort: RequestCohort) => NewAuditEvent;
  }) => Promise<RequestCohort | null>;
  /**
   * Take a request or one of its cohorts out of drafting and review. `judge` is pure and not asked where all that is
   * meant is cancelled already. `reason` is what the cohorts say. False where there is no such request or cohort.
   */
  readonly cancel: (act: {
    readonly brandIds: readonly string[];
    readonly which: { readonly requestId: string } | { readonly cohortId: string };
    readonly at: string;
    readonly reason: string;
    readonly judge: (found: ToCancel) => Cancelled;
  }) => Promise<boolean>;
  /** `currency`: in which money is counted; `null` where none is. */
  readonly spent: (of: Spender, currency: string | null) => Promise<Spent>;
  readonly requestProgress: (brandIds: readonly string[], requestId: string) => Promise<RequestProgress | null>;
  /** Newest first. */
  readonly requests: (brandIds: readonly string[], page: PageRequest) => Promise<Page<VariantRequest>>;
  readonly cohort: (brandIds: readonly string[], cohortId: string) => Promise<RequestCohort | null>;
};
