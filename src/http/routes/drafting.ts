/** Serves how drafting is steered. */
import { draftingRoutes } from '../contracts/drafting-routes.ts';
import type { RouteServer } from '../serve-route.ts';
import type { UseCases } from '../use-cases.ts';
import { requestView } from '../views.ts';

/** Put the routes of drafting into a server. */
export function serveDrafting({ serve }: RouteServer, { campaigns, drafting, review }: UseCases): void {
  serve(draftingRoutes.cancelRequest, async ({ signedIn, brandIds, params, body }) => {
    await drafting.cancelRequest(signedIn.caller, brandIds, params.id, body.reason);
    const progress = await campaigns.progress(brandIds, params.id);
    const { brief } = progress.brief;
    const outlook = await drafting.outlook(
      { brandId: progress.request.brandId, needBy: brief.needBy },
      progress.cohorts,
    );
    return requestView(progress, await campaigns.findings(brief), campaigns.writer, outlook);
  });
  serve(draftingRoutes.cancelCohort, ({ signedIn, brandIds, params, body }) =>
    drafting.cancelCohort(signedIn.caller, brandIds, params.id, body.reason),
  );
  serve(draftingRoutes.retryRequest, ({ signedIn, brandIds, params }) =>
    drafting.retryRequest(signedIn.caller, brandIds, params.id),
  );
  serve(draftingRoutes.noteCohort, async ({ signedIn, brandIds, params, body, response }) => {
    const cohort = await drafting.note(signedIn.caller, brandIds, params.id, body);
    response.set('Retry-After', '2');
    response.location(`/v1/variant-requests/${cohort.requestId}`);
    return cohort;
  });
  serve(draftingRoutes.writeLine, async ({ signedIn, brandIds, params, body }) => {
    const { candidate, item, cohort } = await review.write(signedIn.caller, brandIds, params.id, body);
    return { candidate, item, cohort };
  });
  serve(draftingRoutes.readPace, async ({ brandIds, params }) => {
    const { load, ...pace } = await drafting.pace(brandIds, params.id);
    return { ...pace, pending: load.pending, expected: load.expected, heldBack: load.heldBack.length };
  });
  serve(draftingRoutes.pauseBrand, ({ signedIn, brandIds, params, body }) =>
    drafting.pause(signedIn.caller, brandIds, params.id, body.reason),
  );
  serve(draftingRoutes.resumeBrand, async ({ signedIn, brandIds, params }) => {
    await drafting.resume(signedIn.caller, brandIds, params.id);
    return null;
  });
}
