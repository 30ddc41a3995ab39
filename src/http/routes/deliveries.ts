/** Serves many lines at once. */
import { Problem } from '../../domain/problem.ts';
import { narrowedTo } from '../admit.ts';
import { type CohortQuery, deliveryRoutes } from '../contracts/delivery-routes.ts';
import { cohortLinesView, lineChangeView } from '../delivery-views.ts';
import { pageOf } from '../page-of.ts';
import type { RouteServer } from '../serve-route.ts';
import type { UseCases } from '../use-cases.ts';

/** Put the routes of the deliveries into a server. */
export function serveDeliveries({ serve }: RouteServer, { delivery, fallbacks }: UseCases): void {
  serve(deliveryRoutes.listCohortLines, ({ signedIn, brandIds, query }) => cohorts(signedIn, brandIds, query));
  serve(deliveryRoutes.queryCohortLines, ({ signedIn, brandIds, body }) =>
    cohorts(signedIn, narrowedTo(body.brand, { signedIn, brandIds }), body),
  );
  serve(deliveryRoutes.listLineChanges, async ({ signedIn, brandIds, query }) => {
    const { campaign, dialect, updatedAfter = null } = query;
    if (updatedAfter !== null && query.cursor !== undefined)
      throw new Problem('bad-request', 'Give updatedAfter or cursor, not both: the cursor knows where it was.');
    const page = { ...pageOf(query), updatedAfter, dialect };
    const { data, ...cursors } = await delivery.changes(signedIn.caller, { brandIds, campaign }, page);
    return { data: data.map(lineChangeView), ...cursors };
  });

  type Asked = Omit<CohortQuery, 'brand' | 'cohorts'> & Partial<Pick<CohortQuery, 'cohorts'>>;

  async function cohorts(
    { caller }: Parameters<typeof narrowedTo>[1]['signedIn'],
    brandIds: readonly string[],
    asked: Asked,
  ) {
    const { campaign, request, dialect, fallback, changedSince = null } = asked;
    const filter = { brandIds, campaign, requestId: request, cohorts: asked.cohorts };
    const { data, ...cursors } = await delivery.cohorts(caller, filter, { ...pageOf(asked), changedSince, dialect });
    const withFallbacks = await fallbacks.fallBack(caller, data, { dialect, use: fallback });
    return { data: withFallbacks.map(cohortLinesView), ...cursors };
  }
}
