/** What the routes call: the use cases as compose.ts hands them over. */
import type { Caller, SignedIn, User } from '../domain/access.ts';
import type { Acknowledgement, LineUse } from '../domain/acknowledgement.ts';
import type { RefusedKey } from '../domain/api-key.ts';
import type { AuditEvent } from '../domain/audit-event.ts';
import type { BrandPause } from '../domain/brand-pause.ts';
import type { Brief, BriefRevision } from '../domain/brief.ts';
import type { BriefOutcome, WriteBrief } from '../domain/brief-outcome.ts';
import type { CampaignOverview } from '../domain/campaign.ts';
import type { Candidate } from '../domain/candidate.ts';
import type { ChainsChecked } from '../domain/chain-report.ts';
import type { Figures } from '../domain/figures.ts';
import type { Finding } from '../domain/finding.ts';
import type { Instant } from '../domain/instant.ts';
import type { CheckedLines, LinesToCheck } from '../domain/line-to-check.ts';
import type { Outcome, OutcomeReport } from '../domain/outcome.ts';
import type { BrandPace, Outlook } from '../domain/review-pace.ts';
import type { RulePage, RuleSummary } from '../domain/rule-page.ts';
import type { RequestCohort, VariantRequest } from '../domain/variant-request.ts';
import type { VoiceScore } from '../domain/voice-score.ts';
import type { Author, BriefName, CampaignBriefs, CampaignFilter } from '../ports/brief-store.ts';
import type {
  CohortFilter,
  DeliveredCohorts,
  DeliveredPage,
  InDialect,
  LineChanges,
  LineFilter,
} from '../ports/delivery-store.ts';
import type { CandidateFilter, CandidateHistory, EventFilter } from '../ports/evidence-store.ts';
import type { RequestProgress, StandingBrief } from '../ports/generation-store.ts';
import type { IdempotencyStore } from '../ports/idempotency-store.ts';
import type { LineCase } from '../ports/line-case.ts';
import type { EndedLine } from '../ports/line-store.ts';
import type { ModelNumbers } from '../ports/model.ts';
import type { OutcomeStore } from '../ports/outcome-store.ts';
import type { Page, PageRequest } from '../ports/page.ts';
import type { BrandUseCases } from './brand-use-cases.ts';
import type { ClientUseCases } from './client-use-cases.ts';
import type { FallbackUseCases } from './fallback-use-cases.ts';
import type { LibraryUseCases } from './library-use-cases.ts';
import type { LineActsUseCases } from './line-acts-use-cases.ts';
import type { OverrideUseCases } from './override-use-cases.ts';
import type { AccountUseCases, PeopleUseCases } from './people-use-cases.ts';
import type { ReviewUseCases } from './review-use-cases.ts';
import type { WebhookUseCases } from './webhook-use-cases.ts';

type OpenedSession = { readonly secret: string; readonly expiresAt: string; readonly signedIn: SignedIn };

