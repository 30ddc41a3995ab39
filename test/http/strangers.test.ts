/** Who belongs to one brand sees nothing of another, whatever they ask. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { LineList } from '../../src/http/contracts/campaign-routes.ts';
import { ProblemDocument } from '../../src/http/contracts/problem-document.ts';
import { listOf, type Route } from '../../src/http/contracts/route.ts';
import { routes } from '../../src/http/contracts/routes.ts';
import { briefBody } from './support/samples.ts';
import { bodyFor, databases, type WholeService, wholeService } from './support/whole-service.ts';

const all: readonly Route[] = routes;
/** Rules belong to no brand. */
const isOfABrand = ({ path }: Route) => path.includes('{') && !path.startsWith('/v1/rules/');
const byId = all.filter(isOfABrand).map((route) => [route.operationId, route] as const);
const lists = [
  '/v1/variant-requests',
  '/v1/campaigns',
  '/v1/approved-lines',
  '/v1/cohort-lines',
  '/v1/library-lines',
  '/v1/review-cohorts',
  '/v1/review-items',
  '/v1/review-lines',
  '/v1/overrides',
  '/v1/candidates',
  '/v1/webhook-endpoints',
];

describe.each(databases)('somebody of another brand, on $kind', ({ make }) => {
  let whole: WholeService;
  beforeAll(async () => {
    whole = await wholeService(await make());
  });
  afterAll(() => whole.close());

  it.each(byId)('finds nothing at %s', async (_, route) => {
    const { app, stranger, strangersTool, pathFor } = whole;
    const callers = route.scope === null ? [stranger] : [stranger, strangersTool];
    for (const caller of callers) {
      const sent = { ...caller, ...bodyFor(route) };
      const { status, text, body } = await app.send(route.method.toUpperCase(), pathFor(route), sent);
      expect([status, text]).toEqual([404, expect.not.stringContaining('Ada')]);
      expect(ProblemDocument.parse(body).code).toBe('not-found');
    }
  });

  it.each(lists)('lists nothing at %s, and may not ask for the brand by name', async (path) => {
    const { app, stranger } = whole;
    expect((await app.send('GET', path, stranger)).body).toMatchObject({ data: [], nextCursor: null });
    expect((await app.send('GET', `${path}?brand=tilden-row`, stranger)).status).toBe(404);
  });

  it('sees no campaign tool but those of its own brand', async () => {
    const { body } = await whole.app.send('GET', '/v1/clients', whole.stranger);
    const { data } = listOf(z.object({ name: z.string(), brands: z.array(z.string()) })).parse(body);
    expect(data).toEqual([{ name: 'Mallory', brands: ['twin'] }]);
  });

  it('sees nobody but the people of its own brand, and may not let anybody into ours', async () => {
    const { app, stranger } = whole;
    const { body } = await app.send('GET', '/v1/people', stranger);
    const { data } = listOf(z.object({ name: z.string() })).parse(body);
    expect(data.map(({ name }) => name)).toEqual(['Eve']);
    expect((await app.send('GET', '/v1/people?brand=tilden-row', stranger)).status).toBe(404);
    const json = { name: 'Mole', email: 'mole@example.com', roles: [{ brand: 'tilden-row', role: 'admin' }] };
    expect((await app.send('POST', '/v1/people', { ...stranger, json })).status).toBe(404);
  });

  it('sees no event but those of its own brand', async () => {
    const { body } = await whole.app.send('GET', '/v1/audit-events?limit=100', whole.stranger);
    const { data } = listOf(z.object({ chain: z.string() })).parse(body);
    expect(new Set(data.map(({ chain }) => chain))).toEqual(new Set(['twin']));
  });

  it('cannot go on in a list with a cursor of ours', async () => {
    const { app, owner, stranger } = whole;
    const ours = await app.send('GET', '/v1/review-items?limit=1', owner);
    const { nextCursor } = z.object({ nextCursor: z.string() }).parse(ours.body);
    const theirs = await app.send('GET', `/v1/review-items?cursor=${encodeURIComponent(nextCursor)}`, stranger);
    expect(theirs.body).toMatchObject(theirs.status === 200 ? { data: [] } : { code: 'bad-request' });
  });

  it('narrows a list by an id of ours to nothing', async () => {
    const { app, stranger, ids } = whole;
    for (const query of [`request=${ids['variant-requests']}`, `cohort=${ids['cohorts']}`])
      expect((await app.send('GET', `/v1/review-items?${query}`, stranger)).body).toMatchObject({ data: [] });
    const lines = await app.send('GET', `/v1/approved-lines?request=${ids['variant-requests']}`, stranger);
    expect(LineList.parse(lines.body)).toMatchObject({ data: [], withheld: [] });
  });

  it('counts nothing of ours, and decides nothing of ours', async () => {
    const { app, owner, stranger, ids } = whole;
    const counts = await app.send('GET', '/v1/review-counts', stranger);
    expect(counts.body).toMatchObject({ waiting: 0, mine: 0, blocked: 0, approved: 0, rejected: 0, expired: 0 });
    const json = { items: [{ id: ids['review-items'], version: 1 }], decision: { kind: 'reject', reason: 'legal' } };
    const { body } = await app.send('POST', '/v1/review-decisions', { ...stranger, json });
    expect(body).toMatchObject({ results: [{ outcome: 'not-found' }] });
    const { body: item } = await app.send('GET', `/v1/review-items/${ids['review-items']}`, owner);
    expect(item).toMatchObject({ item: { state: 'pending' } });
  });

  it('cannot ask for an override of a text of ours', async () => {
    const { app, stranger, ids } = whole;
    const reason = 'It is ours.';
    for (const json of [
      { candidate: ids['candidates'], reason },
      { item: ids['review-items'], text: 'x', reason },
    ])
      expect((await app.send('POST', '/v1/overrides', { ...stranger, json })).status).toBe(404);
  });

  it('is told of no change of ours, and of no cohort by name', async () => {
    const { app, owner, stranger } = whole;
    const ours = await app.send('GET', '/v1/approved-line-changes', owner);
    const { nextCursor } = z.object({ nextCursor: z.string(), data: z.array(z.object({})).min(1) }).parse(ours.body);
    for (const query of ['', `?cursor=${nextCursor}`])
      expect((await app.send('GET', `/v1/approved-line-changes${query}`, stranger)).body).toMatchObject({ data: [] });
    const json = { brand: 'tilden-row', cohorts: ['coat-browsers'] };
    expect((await app.send('POST', '/v1/cohort-lines/queries', { ...stranger, json })).status).toBe(404);
  });

  it('cannot have lines written for our brand', async () => {
    const { status } = await whole.app.send('POST', '/v1/variant-requests', { ...whole.stranger, json: briefBody });
    expect(status).toBe(404);
  });

  it('cannot have lines checked by our policy', async () => {
    const { app, stranger, strangersTool } = whole;
    const json = { brand: 'tilden-row', lines: [{ text: 'Warm coats' }] };
    for (const caller of [stranger, strangersTool]) {
      const { status, body } = await app.send('POST', '/v1/checks', { ...caller, json });
      expect([status, body]).toMatchObject([404, { code: 'not-found' }]);
    }
  });
});
