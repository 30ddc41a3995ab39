/** Accepting a brief: everything that follows from it is saved in one act, and drafting begins. */
import type { Caller } from '../domain/access.ts';
import type { NewAuditEvent } from '../domain/audit-event.ts';
import type { Brief } from '../domain/brief.ts';
import { contentHash } from '../domain/hash.ts';
import { Problem } from '../domain/problem.ts';
import type { RequestCohort } from '../domain/variant-request.ts';
import type { BrandStore } from '../ports/brand-store.ts';
import type { AcceptedRequest, GenerationStore, RequestProgress, StandingBrief } from '../ports/generation-store.ts';
import type { JobQueue } from '../ports/job-queue.ts';
import type { Moment } from '../ports/moment.ts';
import { draftJob } from './draft-job.ts';
import { newCohort } from './new-cohort.ts';

/**
 * Accepts a brief for one of the brands the caller may write for.
 * Throws `not-found` for another brand, and for one that was never imported; `brief-exists` where the campaign has a
 * brief of that name that says something else. One that says the same is not accepted again: its request comes back.
 */
export function acceptRequest(parts: {
  readonly store: Pick<GenerationStore, 'acceptRequest' | 'requestProgress'>;
  readonly brands: Pick<BrandStore, 'brand'>;
  readonly queue: Pick<JobQueue<'draft-cohort'>, 'wake'>;
  readonly moment: Moment;
  /** Lets in what the brand's people have room for; without it everything is drafted at once. */
  readonly letIn?: (brandId: string) => Promise<void>;
}) {
  return async (caller: Caller, brandIds: readonly string[], brief: Brief): Promise<RequestProgress> => {
    const isThere = brandIds.includes(brief.brand) && (await parts.brands.brand(brief.brand)) !== null;
    if (!isThere) throw new Problem('not-found', `There is no brand ${JSON.stringify(brief.brand)} you may write for.`);
    const accepted = accept(caller, brief, parts.moment, parts.letIn !== undefined);
    const standing = await parts.store.acceptRequest(accepted);
    const requestId = standing?.requestId ?? accepted.request.id;
    await parts.letIn?.(brief.brand);
    parts.queue.wake();
    const progress = await parts.store.requestProgress([brief.brand], requestId);
    if (!progress) throw new Error(`the request ${requestId} was saved and is not there`);
    return progress;
  };
}

/** The same brief sent again is noted and drafted no second time. Throws `brief-exists` for another of its name. */
function repeated(caller: Caller, brief: Brief, standing: StandingBrief, moment: Moment): NewAuditEvent {
  const briefHash = contentHash(brief);
  if (contentHash(standing.revision.brief) !== briefHash) throw exists(standing);
  return {
    id: moment.newId('event'),
    chain: brief.brand,
    at: moment.now(),
    actor: caller.actor,
    action: 'request.repeated',
    subject: standing.requestId,
    details: { briefId: standing.revision.id, briefHash },
  };
}

function exists({ revision, requestId }: StandingBrief): Problem {
  const { brand, campaign, externalId = '' } = revision.brief;
  const [inCampaign, name] = [campaign.externalId, externalId].map(encodeURIComponent);
  return new Problem(
    'brief-exists',
    `The campaign has a brief ${JSON.stringify(externalId)} that says something else (revision ${revision.revision}). To revise it send yours with PUT to /v1/campaigns/${inCampaign}/briefs/${name}?brand=${brand}.`,
    { members: { brief: revision.id, revision: revision.revision, request: requestId } },
  );
}

function accept(caller: Caller, brief: Brief, moment: Moment, isHeldBack: boolean): AcceptedRequest {
  const createdAt = moment.now();
  const of = { brandId: brief.brand, createdAt };
  const campaign = { id: moment.newId('campaign'), ...of, ...brief.campaign };
  const briefId = moment.newId('brief');
  const revision = { id: briefId, rootId: briefId, ...of, campaignId: campaign.id, revision: 1, brief };
  const request = { id: moment.newId('request'), ...of, campaignId: campaign.id, briefId: revision.id };
  const cohorts = brief.cohorts.map(
    (cohort): RequestCohort => newCohort(request, brief, cohort, { id: moment.newId('cohort'), at: createdAt }),
  );
  return {
    campaign,
    brief: revision,
    request,
    cohorts,
    whereItStands: (standing) => [repeated(caller, brief, standing, moment)],
    isHeldBack,
    jobs: isHeldBack ? [] : cohorts.map((cohort) => draftJob(moment, cohort)),
    events: [
      {
        id: moment.newId('event'),
        chain: brief.brand,
        at: createdAt,
        actor: caller.actor,
        action: 'request.accepted',
        subject: request.id,
        details: {
          campaignId: campaign.id,
          briefId: revision.id,
          briefHash: contentHash(brief),
          cohorts: cohorts.length,
        },
      },
    ],
  };
}
