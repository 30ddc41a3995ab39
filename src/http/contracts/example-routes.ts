/** The example that comes with the product. */
import * as z from 'zod';
import { Brief } from '../../domain/brief.ts';
import { BrandId } from '../../domain/ids.ts';
import { defineRoute, nothing } from './route.ts';

export const exampleRoutes = {
  readExampleBrief: defineRoute({
    method: 'get',
    path: '/v1/example-brief',
    operationId: 'readExampleBrief',
    summary: 'Read an example brief',
    description: 'For a first try: send it as it is to `/v1/variant-requests`.',
    tag: 'brands',
    roles: ['copywriter', 'admin'],
    scope: null,
    params: nothing,
    query: z.strictObject({
      brand: BrandId.optional().meta({ description: 'Of this brand; left out, of any you may send briefs for.' }),
    }),
    body: null,
    status: 200,
    answer: z
      .strictObject({ brief: Brief.nullable().meta({ description: '`null` where no example is of your brands.' }) })
      .meta({ id: 'ExampleBrief' }),
    problems: ['not-found'],
  }),
} as const;
