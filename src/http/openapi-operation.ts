/** One route's contract as an operation of the API document. */
import * as z from 'zod';
import type { ZodOpenApiContentObject, ZodOpenApiOperationObject, ZodOpenApiResponseObject } from 'zod-openapi';
import type { Route } from './contracts/route.ts';
import { bodyExamples } from './openapi-examples.ts';
import { problemResponses } from './openapi-problems.ts';

/** The operation: what goes in, what comes out, who may. */
export function operationOf(route: Route): ZodOpenApiOperationObject {
  return {
    operationId: route.operationId,
    summary: route.summary,
    description: `${route.description}\n\n${whoMay(route)}`,
    tags: [route.tag],
    security: securityOf(route),
    requestParams: {
      path: objectOf(route.params),
      query: objectOf(route.query),
      ...(route.needsIfMatch ? { header: ifMatch } : {}),
    },
    ...(route.body && { requestBody: { required: true, content: contentOf(route, route.body) } }),
    responses: { [`${route.status}`]: successOf(route), ...problemResponses(route) },
  };
}

const ifMatch = z.object({
  'If-Match': z.string().meta({ description: 'The ETag that was read; `*` for whatever is in force.', example: '"3"' }),
});

/** A patch may call itself what it is (RFC 7396). */
function contentOf({ method, operationId }: Route, schema: z.ZodType): ZodOpenApiContentObject {
  const example = bodyExamples[operationId];
  const content = { schema, ...(example ? { example } : {}) };
  return {
    ...(method === 'patch' ? { 'application/merge-patch+json': content } : {}),
    'application/json': content,
  };
}

function objectOf(schema: z.ZodType): z.ZodObject {
  if (schema instanceof z.ZodObject) return schema;
  throw new Error('the parameters of a route are an object schema');
}

function whoMay({ roles, scope }: Route): string {
  if (roles === 'anyone') return 'Needs no sign-in.';
  if (roles === 'signed-in') return 'For anyone signed in, and for any key.';
  const people = `For the roles ${roles.map((role) => `\`${role}\``).join(', ')}.`;
  return scope === null ? `${people} Keys cannot be used here.` : `${people} A key needs the scope \`${scope}\`.`;
}

function securityOf({ roles, scope }: Route): { [scheme: string]: string[] }[] {
  if (roles === 'anyone') return [];
  return roles === 'signed-in' || scope !== null ? [{ key: [] }, { session: [] }] : [{ session: [] }];
}

function successOf(route: Route): ZodOpenApiResponseObject {
  const headers = {
    'X-Request-Id': { description: 'Names this request in the log.', schema: { type: 'string' as const } },
    ...(route.status === 202 && route.body
      ? {
          Location: { description: 'Where to read the progress.', schema: { type: 'string' as const } },
          'Retry-After': { description: 'Seconds after which to look.', schema: { type: 'integer' as const } },
        }
      : {}),
    ...(route.hasEtag
      ? {
          ETag: {
            description: 'The version shown, for If-Match and If-None-Match.',
            schema: { type: 'string' as const },
          },
        }
      : {}),
    ...(route.operationId === 'startSession'
      ? { 'Set-Cookie': { description: 'The session.', schema: { type: 'string' as const } } }
      : {}),
  };
  return {
    description: successWords[route.status],
    headers,
    ...(route.answer ? { content: { 'application/json': { schema: route.answer } } } : {}),
  };
}

const successWords: Readonly<Record<Route['status'], string>> = {
  200: 'What was asked for.',
  201: 'It is done.',
  202: 'Accepted; the work goes on in the background.',
  204: 'It is done; there is nothing to say.',
};
