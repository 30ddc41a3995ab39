/** Serves briefs by id and by name, their revisions and their campaigns. */
import type { Response } from 'express';
import { Brief, type BriefRevision } from '../../domain/brief.ts';
import type { Json } from '../../domain/hash.ts';
import { mergePatch } from '../../domain/merge-patch.ts';
import { type Mistake, Problem } from '../../domain/problem.ts';
import type { RequestProgress } from '../../ports/generation-store.ts';
import { type BriefCheckView, type BriefOutcomeView, briefRoutes } from '../contracts/brief-routes.ts';
import type { RequestView } from '../contracts/campaign-routes.ts';
import { readBy } from '../mistakes.ts';
import { pageOf } from '../page-of.ts';
import { bodyPointer } from '../pointer.ts';
import { entityTag } from '../preconditions.ts';
import { readBrief } from '../read-input.ts';
import type { RouteServer } from '../serve-route.ts';
import type { UseCases } from '../use-cases.ts';
import { campaignOverviewView, campaignView, requestView } from '../views.ts';

type Outcome = Awaited<ReturnType<UseCases['briefs']['put']>>;

/** Put the routes of briefs into a server. */
export function serveBriefs({ serve }: RouteServer, { briefs, campaigns, drafting }: UseCases): void {
  serve(briefRoutes.listCampaigns, async ({ brandIds, query }) => {
    const { search, state } = query;
    const { data, nextCursor } = await briefs.campaigns({ brandIds, search, state }, pageOf(query));
    return { data: data.map(campaignOverviewView), nextCursor };
  });
  serve(briefRoutes.readCampaign, async ({ params, query }) =>
    campaignView(await briefs.campaign(query.brand, params.campaign)),
  );
  serve(briefRoutes.putBrief, async ({ signedIn, brandIds, params, query, body, ifMatch, response }) => {
    const name = { brandId: query.brand, campaign: params.campaign, brief: params.brief };
    const brief = namedAs(body, name);
    const isDryRun = query.dryRun === 'true';
    const outcome = await briefs.put(signedIn.caller, name, brief, { seen: ifMatch, isDryRun });
    if (outcome.outcome === 'created' && !isDryRun) response.status(201);
    return outcomeView(outcome, isDryRun, brandIds, response);
  });
  serve(briefRoutes.readNamedBrief, async ({ params, query, response }) =>
    tagged(response, await briefs.readNamed({ brandId: query.brand, ...params })),
  );
  serve(briefRoutes.readBrief, async ({ brandIds, params, response }) =>
    tagged(response, await briefs.read(brandIds, params.id)),
  );
  serve(briefRoutes.listRevisions, async ({ brandIds, params, query }) => {
    const { data, nextCursor } = await briefs.revisions(brandIds, params.id, pageOf(query));
    const authors = await briefs.authors(data);
    return { data: data.map((revision) => ({ ...revision, by: authors.get(revision.id) ?? null })), nextCursor };
  });
  serve(briefRoutes.checkBrief, ({ brandIds, body }) => checkedBrief(brandIds, body));
  serve(briefRoutes.replaceBrief, async ({ signedIn, brandIds, params, query, body, ifMatch, response }) => {
    const isDryRun = query.dryRun === 'true';
    const how = { seen: ifMatch, isDryRun };
    const outcome = await briefs.revise(signedIn.caller, brandIds, params.id, () => body, how);
    return outcomeView(outcome, isDryRun, brandIds, response);
  });
  serve(briefRoutes.patchBrief, async ({ signedIn, brandIds, params, query, body, ifMatch, response }) => {
    const isDryRun = query.dryRun === 'true';
    const change = (inForce: Brief) => readBrief(Brief, mergePatch(asJson(inForce), body));
    const outcome = await briefs.revise(signedIn.caller, brandIds, params.id, change, { seen: ifMatch, isDryRun });
    return outcomeView(outcome, isDryRun, brandIds, response);
  });

  async function checkedBrief(brandIds: readonly string[], draft: unknown): Promise<BriefCheckView> {
    const read = readBy(Brief, draft, bodyPointer);
    if (!read.isGood) return mistaken(read.mistakes, read.count);
    const { value: brief } = read;
    if (!brandIds.includes(brief.brand))
      return mistaken([{ pointer: '#/brand', detail: 'is no brand you may write for' }]);
    const standing = await briefs.standing(brief);
    return {
      ...mistaken([]),
      findings: [...(await campaigns.findings(brief))],
      standing: standing && {
        briefId: standing.revision.id,
        revision: standing.revision.revision,
        requestId: standing.requestId,
      },
    };
  }

  async function outcomeView(
    { outcome, revision, requestId, effects }: Outcome,
    dryRun: boolean,
    brandIds: readonly string[],
    response: Response,
  ): Promise<BriefOutcomeView> {
    // What a dry run for a new brief found has no version yet.
    response.set('ETag', entityTag(revision?.revision ?? 0));
    if (requestId !== null) response.location(`/v1/variant-requests/${requestId}`);
    const progress = requestId === null ? null : await campaigns.progress(brandIds, requestId);
    const request = progress && (await viewOf(progress));
    return { outcome, dryRun, brief: revision, request, effects };
  }

  async function viewOf(progress: RequestProgress): Promise<RequestView> {
    const { brief } = progress.brief;
    const of = { brandId: progress.request.brandId, needBy: brief.needBy };
    const outlook = await drafting.outlook(of, progress.cohorts);
    return requestView(progress, await campaigns.findings(brief), campaigns.writer, outlook);
  }
}

function mistaken(mistakes: readonly Mistake[], mistakeCount = mistakes.length): BriefCheckView {
  return { mistakes: [...mistakes], mistakeCount, findings: [], standing: null };
}

function tagged(response: Response, revision: BriefRevision): BriefRevision {
  response.set('ETag', entityTag(revision.revision));
  return revision;
}

/** A brief with the name its address gives it. Throws `invalid-brief` where it says another one itself. */
function namedAs(
  body: Brief,
  name: { readonly brandId: string; readonly campaign: string; readonly brief: string },
): Brief {
  const said = [
    ['#/brand', body.brand, name.brandId],
    ['#/campaign/externalId', body.campaign.externalId, name.campaign],
    ['#/externalId', body.externalId ?? name.brief, name.brief],
  ] as const;
  const mistakes = said.flatMap(([pointer, is, wanted]): Mistake[] =>
    is === wanted
      ? []
      : [{ pointer, detail: `must be ${JSON.stringify(wanted)}, as in the address, or the address another` }],
  );
  if (mistakes.length > 0)
    throw new Problem('invalid-brief', 'The brief names itself otherwise than its address; see errors.', { mistakes });
  return { ...body, externalId: name.brief };
}

function asJson(brief: Brief): Json {
  const plain: Json = JSON.parse(JSON.stringify(brief));
  return plain;
}
