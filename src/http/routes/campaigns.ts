/** Serves what a campaign tool calls. */
import type { Response } from 'express';
import type { RequestProgress } from '../../ports/generation-store.ts';
import { campaignRoutes, type RequestView } from '../contracts/campaign-routes.ts';
import { pageOf } from '../page-of.ts';
import { entityTag } from '../preconditions.ts';
import type { RouteServer } from '../serve-route.ts';
import type { UseCases } from '../use-cases.ts';
import { lineView, requestSummary, requestView } from '../views.ts';

/** Put the campaign tool's routes into a server. */
export function serveCampaigns({ serve }: RouteServer, { campaigns, delivery, drafting, review }: UseCases): void {
  serve(
    campaignRoutes.createRequest,
    async ({ signedIn, brandIds, body, response }) =>
      accepted(response, await campaigns.accept(signedIn.caller, brandIds, body)),
    async ({ brandIds, response }, requestId) => accepted(response, await campaigns.progress(brandIds, requestId)),
  );
  serve(campaignRoutes.readCohortTable, async ({ body }) => ({ cohorts: body.rows }));
  serve(campaignRoutes.listRequests, async ({ brandIds, query }) => {
    const { data, nextCursor } = await campaigns.list(brandIds, pageOf(query));
    return { data: data.map(requestSummary), nextCursor };
  });
  serve(campaignRoutes.readRequest, async ({ brandIds, params }) => {
    const progress = await campaigns.progress(brandIds, params.id);
    return viewOf(progress);
  });
  serve(
    campaignRoutes.retryCohort,
    ({ signedIn, brandIds, params }) => campaigns.retry(signedIn.caller, brandIds, params.id),
    async ({ brandIds, params }) => (await review.cohort(brandIds, params.id)).cohort,
  );
  serve(campaignRoutes.listLines, async ({ signedIn, brandIds, query }) => {
    const { campaign, cohort, request, dialect } = query;
    const filter = { brandIds, campaign, cohort, requestId: request };
    const page = { ...pageOf(query), dialect };
    const { lines, withheld, nextCursor } = await delivery.list(signedIn.caller, filter, page);
    return {
      data: lines.map(lineView),
      nextCursor,
      withheld: withheld.map(({ line, reason }) => ({
        id: line.line.id,
        campaign: line.campaign.externalId,
        cohort: line.cohortExternalId,
        reason,
      })),
    };
  });
  serve(campaignRoutes.readLine, async ({ signedIn, brandIds, params, query, response }) => {
    const found = await delivery.read(signedIn.caller, brandIds, params.id, query.dialect);
    response.set('ETag', entityTag(Date.parse(found.line.updatedAt)));
    return lineView(found);
  });

  async function accepted(response: Response, progress: RequestProgress): Promise<RequestView> {
    // The embedded writer is done in a moment, a model in a few; nobody gains from asking sooner.
    response.set('Retry-After', '2');
    response.location(`/v1/variant-requests/${progress.request.id}`);
    return viewOf(progress);
  }

  async function viewOf(progress: RequestProgress): Promise<RequestView> {
    const { brief } = progress.brief;
    const outlook = await drafting.outlook(
      { brandId: progress.request.brandId, needBy: brief.needBy },
      progress.cohorts,
    );
    return requestView(progress, await campaigns.findings(brief), campaigns.writer, outlook);
  }
}
