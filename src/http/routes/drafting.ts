/** Serves how drafting is steered. */
import type { Response } from 'express';
import type { SignedIn } from '../../domain/access.ts';
import type { RequestCohort } from '../../domain/variant-request.ts';
import type { RequestView } from '../contracts/campaign-routes.ts';
import { draftingRoutes } from '../contracts/drafting-routes.ts';
import type { RouteServer } from '../serve-route.ts';
import type { UseCases } from '../use-cases.ts';
import { requestView } from '../views.ts';

/** Put the routes of drafting into a server. */
export function serveDrafting({ serve }: RouteServer, { campaigns, drafting, evidence, review }: UseCases): void {
  serve(draftingRoutes.cancelRequest, cancelRequest, cancelRequest);
  serve(draftingRoutes.cancelCohort, cancelCohort, cancelCohort);
  serve(draftingRoutes.retryRequest, ({ signedIn, brandIds, params }) =>
    drafting.retryRequest(signedIn.caller, brandIds, params.id),
  );
  serve(
    draftingRoutes.noteCohort,
    async ({ signedIn, brandIds, params, body, response }) =>
      noted(response, await drafting.note(signedIn.caller, brandIds, params.id, body)),
    async ({ brandIds, params, response }) => noted(response, (await review.cohort(brandIds, params.id)).cohort),
  );
  serve(
    draftingRoutes.writeLine,
    async ({ signedIn, brandIds, params, body }) => {
      const { candidate, item, cohort } = await review.write(signedIn.caller, brandIds, params.id, body);
      return { candidate, item, cohort };
    },
    async ({ brandIds }, candidateId) => {
      const { candidate, item, cohort } = await evidence.candidate(brandIds, candidateId);
      return { candidate, item, cohort };
    },
  );
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

  type Of<Body> = {
    readonly signedIn: SignedIn;
    readonly brandIds: readonly string[];
    readonly params: { readonly id: string };
    readonly body: Body;
  };
  type Reason = { readonly reason?: string | undefined };

  /** Done again it changes nothing, and so makes its own answer again. */
  async function cancelRequest({ signedIn, brandIds, params, body }: Of<Reason>): Promise<RequestView> {
    await drafting.cancelRequest(signedIn.caller, brandIds, params.id, body.reason);
    const progress = await campaigns.progress(brandIds, params.id);
    const { brief } = progress.brief;
    const outlook = await drafting.outlook(
      { brandId: progress.request.brandId, needBy: brief.needBy },
      progress.cohorts,
    );
    return requestView(progress, await campaigns.findings(brief), campaigns.writer, outlook);
  }

  /** As for a request. */
  function cancelCohort({ signedIn, brandIds, params, body }: Of<Reason>): Promise<RequestCohort> {
    return drafting.cancelCohort(signedIn.caller, brandIds, params.id, body.reason);
  }

  function noted(response: Response, cohort: RequestCohort): RequestCohort {
    response.set('Retry-After', '2');
    response.location(`/v1/variant-requests/${cohort.requestId}`);
    return cohort;
  }
}
