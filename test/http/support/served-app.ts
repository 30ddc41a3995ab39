/** An app on a real port, with a client that holds every answer against its contract. */
import { expect } from 'vitest';
import type { SignedIn } from '../../../src/domain/access.ts';
import { type HttpParts, httpApp } from '../../../src/http/app.ts';
import { ProblemDocument, problemStatus } from '../../../src/http/contracts/problem-document.ts';
import type { Route } from '../../../src/http/contracts/route.ts';
import { routes } from '../../../src/http/contracts/routes.ts';
import { listen } from '../../../src/http/listen.ts';
import { problemCodes } from '../../../src/http/openapi-problems.ts';
import { heldToDocument } from '../../support/held-to-document.ts';
import { fakeUseCases, type Instead } from './fake-use-cases.ts';

/** What to send. */
export type Sent = {
  readonly key?: string;
  readonly session?: string;
  readonly json?: unknown;
  /** Bytes as they are, with the JSON content type unless `headers` say otherwise. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
};

/** What came back; `body` is parsed where it is JSON. */
export type Received = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
};

export type ServedApp = {
  readonly url: string;
  readonly send: (method: string, path: string, sent?: Sent) => Promise<Received>;
  /** What the app logged as its own fault. */
  readonly faults: readonly object[];
  readonly close: () => Promise<void>;
};

/** Serve fakes, or the given parts. A session's writes carry the header a browser would send. */
export async function servedApp(
  holders: Readonly<Record<string, SignedIn>> = {},
  more: Partial<HttpParts> & { readonly instead?: Instead } = {},
): Promise<ServedApp> {
  const { instead, ...parts } = more;
  const faults: object[] = [];
  let url = '';
  let randoms = 0;
  const app = httpApp({
    useCases: fakeUseCases(new Map(Object.entries(holders)), instead),
    publicUrl: () => url,
    moment: {
      now: () => '2026-11-23T09:00:00.000Z',
      newId: (noun) => `${noun}_new`,
      randomHex: (bytes) => String(++randoms).padStart(bytes * 2, '0'),
    },
    log: { info: () => {}, warn: () => {}, error: (facts) => faults.push(facts) },
    // A stream that nobody ends is over soon, so that every route can be asked in the same way.
    streams: { longestMs: 50 },
    onAnswer: holdAgainstContract,
    ...parts,
  });
  const held = heldToDocument(app);
  const listening = await listen(held.listener, { host: '127.0.0.1', port: 0 });
  url = listening.url;
  return {
    url,
    faults,
    close: async () => {
      await listening.close(1000);
      held.check();
    },
    send: async (method, path, sent = {}) => {
      const response = await fetch(`${url}${path}`, {
        method,
        redirect: 'manual',
        ...bodyOf(sent),
        headers: headersOf(sent),
      });
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('content-type') ?? '') && text !== '';
      const received = {
        status: response.status,
        headers: response.headers,
        text,
        body: isJson ? JSON.parse(text) : null,
      };
      holdAnswer(method, path, received);
      held.check();
      return received;
    },
  };
}

function bodyOf({ json, raw }: Sent): { body?: string | Uint8Array<ArrayBuffer> } {
  if (raw !== undefined) return { body: raw };
  return json === undefined ? {} : { body: JSON.stringify(json) };
}

function headersOf({ key, session, json, raw, headers }: Sent): Record<string, string> {
  return {
    ...(json === undefined && raw === undefined ? {} : { 'content-type': 'application/json' }),
    ...(key ? { authorization: `Bearer ${key}` } : {}),
    ...(session ? { cookie: `lw_session=${session}`, 'sec-fetch-site': 'same-origin' } : {}),
    ...headers,
  };
}

function holdAgainstContract(route: Route, answer: unknown): void {
  if (route.answer === null) {
    expect(answer, route.operationId).toBeNull();
    return;
  }
  const sent: unknown = JSON.parse(JSON.stringify(answer));
  // What a schema would change (a default filled in, an instant rewritten) must have been so before.
  expect(route.answer.parse(sent), route.operationId).toEqual(sent);
}

function holdAnswer(method: string, path: string, { status, headers, body, text }: Received): void {
  const all: readonly Route[] = routes;
  const asked = all.find(
    (each) => each.method === method.toLowerCase() && pattern(each.path).test(path.split('?')[0] ?? ''),
  );
  if (asked?.hasEtag && status < 300) expect(headers.get('etag'), asked.operationId).toMatch(/^"[^"]+"$/);
  if (status < 400 || method === 'HEAD') return;
  expect(headers.get('content-type'), text).toMatch(/^application\/problem\+json/);
  const problem = ProblemDocument.parse(body);
  expect(problem.status).toBe(status);
  expect(Object.entries(problemStatus)).toContainEqual([problem.code, status]);
  expect(problem.requestId).toBe(headers.get('x-request-id'));
  if (asked) expect(problemCodes(asked), `${asked.operationId} ${text}`).toContain(problem.code);
}

function pattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}
