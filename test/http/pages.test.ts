import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Route } from '../../src/http/contracts/route.ts';
import { routes } from '../../src/http/contracts/routes.ts';
import { bodyExamples } from '../../src/http/openapi-examples.ts';
import { databases, type WholeService, wholeService } from './support/whole-service.ts';

/** Has no end: test/delivery/changes.test.ts holds it. */
const polled = '/v1/approved-line-changes';
const isList = ({ method, query }: Route) =>
  method === 'get' && query instanceof z.ZodObject && 'cursor' in query.shape;
const lists: readonly Route[] = [...routes].filter((route: Route) => isList(route) && route.path !== polled);

const Named = z.looseObject({ id: z.string() });
/** Named by what it is about where it has no id of its own. */
const Entry = z.union([
  Named.transform(({ id }) => id),
  z.looseObject({ item: Named }).transform(({ item }) => item.id),
  z.looseObject({ cohort: Named }).transform(({ cohort }) => cohort.id),
]);
const Page = z.looseObject({
  data: z.array(Entry),
  withheld: z.array(Entry).default([]),
  nextCursor: z.string().nullable(),
});
const Written = z.looseObject({ item: z.looseObject({ id: z.string(), version: z.int() }) });
type Reading = { readonly route: Route; readonly seen: string[]; cursor: string | null | undefined };

describe.each(databases)('every list, on $kind', ({ make }) => {
  let whole: WholeService;
  let made = 0;
  beforeAll(async () => {
    whole = await wholeService(await make());
    for (let time = 0; time < 2; time++) await grow();
  });
  afterAll(() => whole.close());

  it('gives each entry once, whatever comes in between its pages', { timeout: 60_000 }, async () => {
    const sizes = fc.integer({ min: 1, max: 9 });
    const property = fc.asyncProperty(sizes, fc.array(fc.boolean(), { maxLength: 3 }), async (limit, growing) => {
      const before = await readAll(100);
      const after = await readAll(limit, growing);
      for (const [index, { route, seen }] of after.entries()) {
        expect(new Set(seen).size, `${route.operationId} gives twice`).toBe(seen.length);
        const lost = (before[index]?.seen ?? []).filter((id) => !seen.includes(id));
        expect(lost, `${route.operationId} loses`).toEqual([]);
      }
    });
    await fc.assert(property, { numRuns: 2 });
  });

  it('has something on more than one page', async () => {
    const short = (await readAll(100)).filter(({ seen }) => seen.length < 2).map(({ route }) => route.operationId);
    // Whoever asks is in one brand, signed in once, and nothing there was asked to be lifted or is kept for when all else is late.
    expect(short.sort()).toEqual(['listBrands', 'listFallbackLines', 'listOverrides', 'listSessions']);
  });

  /** Every list, page by page; where `growing` says so, something is added to each before the next page. */
  async function readAll(limit: number, growing: readonly boolean[] = []): Promise<readonly Reading[]> {
    const readings = lists.map((route): Reading => ({ route, seen: [], cursor: undefined }));
    for (let turn = 0; readings.some(({ cursor }) => cursor !== null); turn++) {
      for (const reading of readings) if (reading.cursor !== null) await readOn(reading, limit);
      if (growing[turn]) await grow();
    }
    return readings;
  }

  async function readOn(reading: Reading, limit: number): Promise<void> {
    const at = whole.pathFor(reading.route);
    const next = reading.cursor === undefined ? '' : `&cursor=${encodeURIComponent(reading.cursor ?? '')}`;
    const { status, body, text } = await whole.app.send('GET', `${at}?limit=${limit}${next}`, whole.owner);
    expect(status, text).toBe(200);
    const { data, withheld, nextCursor } = Page.parse(body);
    expect(data.length + withheld.length).toBeLessThanOrEqual(limit);
    expect(nextCursor, `${reading.route.operationId} stands still`).not.toBe(reading.cursor ?? '');
    reading.seen.push(...data, ...withheld);
    reading.cursor = nextCursor;
  }

  /** One more of everything that is listed. */
  async function grow(): Promise<void> {
    const name = `more-${++made}`;
    const { ids } = whole;
    const used = { lineId: ids['approved-lines'], send: { externalId: name } };
    const brief = { ...bodyExamples['createVariantRequest'], externalId: name, campaign: { externalId: name, name } };
    const acts: readonly (readonly [method: string, path: string, json: object])[] = [
      ['POST', '/v1/variant-requests', { ...brief, candidatesPerCohort: 2, needed: 1 }],
      ['PATCH', `/v1/briefs/${ids['briefs']}`, { goal: name }],
      ['POST', '/v1/acknowledgements', { acknowledgements: [{ ...used, usedAt: '2026-01-01T08:00:00Z' }] }],
      ['POST', '/v1/outcomes', { outcomes: [{ ...used, day: '2026-01-01', sends: made }] }],
      ['POST', '/v1/clients', { name, brands: ['tilden-row'] }],
      ['POST', `/v1/clients/${ids['clients']}/keys`, { scopes: ['lines:read'] }],
      ['POST', '/v1/webhook-endpoints', bodyExamples['createWebhookEndpoint'] ?? {}],
    ];
    for (const [method, path, json] of acts) await ask(method, path, json);
    const text = `Wool coats, number ${made}`;
    const { item } = Written.parse(await ask('POST', `/v1/cohorts/${ids['cohorts']}/candidates`, { text }));
    await whole.decide(item.id, item.version, { kind: 'approve', warningsPassed: 'on-purpose' });
  }

  async function ask(method: string, path: string, json: object): Promise<unknown> {
    const sent = { ...whole.owner, json, ...(method === 'PATCH' && { headers: { 'if-match': '*' } }) };
    const { status, text, body } = await whole.app.send(method, path, sent);
    expect(status, text).toBeLessThan(300);
    return body;
  }
});

describe('the size of a page', () => {
  const sized = routes.flatMap((route: Route) => {
    const { query, operationId } = route;
    const limit = query instanceof z.ZodObject ? query.shape['limit'] : undefined;
    return limit instanceof z.ZodType ? [[operationId, limit] as const] : [];
  });

  it.each(sized)('is what the description of %s says it can be', (_, limit) => {
    const most = Number(/1 to ([\d,]+)/.exec(limit.description ?? '')?.[1]?.replaceAll(',', ''));
    expect([most, most + 1].map((size) => limit.safeParse(String(size)).success)).toEqual([true, false]);
  });
});
