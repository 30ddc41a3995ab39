/** What can go wrong on a route, for the API document. */
import type { ZodOpenApiResponsesObject } from 'zod-openapi';
import { type ProblemCode, problems } from '../domain/problem.ts';
import { ProblemDocument, problemStatus } from './contracts/problem-document.ts';
import { type Route, takesIdempotencyKey } from './contracts/route.ts';
import { problemHeaders } from './openapi-headers.ts';

/** The codes a route can answer with: its own and those every route of its kind shares. */
export function problemCodes(route: Route): ProblemCode[] {
  const signIn: ProblemCode[] = route.roles === 'anyone' ? [] : ['not-signed-in'];
  const roles: ProblemCode[] = typeof route.roles === 'string' ? [] : ['not-allowed'];
  const write: ProblemCode[] = route.method === 'get' ? [] : ['cross-site', 'body-too-large', 'unsupported-media'];
  const idempotency: ProblemCode[] = takesIdempotencyKey(route)
    ? ['idempotency-mismatch', 'idempotency-running', 'idempotency-answer-lost']
    : [];
  return [
    ...new Set<ProblemCode>([
      'bad-request',
      ...signIn,
      ...roles,
      ...write,
      ...(route.ifMatch ? ['precondition-failed' as const] : []),
      ...(route.ifMatch === 'needed' ? ['precondition-required' as const] : []),
      ...idempotency,
      ...route.problems,
      'too-many-requests',
      'internal',
    ]),
  ];
}

/** One answer a status, naming every code behind it. */
export function problemResponses(route: Route): ZodOpenApiResponsesObject {
  const codes = problemCodes(route);
  const statuses = [...new Set(codes.map((code) => problemStatus[code]))].sort();
  return Object.fromEntries(statuses.map((status) => [`${status}`, responseOf(status, codes)]));
}

function responseOf(status: number, codes: readonly ProblemCode[]): ZodOpenApiResponsesObject[`4${string}`] {
  const here = codes.filter((code) => problemStatus[code] === status);
  return {
    description: here.map((code) => `\`${code}\`: ${problems[code]}.`).join('\n'),
    headers: problemHeaders(status, here),
    content: {
      'application/problem+json': {
        schema: ProblemDocument,
        examples: Object.fromEntries(here.map((code) => [code, { value: exampleOf(code) }])),
      },
    },
  };
}

function exampleOf(code: ProblemCode): ProblemDocument {
  const mistakes: Partial<Record<ProblemCode, ProblemDocument['errors']>> = {
    'bad-request': [{ pointer: '?limit', detail: 'must be at most 100, not 500' }],
    'invalid-brief': [{ pointer: '#/offer/endsAt', detail: 'must be after startsAt' }],
    'invalid-request': [{ pointer: '#/version', detail: 'is missing; give a whole number' }],
  };
  const errors = mistakes[code];
  return {
    type: `https://linewright.example/problems/${code}`,
    title: problems[code],
    status: problemStatus[code],
    detail: `${problems[code]}; this sentence says what and what to do.`,
    code,
    requestId: '3f6c1d0a9b8e47f2a1c5d6e7f8091a2b',
    ...(errors ? { errors } : {}),
  };
}
