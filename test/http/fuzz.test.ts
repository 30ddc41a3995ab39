import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../../src/http/contracts/route.ts';
import { routes } from '../../src/http/contracts/routes.ts';
import { bodyExamples } from '../../src/http/openapi-examples.ts';
import { type ServedApp, servedApp } from './support/served-app.ts';
import { person, tool } from './support/signed-in.ts';

const all: readonly Route[] = routes;

let app: ServedApp;
beforeAll(async () => {
  const holders = {
    ada: person(['admin']),
    lw_tool: tool(['requests:write', 'requests:read', 'lines:read', 'lines:check', 'evidence:read']),
  };
  app = await servedApp(holders, { limits: { perCaller: 1_000_000, signIns: 1_000_000 } });
});
afterAll(() => app.close());

const route = fc.constantFrom(...all);
const as = fc.constantFrom<{ key?: string; session?: string }>({ key: 'lw_tool' }, { session: 'ada' }, {});
const strange = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('\u0000', '..', '%', '__proto__', 'constructor', "' OR 1=1 --", '\ud83d', '\u202e', '1e999', '-0'),
);

/** An address as a client can spell it: half a surrogate pair cannot be percent-encoded. */
const encoded = (text: string) => encodeURIComponent(text.toWellFormed());
const pathOf = (path: string, id: string) =>
  path.replace(/\{\w+\}/g, () => encoded(id) || '-').replace(/\/\.\.?(?=\/|$)/g, '/-');

async function ask(one: Route, path: string, sent: Parameters<ServedApp['send']>[2]): Promise<void> {
  const { status, text } = await app.send(one.method.toUpperCase(), path, sent);
  expect(status, `${one.operationId} ${path} ${text}`).toBeLessThan(500);
}

describe('whatever is asked', () => {
  it('no parameter brings a 500', async () => {
    const query = fc.dictionary(fc.oneof(strange, fc.constantFrom('limit', 'cursor', 'brand', 'state')), strange, {
      maxKeys: 4,
    });
    await fc.assert(
      fc.asyncProperty(route, as, strange, query, async (one, who, id, parameters) => {
        const search = Object.entries(parameters).map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
        const json = one.body ? bodyExamples[one.operationId] : undefined;
        await ask(one, `${pathOf(one.path, id)}?${search.join('&')}`, { ...who, json });
      }),
      { numRuns: 300 },
    );
  });

  it('no JSON body brings a 500', async () => {
    const writes = fc.constantFrom(...all.filter(({ method }) => method !== 'get'));
    await fc.assert(
      fc.asyncProperty(writes, as, fc.json({ stringUnit: 'binary' }), async (one, who, raw) => {
        await ask(one, pathOf(one.path, 'item_1'), { ...who, raw });
      }),
      { numRuns: 300 },
    );
  });

  it('no change to a good body brings a 500', async () => {
    const withBody = all.filter((one) => one.body !== null);
    const mutated = fc
      .constantFrom(...withBody)
      .chain((one) =>
        fc.tuple(
          fc.constant(one),
          fc.constantFrom(...placesIn(bodyExamples[one.operationId])),
          fc.oneof(
            fc.jsonValue(),
            strange,
            fc.constantFrom(1e308, -1, 0.1, '', [], {}, null, '9999-12-31T23:59:59.999-23:59'),
          ),
        ),
      );
    await fc.assert(
      fc.asyncProperty(mutated, async ([one, place, value]) => {
        const json = replaced(bodyExamples[one.operationId], place, value);
        await ask(one, pathOf(one.path, 'item_1'), { session: 'ada', json });
      }),
      { numRuns: 500 },
    );
  });

  it('no bytes bring a 500', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const raw = new Uint8Array(bytes);
        const { status } = await app.send('POST', '/v1/variant-requests', { key: 'lw_tool', raw });
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 200 },
    );
  });
});

function placesIn(value: unknown, place: readonly string[] = []): (readonly string[])[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [place, ...inner.flatMap(([key, each]) => placesIn(each, [...place, key]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((each, at) => (String(at) === key ? replaced(each, rest, by) : each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, name === key ? replaced(each, rest, by) : each]),
  );
}
