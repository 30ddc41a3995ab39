/** The one function that speaks HTTP. */
import type { Route } from '../../http/contracts/route.ts';
import { ApiError, problemOf } from './api-error.ts';
import type { AnswerOf, Endpoint, Given } from './endpoint.ts';
import { forgetAnswers, keepAnswer, knownAnswer } from './known-answers.ts';

/**
 * Calls an endpoint and gives back its answer. Throws `ApiError`.
 * The answer is taken at its type: console and server are built from the same contracts and served together.
 */
export async function call<R extends Route>(endpoint: Endpoint<R>, given: Given<R> = {}): Promise<AnswerOf<R>> {
  const { body, csv, key, ifMatch, signal, keepalive = false } = given;
  const sent = csv ?? (body === undefined ? undefined : JSON.stringify(body));
  const address = addressOf(endpoint.path, given);
  const isRead = endpoint.method === 'get';
  const known = isRead ? knownAnswer(address) : null;
  if (!isRead && endpoint.path.includes('session')) forgetAnswers();
  const response = await fetch(address, {
    method: endpoint.method.toUpperCase(),
    headers: {
      ...(known ? { 'if-none-match': known.tag } : {}),
      accept: 'application/json',
      ...(sent === undefined ? {} : { 'content-type': csv === undefined ? 'application/json' : 'text/csv' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
    },
    keepalive,
    ...(signal ? { signal } : {}),
    ...(sent === undefined ? {} : { body: sent }),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new ApiError('unreachable', 'The service does not answer. Check your connection and try again.');
  });
  if (!response.ok && !(known && response.status === 304)) throw await problemOf(response);
  const text = known && response.status === 304 ? known.text : await response.text();
  if (isRead) keepAnswer(address, response.headers.get('etag'), text);
  return JSON.parse(text === '' ? 'null' : text);
}

/** The address of a path with its parameters filled in, and the query behind it. */
export function addressOf(path: string, given: { readonly params?: unknown; readonly query?: unknown }): string {
  const params = new Map(entriesOf(given.params));
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params.get(name) ?? ''));
  const query = new URLSearchParams(entriesOf(given.query)).toString();
  return query === '' ? filled : `${filled}?${query}`;
}

function entriesOf(given: unknown): [string, string][] {
  return Object.entries(given ?? {}).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [[name, String(value)] satisfies [string, string]],
  );
}
