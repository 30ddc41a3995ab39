/** Serves the example that comes with the product. */
import { exampleRoutes } from '../contracts/example-routes.ts';
import type { RouteServer } from '../serve-route.ts';
import type { UseCases } from '../use-cases.ts';

/** Put the route of the example brief into a server. */
export function serveExamples({ serve }: RouteServer, { exampleBrief }: UseCases): void {
  serve(exampleRoutes.readExampleBrief, async ({ brandIds }) => ({ brief: await exampleBrief(brandIds) }));
}
