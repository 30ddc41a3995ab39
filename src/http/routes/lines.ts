/** Serves what people do with approved lines. */
import { lineRoutes } from '../contracts/line-routes.ts';
import type { RouteServer } from '../serve-route.ts';
import type { UseCases } from '../use-cases.ts';

/** Put the routes of approved lines into a server. */
export function serveLines({ serve }: RouteServer, { lines }: UseCases): void {
  serve(lineRoutes.recall, async ({ signedIn, brandIds, params, body }) => {
    const { line, cohort } = await lines.recall(signedIn.caller, brandIds, params.id, body.reason);
    return { line, cohort };
  });
}
