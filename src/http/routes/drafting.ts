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
    return requestView(progress, await campaigns.findings(progress.brief.brief), campaigns.writer);
  });
  serve(draftingRoutes.cancelCohort, ({ signedIn, brandIds, params, body }) =>
    drafting.cancelCohort(signedIn.caller, brandIds, params.id, body.reason),
  );
  serve(draftingRoutes.retryRequest, ({ signedIn, brandIds, params }) =>
    drafting.retryRequest(signedIn.caller, brandIds, params.id),
  );
  serve(draftingRoutes.noteCohort, ({ signedIn, brandIds, params, body }) =>
    drafting.note(signedIn.caller, brandIds, params.id, body),
  );
  serve(draftingRoutes.writeLine, async ({ signedIn, brandIds, params, body }) => {
    const { candidate, item, cohort } = await review.write(signedIn.caller, brandIds, params.id, body);
    return { candidate, item, cohort };
  });
  serve(draftingRoutes.pauseBrand, ({ signedIn, brandIds, params, body }) =>
    drafting.pause(signedIn.caller, brandIds, params.id, body.reason),
  );
  serve(draftingRoutes.resumeBrand, async ({ signedIn, brandIds, params }) => {
    await drafting.resume(signedIn.caller, brandIds, params.id);
    return null;
  });
}
