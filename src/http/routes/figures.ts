/** Serves the figures of the home page. */
import { figuresRoutes } from '../contracts/figures-routes.ts';
import { weakTag } from '../preconditions.ts';
import type { RouteServer } from '../serve-route.ts';
import type { UseCases } from '../use-cases.ts';

/** Put the route of figures into a server. */
export function serveFigures({ serve }: RouteServer, { figures }: UseCases): void {
  serve(figuresRoutes.readFigures, async ({ signedIn, brandIds, query, response }) => {
    const counted = await figures(signedIn.caller, brandIds, query);
    // When it was counted changes with every look, and says nothing new.
    response.set('ETag', weakTag(JSON.stringify({ ...counted, to: null })));
    return counted;
  });
}
