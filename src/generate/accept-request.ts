/** Accepting a brief: everything that follows from it is saved in one act, and drafting begins. */
import type { Caller } from '../domain/access.ts';
import type { Brief } from '../domain/brief.ts';
import { contentHash } from '../domain/hash.ts';
import { Problem } from '../domain/problem.ts';
import type { RequestCohort } from '../domain/variant-request.ts';
import type { BrandStore } from '../ports/brand-store.ts';
import type { AcceptedRequest, GenerationStore, RequestProgress } from '../ports/generation-store.ts';
import type { JobQueue } from '../ports/job-queue.ts';
import type { Moment } from '../ports/moment.ts';
import { draftJob } from './draft-job.ts';

/**
 * Accepts a brief for one of the brands the caller may write for.
 * Throws `not-found` for another brand, and for one that was never imported.
 */
export function acceptRequest(parts: {
  readonly store: Pick<GenerationStore, 'acceptRequest' | 'requestProgress'>;
  readonly brands: Pick<BrandStore, 'brand'>;
  readonly queue: Pick<JobQueue<'draft-cohort'>, 'wake'>;
  readonly moment: Moment;
}) {
  return async (caller: Caller, brandIds: readonly string[], brief: Brief): Promise<RequestProgress> => {
    const isThere = brandIds.includes(brief.brand) && (await parts.brands.brand(brief.brand)) !== null;
    if (!isThere) throw new Problem('not-found', `There is no brand ${JSON.stringify(brief.brand)} you may write for.`);
    const accepted = accept(caller, brief, parts.moment);
    await parts.store.acceptRequest(accepted);
    parts.queue.wake();
    const progress = await parts.store.requestProgress([brief.brand], accepted.request.id);
    if (!progress) throw new Error(`the request ${accepted.request.id} was saved and is not there`);
    return progress;
  };
}

function accept(caller: Caller, brief: Brief, moment: Moment): AcceptedRequest {
  const createdAt = moment.now();
  const of = { brandId: brief.brand, createdAt };
  const campaign = { id: moment.newId('campaign'), ...of, ...brief.campaign };
  const briefId = moment.newId('brief');
  const revision = { id: briefId, rootId: briefId, ...of, campaignId: campaign.id, revision: 1, brief };
  const request = { id: moment.newId('request'), ...of, campaignId: campaign.id, briefId: revision.id };
  const cohorts = brief.cohorts.map(
    (cohort): RequestCohort => ({
      id: moment.newId('cohort'),
      brandId: brief.brand,
      requestId: request.id,
      externalId: cohort.externalId,
      state: 'waiting',
      reason: null,
      needed: cohort.needed ?? brief.needed,
      run: 1,
      updatedAt: createdAt,
    }),
  );
  return {
    campaign,
    brief: revision,
    request,
    cohorts,
    jobs: cohorts.map((cohort) => draftJob(moment, cohort)),
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
