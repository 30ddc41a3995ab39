/** Addresses for the routes of the contracts, of things that are there. */
import * as z from 'zod';
import type { Route } from '../../../src/http/contracts/route.ts';
import { bodyExamples } from '../../../src/http/openapi-examples.ts';

const { campaign, externalId } = z
  .object({ campaign: z.object({ externalId: z.string() }), externalId: z.string() })
  .parse(bodyExamples['createVariantRequest']);

/** The address; `ids` are by the plural noun before `{id}`. What is named by external ids is the example brief. */
export function pathOf(route: Route, ids: Readonly<Record<string, string>>): string {
  const path = route.path
    .replace('{id}', ids[route.path.split('/')[2] ?? ''] ?? '')
    .replace('{campaign}', campaign.externalId)
    .replace('{brief}', externalId);
  return route.path.includes('{campaign}') ? `${path}?brand=tilden-row` : path;
}
