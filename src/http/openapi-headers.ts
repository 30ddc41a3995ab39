/** The headers of requests and answers, for the API document. */
import * as z from 'zod';
import type { ZodOpenApiHeadersObject } from 'zod-openapi';
import type { ProblemCode } from '../domain/problem.ts';
import { keyHours } from '../ports/idempotency-store.ts';
import { type Route, takesIdempotencyKey } from './contracts/route.ts';

const text = { type: 'string' as const };
const seconds = { type: 'integer' as const, minimum: 1 };

const tag = { description: 'The ETag that was read; `*` for whatever is in force.', example: '"3"' };
const ifMatch = { needed: z.string().meta(tag), taken: z.string().optional().meta(tag) };

const ifNoneMatch = z.string().optional().meta({
  description: 'The ETag you have: where it is still in force the answer is 304, without a body.',
  example: '"3"',
});

const idempotencyKey = ({ answersSecret }: Route) =>
  z
    .string()
    .min(1)
    .max(257)
    .optional()
    .meta({
      description: `Your name for this one request, in double quotes or bare, such as a random UUID. Sent again with the same body within ${keyHours} hours, nothing is done twice and ${answersSecret ? 'the answer is 409 `idempotency-answer-lost`, since the secret in the first one is kept nowhere' : 'the first answer comes again, marked `Idempotency-Replayed`'}. What failed is not kept, so it may be sent again under the same key.`,
      example: '"8e03978e-40d5-43dd-bc93-6894a57f9324"',
    });

const lastEventId = z.string().max(200).optional().meta({
  description: 'The `id` of the last event that arrived.',
  example: 'b9d1c2e3f4a5b6c7d8e9f0a1b2c3d4e5',
});

/** Whether whoever has the version in force already is answered 304. */
export function isRevalidated({ method, hasEtag, isPolled }: Route): boolean {
  return method === 'get' && (hasEtag === true || isPolled === true);
}

/** The headers a request may or must carry, beside those of signing in. */
export function requestHeaders(route: Route): z.ZodObject | undefined {
  const shape = {
    ...(route.ifMatch && { 'If-Match': ifMatch[route.ifMatch] }),
    ...(isRevalidated(route) && { 'If-None-Match': ifNoneMatch }),
    ...(takesIdempotencyKey(route) && { 'Idempotency-Key': idempotencyKey(route) }),
    ...(route.events && { 'Last-Event-ID': lastEventId }),
  };
  return Object.keys(shape).length > 0 ? z.object(shape) : undefined;
}

const requestId: ZodOpenApiHeadersObject = {
  'X-Request-Id': {
    description: 'Names this request in the log; your own where you sent a plain one.',
    required: true,
    schema: text,
    example: '3f6c1d0a9b8e47f2a1c5d6e7f8091a2b',
  },
};

const serverTiming: ZodOpenApiHeadersObject = {
  'Server-Timing': {
    description: 'How long the service took, in milliseconds, from when the request came.',
    schema: text,
    example: 'total;dur=3.2',
  },
};

const rateLimit: ZodOpenApiHeadersObject = {
  'RateLimit-Policy': {
    description: 'How many requests (`q`) of yours fit into how many seconds (`w`).',
    required: true,
    schema: text,
    example: '"caller";q=6000;w=60',
  },
  RateLimit: {
    description: 'How many requests are left (`r`) until the count starts anew in `t` seconds.',
    required: true,
    schema: text,
    example: '"caller";r=5998;t=57',
  },
};

const retryAfter = { description: 'Seconds after which to ask again.', schema: seconds, example: 5 };

/** Headers of a problem of this status, behind which these codes may stand. */
export function problemHeaders(status: number, codes: readonly ProblemCode[]): ZodOpenApiHeadersObject {
  return {
    ...requestId,
    // A fault may come before anybody counted.
    ...(status < 500 && rateLimit),
    ...(status === 401 && {
      'WWW-Authenticate': { description: 'How to sign in.', required: true, schema: text, example: 'Bearer' },
    }),
    ...((status === 429 || status === 503) && { 'Retry-After': { ...retryAfter, required: true } }),
    ...((codes.includes('idempotency-running') || codes.includes('not-released')) && { 'Retry-After': retryAfter }),
  };
}

/** Headers of the answer a route gives where all is well. */
export function successHeaders(route: Route): ZodOpenApiHeadersObject {
  return {
    ...requestId,
    ...rateLimit,
    ...(!route.events && serverTiming),
    ...(route.status === 202 &&
      route.body && {
        Location: { description: 'Where to read the progress.', required: true, schema: text },
        'Retry-After': { description: 'Seconds after which to look.', required: true, schema: seconds, example: 2 },
      }),
    ...(route.hasEtag && {
      ETag: {
        description: 'The version shown, for If-Match and If-None-Match.',
        required: true,
        schema: text,
        example: '"3"',
      },
    }),
    ...(route.isPolled && {
      ETag: {
        description: 'Stays while the answer says the same, for If-None-Match.',
        required: true,
        schema: text,
        example: 'W/"9tGvDUq1vYyF0n4C4c0s3bq0M7A"',
      },
    }),
    ...(route.csv && {
      'Content-Disposition': {
        description: 'With `format=csv`: the name to keep the file under.',
        schema: text,
        example: `attachment; filename="${route.csv.fileName}.csv"`,
      },
      Link: { description: 'With `format=csv`: the next page as `rel="next"`, where there is one.', schema: text },
    }),
    ...(takesIdempotencyKey(route) && {
      'Idempotency-Replayed': {
        description: 'There, and `true`, where this is the answer to an earlier request with the same key.',
        schema: { type: 'string', enum: ['true'] },
      },
    }),
    ...(route.operationId === 'startSession' && {
      'Set-Cookie': { description: 'The session.', required: true, schema: text },
    }),
  };
}
