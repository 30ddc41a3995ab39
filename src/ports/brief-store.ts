/** Briefs by id and by name, their revisions, and what a new revision writes. */
import type { Actor } from '../domain/access.ts';
import type { ApprovedLine } from '../domain/approved-line.ts';
import type { NewAuditEvent } from '../domain/audit-event.ts';
import type { BriefRevision } from '../domain/brief.ts';
import type { Campaign, CampaignOverview } from '../domain/campaign.ts';
import type { Candidate } from '../domain/candidate.ts';
import type { RecordedDecision } from '../domain/decision.ts';
import type { Instant } from '../domain/instant.ts';
import type { PolicyRelease } from '../domain/policy.ts';
import type { ReviewItem } from '../domain/review-item.ts';
import type { CohortCounts, RequestCohort, RequestState, VariantRequest } from '../domain/variant-request.ts';
import type { StandingBrief } from './generation-store.ts';
import type { NewJob } from './job-queue.ts';
import type { Page, PageRequest } from './page.ts';

/** A brief by the names its campaign tool gave. */
export type BriefName = { readonly brandId: string; readonly campaign: string; readonly brief: string };

/** A brief with what hangs on it as a whole. */
export type BriefCase = {
  /** The revision in force. */
  readonly revision: BriefRevision;
  readonly campaign: Campaign;
  readonly request: VariantRequest;
  /** The published policy. */
  readonly release: PolicyRelease;
  readonly cohorts: readonly RequestCohort[];
};

/** A cohort with everything a change of its facts bears on. */
export type CohortCase = {
  readonly cohort: RequestCohort;
  readonly counts: CohortCounts;
  /** Its live lines. */
  readonly lines: readonly ApprovedLine[];
  readonly pending: readonly { readonly item: ReviewItem; readonly candidate: Candidate }[];
};

/** What becomes of a cohort; only what changes is named. */
export type CohortChange = {
  readonly cohort: RequestCohort;
  readonly lines: readonly ApprovedLine[];
  readonly items: readonly ReviewItem[];
  /** Candidates with a verdict made anew. */
  readonly candidates: readonly Candidate[];
  readonly decisions: readonly RecordedDecision[];
  readonly jobs: readonly NewJob[];
  readonly events: readonly NewAuditEvent[];
};

/** A new revision and what follows from it. */
export type BriefChange = {
  readonly revision: BriefRevision;
  readonly added: readonly RequestCohort[];
  readonly jobs: readonly NewJob[];
  readonly events: readonly NewAuditEvent[];
  /** Ids of the cohorts it bears on. */
  readonly touched: readonly string[];
  /** Pure; asked once for each of them. */
  readonly judge: (cohortCase: CohortCase) => CohortChange;
};

/** A campaign with the briefs in it, each at its revision in force. */
export type CampaignBriefs = { readonly campaign: Campaign; readonly briefs: readonly StandingBrief[] };

/** Which campaigns. */
export type CampaignFilter = {
  readonly brandIds: readonly string[];
  /** Stands somewhere in its name or its external id, in either case. */
  readonly search?: string | undefined;
  /** How far all its requests are together. */
  readonly state?: RequestState | undefined;
};

/** Who wrote a revision; `name` is the id of somebody who is not known any more. */
export type Author = { readonly kind: Actor['kind']; readonly name: string };

export type BriefStore = {
  /** The revision in force of the brief that any revision's id names. */
  readonly brief: (brandIds: readonly string[], briefId: string) => Promise<BriefRevision | null>;
  readonly briefNamed: (name: BriefName) => Promise<BriefRevision | null>;
  /** Newest first. */
  readonly revisions: (brandIds: readonly string[], rootId: string, page: PageRequest) => Promise<Page<BriefRevision>>;
  /** Who wrote each of these revisions, by its id; one whose audit event is not there is left out. */
  readonly authors: (revisions: readonly BriefRevision[]) => Promise<ReadonlyMap<string, Author>>;
  /** Newest first. `now` is what the next send is looked for from. */
  readonly campaigns: (filter: CampaignFilter, now: Instant, page: PageRequest) => Promise<Page<CampaignOverview>>;
  readonly campaignNamed: (brandId: string, externalId: string) => Promise<CampaignBriefs | null>;
  /**
   * Revise a brief: the revision, its request and all that hangs on it in one transaction. `plan` is pure, may throw a
   * Problem, and gives `null` where nothing changes. A dry run judges everything and writes nothing. Gives back the
   * case as it was; `null` where there is no such brief.
   */
  readonly revise: (act: {
    readonly brandIds: readonly string[];
    readonly briefId: string;
    readonly isDryRun: boolean;
    readonly plan: (briefCase: BriefCase) => BriefChange | null;
  }) => Promise<BriefCase | null>;
};
