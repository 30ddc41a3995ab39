/** Serves looking ahead while somebody edits a line. */
import { textRoutes } from '../contracts/text-routes.ts';
import type { RouteServer } from '../serve-route.ts';
import type { UseCases } from '../use-cases.ts';

/** Put the route that checks typed texts into a server. */
export function serveTexts({ serve }: RouteServer, { review, voices }: UseCases): void {
  serve(textRoutes.checkText, async ({ brandIds, params, body }) => {
    const { brandId, verdict, renderings, ...more } = await review.checkText(brandIds, params.id, body);
    const score = await voices.of(brandId);
    return { ...verdict, ...more, voice: score(body.text), renderings: [...renderings] };
  });
}
