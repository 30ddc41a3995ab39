/** Domain things as the contracts show them. */
import type { SignedIn, User } from '../domain/access.ts';
import { armOf } from '../domain/approved-line.ts';
import { type BrandPause, pauseInWords } from '../domain/brand-pause.ts';
import type { CampaignOverview } from '../domain/campaign.ts';
import type { Finding } from '../domain/finding.ts';
import { whyAnother } from '../domain/four-eyes.ts';
import type { Outlook } from '../domain/review-pace.ts';
import { isSandbox } from '../domain/sandbox.ts';
import { addUsages } from '../domain/usage.ts';
import { CohortState, isUnderWay, requestState, type VariantRequest } from '../domain/variant-request.ts';
import type { VoiceScore } from '../domain/voice-score.ts';
import type { BrandStatus } from '../ports/brand-store.ts';
import type { CampaignBriefs } from '../ports/brief-store.ts';
import type { RequestProgress } from '../ports/generation-store.ts';
import type { LineCase } from '../ports/line-case.ts';
import type { QueueEntry } from '../ports/review-store.ts';
import type { BrandView, MeView } from './contracts/access-routes.ts';
import type { CampaignOverviewView, CampaignView } from './contracts/brief-routes.ts';
import type {
  CohortProgress,
  LineView,
  ProgressView,
  RequestSummary,
  RequestView,
} from './contracts/campaign-routes.ts';
import type { QueueEntryView } from './contracts/review-routes.ts';
import type { UseCases } from './use-cases.ts';

type Writer = UseCases['campaigns']['writer'];

/** No model drafts in a sandbox, whatever is set up. */
const sandboxWriter = { kind: 'embedded-writer', name: 'embedded writer' } as const;

/** A request as lists show it. */
export function requestSummary(request: VariantRequest): RequestSummary {
  return { ...request, sandbox: isSandbox(request.brandId) };
}

/** A request with its progress. */
export function requestView(
  progress: RequestProgress,
  findings: readonly Finding[],
  writer: Writer,
  outlook: Outlook,
): RequestView {
  const { request, campaign, cohorts, pause } = progress;
  return {
    ...request,
    state: requestState(cohorts.map(({ cohort }) => cohort.state)),
    campaign: { id: campaign.id, externalId: campaign.externalId, name: campaign.name },
    pause,
    sandbox: isSandbox(request.brandId),
    writer: isSandbox(request.brandId) ? sandboxWriter : { ...writer },
    review: reviewOf(outlook),
    findings: [...findings],
    usage: addUsages(cohorts.map(({ usage }) => usage)),
    cohorts: cohortsOf(progress),
  };
}

function reviewOf({ pace, cohorts }: Outlook): RequestView['review'] {
  const ends = cohorts.flatMap(({ reviewableAt }) => (reviewableAt === null ? [] : [reviewableAt])).sort();
  const late = cohorts.filter(({ isLate }) => isLate).map(({ cohort }) => cohort);
  const named = late.length > 5 ? `${late.slice(0, 5).join(', ')} and ${late.length - 5} more` : late.join(', ');
  return {
    linesPerHour: pace.linesPerHour,
    isMeasured: pace.isMeasured,
    reviewableAt: ends.at(-1) ?? null,
    heldBack: cohorts.filter(({ isHeldBack }) => isHeldBack).length,
    notice: late.length > 0 ? `At the pace of review these cohorts cannot be decided by needBy: ${named}.` : null,
    cohorts: [...cohorts],
  };
}

/** What of a request changes while it is worked on. */
export function progressView(progress: RequestProgress): ProgressView {
  return {
    requestId: progress.request.id,
    sandbox: isSandbox(progress.request.brandId),
    state: requestState(progress.cohorts.map(({ cohort }) => cohort.state)),
    cohorts: cohortsOf(progress),
  };
}

function cohortsOf({ brief, cohorts, pause }: RequestProgress): CohortProgress[] {
  const names = new Map(brief.brief.cohorts.map((cohort) => [cohort.externalId, cohort.name]));
  return cohorts.map(({ cohort, counts, usage }) => ({
    ...cohort,
    reason: pause && isUnderWay(cohort.state) ? pauseInWords(pause) : cohort.reason,
    name: names.get(cohort.externalId) ?? cohort.externalId,
    counts,
    usage,
  }));
}