export type UseCases = {
  readonly access: {
    /** `null` for an unknown key. */
    readonly byKey: (secret: string) => Promise<SignedIn | RefusedKey | null>;
    readonly bySession: (secret: string) => Promise<SignedIn | null>;
    /** Use a one-time link up. Throws `not-signed-in` where it is unknown, used or over. */
    readonly signIn: (token: string, browser: string | null) => Promise<OpenedSession>;
    /** Throws `not-signed-in` and `too-many-requests`. */
    readonly signInByPassword: (email: string, password: string, browser: string | null) => Promise<OpenedSession>;
    readonly signOut: (signedIn: SignedIn) => Promise<void>;
    readonly people: (userIds: readonly string[]) => Promise<readonly User[]>;
  };
  readonly account: AccountUseCases;
  /** The first example of one of the brands. */
  readonly exampleBrief: (brandIds: readonly string[]) => Promise<Brief | null>;
  /** Of the last days, today among them; `dayStart` is since when the caller's own decisions count. */
  readonly figures: (
    caller: Caller,
    brandIds: readonly string[],
    wanted: { readonly days: number; readonly dayStart?: string | undefined },
  ) => Promise<Figures>;
  readonly people: PeopleUseCases;
  readonly campaigns: {
    /** `brandIds`: the brands the caller may write for; another brand's brief is `not-found`. */
    readonly accept: (caller: Caller, brandIds: readonly string[], brief: Brief) => Promise<RequestProgress>;
    readonly progress: (brandIds: readonly string[], requestId: string) => Promise<RequestProgress>;
    readonly list: (brandIds: readonly string[], page: PageRequest) => Promise<Page<VariantRequest>>;
    readonly retry: (caller: Caller, brandIds: readonly string[], cohortId: string) => Promise<RequestCohort>;
    /** What is to be said of the brief as a whole. */
    readonly findings: (brief: Brief) => Promise<readonly Finding[]>;
    readonly writer: { readonly kind: 'model' | 'embedded-writer'; readonly name: string };
  };
  readonly drafting: {
    /** Throws `not-found`; doing it again changes nothing. So for the acts below. */
    readonly cancelRequest: (
      caller: Caller,
      brandIds: readonly string[],
      requestId: string,
      reason?: string,
    ) => Promise<void>;
    readonly cancelCohort: (
      caller: Caller,
      brandIds: readonly string[],
      cohortId: string,
      reason?: string,
    ) => Promise<RequestCohort>;
    readonly retryRequest: (
      caller: Caller,
      brandIds: readonly string[],
      requestId: string,
    ) => Promise<{ readonly retried: number }>;
    /** Throws `cohort-busy` while the cohort is drafted or once it is cancelled. */
    readonly note: (
      caller: Caller,
      brandIds: readonly string[],
      cohortId: string,
      wish: { readonly note: string; readonly count: number },
    ) => Promise<RequestCohort>;
    /** Throws `not-found`. */
    readonly pace: (brandIds: readonly string[], brandId: string) => Promise<BrandPace>;
    /** When the cohorts of a request can be decided. */
    readonly outlook: (
      of: { readonly brandId: string; readonly needBy?: string | undefined },
      cohorts: RequestProgress['cohorts'],
    ) => Promise<Outlook>;
    readonly pause: (
      caller: Caller,
      brandIds: readonly string[],
      brandId: string,
      reason: string,
    ) => Promise<BrandPause>;
    readonly resume: (caller: Caller, brandIds: readonly string[], brandId: string) => Promise<void>;
    readonly pauses: (brandIds: readonly string[]) => Promise<readonly BrandPause[]>;
  };
  readonly briefs: {
    readonly campaigns: (filter: CampaignFilter, page: PageRequest) => Promise<Page<CampaignOverview>>;
    readonly authors: (revisions: readonly BriefRevision[]) => Promise<ReadonlyMap<string, Author>>;
    readonly campaign: (brandId: string, externalId: string) => Promise<CampaignBriefs>;
    readonly read: (brandIds: readonly string[], briefId: string) => Promise<BriefRevision>;
    readonly readNamed: (name: BriefName) => Promise<BriefRevision>;
    readonly revisions: (
      brandIds: readonly string[],
      briefId: string,
      page: PageRequest,
    ) => Promise<Page<BriefRevision>>;
    /** The brief of the same name in the same campaign; `null` where there is none, or the brief has no name. */
    readonly standing: (brief: Brief) => Promise<StandingBrief | null>;
    /** Accepts a brief of that name, or revises the one that is there. */
    readonly put: (caller: Caller, name: BriefName, brief: Brief, how: WriteBrief) => Promise<BriefOutcome>;
    /** `change` is pure; it may throw a Problem. */
    readonly revise: (
      caller: Caller,
      brandIds: readonly string[],
      briefId: string,
      change: (inForce: Brief) => Brief,
      how: WriteBrief,
    ) => Promise<BriefOutcome>;
  };
  readonly lines: {
    /** Throws `not-found`, and `approval-void` where the line does not hold any more already. */
    readonly recall: (
      caller: Caller,
      brandIds: readonly string[],
      lineId: string,
      reason: string,
    ) => Promise<EndedLine>;
  };
  readonly library: LibraryUseCases;
  readonly fallbacks: FallbackUseCases;
  readonly overrides: OverrideUseCases;
  readonly lineActs: LineActsUseCases;
  readonly delivery: {
    readonly list: (caller: Caller, filter: LineFilter, page: PageRequest & InDialect) => Promise<DeliveredPage>;
    /** Throws `not-found`, `approval-void` with the reason, `not-released`, or `tag-not-convertible`. */
    readonly read: (caller: Caller, brandIds: readonly string[], lineId: string, dialect?: string) => Promise<LineCase>;
    readonly cohorts: (
      caller: Caller,
      filter: CohortFilter,
      page: PageRequest & InDialect & { readonly changedSince: string | null },
    ) => Promise<DeliveredCohorts>;
    readonly changes: (
      caller: Caller,
      filter: Pick<LineFilter, 'brandIds' | 'campaign'>,
      page: PageRequest & InDialect & { readonly updatedAfter: Instant | null },
    ) => Promise<LineChanges<{ readonly line: LineCase; readonly reason: string | null }>>;
  };
  readonly clients: ClientUseCases;
  readonly heard: {
    /** Both throw `invalid-request` where a line is unknown; nothing is kept then. */
    readonly acknowledge: (
      caller: Caller,
      brandIds: readonly string[],
      uses: readonly LineUse[],
    ) => Promise<readonly Acknowledgement[]>;
    readonly report: (
      caller: Caller,
      brandIds: readonly string[],
      reports: readonly OutcomeReport[],
    ) => Promise<readonly Outcome[]>;
    readonly acknowledgements: OutcomeStore['acknowledgements'];
    readonly outcomes: OutcomeStore['outcomes'];
  };
  readonly review: ReviewUseCases;
  readonly evidence: {
    readonly candidates: (filter: CandidateFilter, page: PageRequest) => Promise<Page<Candidate>>;
    readonly candidate: (brandIds: readonly string[], candidateId: string) => Promise<CandidateHistory>;
    readonly events: (filter: EventFilter, page: PageRequest) => Promise<Page<AuditEvent>>;
    /** Reads every event of the brands' chains. */
    readonly checkChains: (brandIds: readonly string[]) => Promise<ChainsChecked>;
  };
  readonly checks: {
    /** Throws `not-found` for another brand, and `invalid-request` for names that nobody knows. Stores nothing. */
    readonly lines: (brandIds: readonly string[], asked: LinesToCheck, signal: AbortSignal) => Promise<CheckedLines>;
  };
  readonly rules: {
    /** By id. */
    readonly list: () => readonly RuleSummary[];
    /** Throws `not-found`. */
    readonly read: (id: string) => RulePage;
  };
  readonly brands: BrandUseCases;
  readonly voices: {
    /** Gives what scores lines by a brand's voice as it is now. */
    readonly of: (brandId: string) => Promise<(text: string) => VoiceScore>;
  };
  /** Sees to it that a request sent twice acts once. */
  readonly idempotency: IdempotencyStore;
  readonly webhooks: WebhookUseCases;
  /** Throws where the database does not answer. */
  readonly ping: () => Promise<void>;
  /** Numbers for /metrics. */
  readonly waitingJobs: () => Promise<number>;
  readonly modelNumbers: () => ModelNumbers;
};
