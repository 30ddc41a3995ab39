/** One route's contract as an operation of the API document. */
import * as z from 'zod';
import type { ZodOpenApiContentObject, ZodOpenApiOperationObject, ZodOpenApiResponseObject } from 'zod-openapi';
import type { Route } from './contracts/route.ts';
import { csvFile } from './csv-file.ts';
import { answerExamples, streamExample } from './openapi-answers.ts';
import { bodyExamples } from './openapi-examples.ts';
import { isRevalidated, requestHeaders, successHeaders } from './openapi-headers.ts';
import { problemResponses } from './openapi-problems.ts';

/** The operation: what goes in, what comes out, who may. */
export function operationOf(route: Route): ZodOpenApiOperationObject {
  const header = requestHeaders(route);
  return {
    operationId: route.operationId,
    summary: route.summary,
    description: `${route.description}\n\n${whoMay(route)}`,
    tags: [route.tag],
    security: securityOf(route),
    requestParams: { path: objectOf(route.params), query: objectOf(route.query), ...(header && { header }) },
    ...(route.body && { requestBody: { required: true, content: contentOf(route, route.body) } }),
    responses: {
      [`${route.status}`]: successOf(route, route.status),
      ...(route.statusWhereMade && { [`${route.statusWhereMade}`]: successOf(route, route.statusWhereMade) }),
      ...(route.events && { 204: { description: 'You have seen everything.', headers: successHeaders(route) } }),
      ...(isRevalidated(route) && {
        304: { description: 'You have the version in force.', headers: successHeaders(route) },
      }),
      ...problemResponses(route),
    },
  };
}

/** A patch may call itself what it is (RFC 7396). */
function contentOf({ method, operationId, csvBody }: Route, schema: z.ZodType): ZodOpenApiContentObject {
  const content = exampled(schema, bodyExamples[operationId]);
  return {
    ...(method === 'patch' ? { 'application/merge-patch+json': content } : {}),
    'application/json': content,
    ...(csvBody && { 'text/csv': { schema: { type: 'string' }, example: csvBody.example } }),
  };
}

function exampled(schema: z.ZodType, example: object | undefined): { schema: z.ZodType; example?: object } {
  return { schema, ...(example && { example }) };
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

function successOf(route: Route, status: Route['status']): ZodOpenApiResponseObject {
  return {
    description: successWords[status],
    headers: successHeaders(route),
    ...(route.events && { content: { 'text/event-stream': { schema: route.events, example: streamExample } } }),
    ...(route.answer && { content: answerContent(route, route.answer) }),
  };
}

function answerContent({ operationId, csv }: Route, answer: z.ZodType): ZodOpenApiContentObject {
  const example = answerExamples[operationId];
  return {
    'application/json': exampled(answer, example),
    ...(csv && {
      'text/csv': { schema: { type: 'string' }, example: csvFile(csv.columns, csv.rows(answer.parse(example))) },
    }),
  };
}

const successWords: Readonly<Record<Route['status'], string>> = {
  200: 'What was asked for.',
  201: 'It is done.',
  202: 'Accepted; the work goes on in the background.',
  204: 'It is done; there is nothing to say.',
};