/** A campaign as lists show it. */
export function campaignOverviewView({ campaign, cohorts, ...overview }: CampaignOverview): CampaignOverviewView {
  const { ready = 0, failed = 0, exhausted = 0, cancelled: _, ...others } = cohorts;
  const stuck = failed + exhausted;
  return {
    ...campaign,
    ...overview,
    sandbox: isSandbox(campaign.brandId),
    state: requestState(CohortState.options.filter((state) => cohorts[state] !== undefined)),
    cohorts: { total: Object.values(others).reduce((sum, number) => sum + number, ready + stuck), ready, stuck },
  };
}

/** A campaign with its briefs, short. */
export function campaignView({ campaign, briefs }: CampaignBriefs): CampaignView {
  return {
    ...campaign,
    briefs: briefs.map(({ revision, requestId }) => ({
      id: revision.id,
      externalId: revision.brief.externalId ?? null,
      revision: revision.revision,
      requestId,
      goal: revision.brief.goal,
      cohorts: revision.brief.cohorts.map(({ externalId }) => externalId),
    })),
  };
}

/** A line with the names the campaign tool gave. */
export function lineView({ line, place, campaign, cohortExternalId }: LineCase): LineView {
  return {
    ...line,
    sandbox: isSandbox(line.brandId),
    campaign: campaign.externalId,
    cohort: cohortExternalId,
    arm: armOf(place),
  };
}

/** The people whose names an entry shows. A claim that is over shows nobody. */
export function peopleIn({ item, decision, override }: QueueEntry, now: string): string[] {
  const holder = item.claim && item.claim.until > now ? item.claim.userId : null;
  const lifters = [override?.askedBy, override?.answeredBy];
  return [holder, decision?.decidedBy, item.firstApproval?.userId, ...lifters].flatMap((id) => id ?? []);
}

/** An entry with names and how it sounds. Somebody who is not known any more is shown by id. */
export function queueEntryView(
  { item, candidate, decision, override, line, undoUntil, origin }: QueueEntry,
  people: readonly User[],
  { now, userId }: { readonly now: string; readonly userId: string },
  voice: VoiceScore | null,
): QueueEntryView {
  const nameOf = (id: string) => people.find((user) => user.id === id)?.name ?? id;
  return {
    item,
    candidate,
    decision,
    claimedBy: item.claim && item.claim.until > now ? nameOf(item.claim.userId) : null,
    decidedBy: decision?.decidedBy ? nameOf(decision.decidedBy) : null,
    override: override && {
      rules: override.rules,
      askedBy: nameOf(override.askedBy),
      reason: override.reason,
      grantedBy: nameOf(override.answeredBy ?? ''),
      answer: override.answer ?? '',
    },
    line,
    undoUntil,
    firstApprovedBy: item.firstApproval ? nameOf(item.firstApproval.userId) : null,
    whyAnother: whyAnother({ item, candidate, override }, userId),
    origin,
    voice,
  };
}

/** A brand as it stands; one that was never imported shows its id for a name. */
export function brandView(
  { id, inForce, mistakes, filesDiffer }: BrandStatus,
  pauses: readonly BrandPause[],
): BrandView {
  return {
    id,
    name: inForce?.brand.profile.name ?? id,
    sandbox: isSandbox(id),
    policyHash: inForce?.release.policyHash ?? null,
    policySince: inForce?.release.publishedAt ?? null,
    voice: inForce?.brand.profile.voice ?? null,
    dialect: inForce?.release.policy.dialect ?? null,
    mistakes: [...mistakes],
    filesDiffer,
    pause: pauses.find(({ brandId }) => brandId === id) ?? null,
  };
}

/** Who is signed in. */
export function meView({ caller, isSandbox = false }: SignedIn, writer: Writer): MeView {
  return {
    sandbox: isSandbox,
    userId: caller.actor.kind === 'user' ? caller.actor.id : null,
    name: caller.name,
    memberships: [...caller.memberships],
    writer: isSandbox ? sandboxWriter : { ...writer },
  };
}
