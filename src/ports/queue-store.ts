/** What the review queue as a whole asks of the Store: its lists, its counts, and what its readers got before. */
import type { BriefRevision } from '../domain/brief.ts';
import type { Campaign } from '../domain/campaign.ts';
import type { Candidate } from '../domain/candidate.ts';
import type { RecordedDecision } from '../domain/decision.ts';
import type { SeenLine } from '../domain/finding.ts';
import type { Override } from '../domain/override.ts';
import type { QueueTab } from '../domain/queue-tab.ts';
import type { ReviewItem } from '../domain/review-item.ts';
import type { RequestCohort } from '../domain/variant-request.ts';
import type { Page, PageRequest } from './page.ts';

/** Which lines; what is left out does not narrow. */
export type QueueLineFilter = {
  readonly brandIds: readonly string[];
  readonly tab: QueueTab;
  /** Whose decisions `mine` are. */
  readonly userId: string;
  readonly campaignId?: string | undefined;
  readonly cohortId?: string | undefined;
  /** Lines with a finding of this rule. */
  readonly rule?: string | undefined;
  readonly hasWarnings?: boolean | undefined;
  /** Lines that came at this instant or before. */
  readonly until?: string | undefined;
  /** Part of the text, without regard to capitals. */
  readonly search?: string | undefined;
};

/** A line of a tab with what it belongs to. */
export type QueueLine = {
  /** `null` for a blocked candidate. */
  readonly item: ReviewItem | null;
  /** Without the lines it was compared with. */
  readonly candidate: Candidate;
  readonly decision: RecordedDecision | null;
  /** The newest that was asked for its text. */
  readonly override: Override | null;
  readonly cohort: RequestCohort;
  readonly campaign: Campaign;
  /** The newest revision. */
  readonly brief: BriefRevision;
  /** When its mail goes out; `null` where it is triggered. */
  readonly sendAt: string | null;
};

export type QueueStore = {
  /** Waiting lines in the order of their cohorts; what is decided by its last change, blocked ones by age, newest first. */
  readonly lines: (filter: QueueLineFilter, page: PageRequest) => Promise<Page<QueueLine>>;
  /** How many lines are in each tab. `mark` changes with whatever changes in the queue of these brands. */
  readonly counts: (
    brandIds: readonly string[],
    userId: string,
    now: string,
  ) => Promise<{ readonly counts: Readonly<Record<QueueTab, number>>; readonly mark: string }>;
  /** The lines a cohort's readers got since, newest first. `null` where there is no such cohort. */
  readonly seenLines: (
    brandIds: readonly string[],
    cohortId: string,
    since: string,
    limit: number,
  ) => Promise<readonly SeenLine[] | null>;
};
