/** What compliance/ asks of the Store: reading only. */
import type { ApprovedLine } from '../domain/approved-line.ts';
import type { AuditEvent, ChainHead } from '../domain/audit-event.ts';
import type { Campaign } from '../domain/campaign.ts';
import type { Candidate, ModelReply } from '../domain/candidate.ts';
import type { RecordedDecision, UndoneDecision } from '../domain/decision.ts';
import type { VerdictName } from '../domain/finding.ts';
import type { LineComment } from '../domain/line-comment.ts';
import type { Override } from '../domain/override.ts';
import type { ReviewItem } from '../domain/review-item.ts';
import type { RunNote } from '../domain/run-note.ts';
import type { Usage } from '../domain/usage.ts';
import type { RequestCohort } from '../domain/variant-request.ts';
import type { Page, PageRequest } from './page.ts';

export type CandidateFilter = {
  readonly brandIds: readonly string[];
  readonly verdict?: VerdictName;
  /** Candidates with a finding of this rule. */
  readonly rule?: string;
  readonly requestId?: string;
  readonly cohortId?: string;
  readonly writer?: 'model' | 'embedded-writer' | 'person';
};

/** A candidate with all that happened to it. */
export type CandidateHistory = {
  readonly candidate: Candidate;
  readonly cohort: RequestCohort;
  readonly campaign: Campaign;
  /** `null` where a person wrote it. */
  readonly reply: ModelReply | null;
  /** Its share of what the call for its reply used; `null` where a person wrote it. */
  readonly usage: Usage | null;
  /** What was wished for, where its run was asked for with a note. */
  readonly note: RunNote | null;
  /** `null` where it never went to review. */
  readonly item: ReviewItem | null;
  /** The newest that stands. */
  readonly decision: RecordedDecision | null;
  /** Approvals that needed another after them and stand, oldest first. */
  readonly firstApprovals: readonly RecordedDecision[];
  /** What was asked and answered about lifting its block, oldest first. */
  readonly overrides: readonly Override[];
  /** Decisions that were taken back, oldest first. */
  readonly undone: readonly UndoneDecision[];
  /** Ids of the decisions, undone ones among them, that sent it back: another line was drafted with their words. */
  readonly sentBack: readonly string[];
  /** What people said of it without deciding it, oldest first. */
  readonly comments: readonly LineComment[];
  readonly line: ApprovedLine | null;
};

/** Which events of which brands. */
export type EventFilter = { readonly brandIds: readonly string[]; readonly upTo?: number | undefined };

/** An event as stored, unread: its canonical bytes without the hash, and the hash. */
export type StoredEvent = { readonly id: string; readonly body: string; readonly hash: string };

export type EvidenceStore = {
  /** Newest first. */
  readonly candidates: (filter: CandidateFilter, page: PageRequest) => Promise<Page<Candidate>>;
  readonly candidateHistory: (brandIds: readonly string[], candidateId: string) => Promise<CandidateHistory | null>;
  /** Every chain with where its head is recorded to be. */
  readonly chains: () => Promise<readonly { readonly chain: string; readonly head: ChainHead }[]>;
  /** In order, after a sequence number; bodies exactly as stored. */
  readonly events: (chain: string, afterSequence: number, limit: number) => Promise<readonly StoredEvent[]>;
  /** Events of brands, newest first; with `upTo` none of a higher number. */
  readonly eventPage: (filter: EventFilter, page: PageRequest) => Promise<Page<AuditEvent>>;
};
