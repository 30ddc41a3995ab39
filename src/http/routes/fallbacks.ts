/** Serves the lines brands fall back on. */
import { narrowedTo } from '../admit.ts';
import { fallbackRoutes } from '../contracts/fallback-routes.ts';
import { pageOf } from '../page-of.ts';
import type { RouteServer } from '../serve-route.ts';
import type { UseCases } from '../use-cases.ts';

/** Put the routes of fallback lines into a server. */
export function serveFallbacks({ serve }: RouteServer, { fallbacks }: UseCases): void {
  serve(fallbackRoutes.addFallbackLine, ({ signedIn, brandIds, params, body }) =>
    fallbacks.add(signedIn.caller, narrowedTo(params.id, { signedIn, brandIds }), params.id, body),
  );
  serve(fallbackRoutes.listFallbackLines, ({ signedIn, brandIds, params, query }) =>
    fallbacks.list(narrowedTo(params.id, { signedIn, brandIds }), params.id, pageOf(query)),
  );
  serve(fallbackRoutes.recallFallbackLine, ({ signedIn, brandIds, params, body }) =>
    fallbacks.recall(signedIn.caller, brandIds, params.id, body.reason),
  );
}
