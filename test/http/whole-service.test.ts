import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QueueEntryView } from '../../src/http/contracts/review-routes.ts';
import type { Route } from '../../src/http/contracts/route.ts';
import { routes } from '../../src/http/contracts/routes.ts';
import { bodyFor, databases, oddGoal, type WholeService, wholeService } from './support/whole-service.ts';

const all: readonly Route[] = routes;
const reads = all.filter(({ method }) => method === 'get').map((route) => [route.operationId, route] as const);
/** Brands have their id for a cursor: any text has a place among them. */
const cut = all.filter(({ path, method }) => method === 'get' && !/\{|brands|\/me/.test(path)).map(({ path }) => path);

describe.each(databases)('the whole service on $kind', ({ make }) => {
  let whole: WholeService;
  beforeAll(async () => {
    whole = await wholeService(await make());
  });
  afterAll(() => whole.close());

  const pending = async () => {
    const { body } = await whole.app.send('GET', `/v1/review-items/${whole.ids['review-items']}`, whole.owner);
    return QueueEntryView.parse(body).item;
  };

  it('keeps a text as it was sent, U+0000 and half a surrogate pair in it', async () => {
    const { body } = await whole.app.send('GET', `/v1/review-cohorts/${whole.ids['review-cohorts']}`, whole.owner);
    expect(body).toMatchObject({ brief: { brief: { goal: oddGoal } } });
  });

  it.each(reads)('answers %s to whom it belongs, as its contract says', async (_, route) => {
    expect((await whole.app.send('GET', whole.pathFor(route), whole.owner)).status).toBe(200);
  });

  it.each(reads)('answers 304 to the version in force, and only where %s has one', async (_, route) => {
    const ask = (tag: string) =>
      whole.app.send('GET', whole.pathFor(route), { ...whole.owner, headers: { 'if-none-match': tag } });
    const { status, headers } = await ask('"0"');
    const etag = headers.get('etag');
    const form = route.hasEtag ? /^"[^"]+"$/ : /^W\/"[^"]{27}"$/;
    expect([status, etag]).toEqual([200, route.hasEtag || route.isPolled ? expect.stringMatching(form) : null]);
    if (!route.events) expect(headers.get('server-timing')).toMatch(/^total;dur=\d+\.\d$/);
    for (const tag of ['*', etag ?? '"0"', `"0", W/${etag?.replace('W/', '') ?? '"1"'}`]) {
      const again = await ask(tag);
      expect([tag, again.status]).toEqual([tag, etag ? 304 : 200]);
      if (etag) expect(again.text).toBe('');
      expect(again.headers.get('etag')).toBe(etag);
    }
  });

  it('lets a line be decided once, and shows whoever is late what was decided', async () => {
    const { status, body } = await whole.decide(whole.ids['decided'], 1, { kind: 'reject', reason: 'too-similar' });
    expect([status, body]).toMatchObject([
      409,
      { code: 'already-decided', current: { item: { state: 'approved' }, decidedBy: 'Ada' } },
    ]);
  });

  it('checks an edited text again and answers with the verdict', async () => {
    const { id, version } = await pending();
    const answer = await whole.decide(id, version, { kind: 'approve-edited', text: 'A'.repeat(500) });
    expect(answer).toMatchObject({ status: 409, body: { code: 'blocked-by-policy', verdict: { verdict: 'block' } } });
  });

  it('takes no decision on a version that is not the one in force', async () => {
    const { id, version } = await pending();
    const answer = await whole.decide(id, version + 1, { kind: 'reject', reason: 'too-similar' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'version-changed', current: { item: { version } } } });
  });

  it.each(cut)('refuses a cursor it did not give at %s', async (path) => {
    for (const cursor of ['x', 'bm8', '\u0000', 'eyJhIjoxfQ', "'--", '\u{1f9e5}']) {
      const { status } = await whole.app.send('GET', `${path}?cursor=${encodeURIComponent(cursor)}`, whole.owner);
      expect([cursor, status]).toEqual([cursor, 400]);
    }
  });

  const strange = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\u0000', '%', "' OR 1=1 --", '\ud83d', '__proto__', '1e999'),
  );
  const encoded = (text: string) => encodeURIComponent(text.toWellFormed());

  it('brings no 500 for any id or filter', async () => {
    const filters = ['brand', 'campaign', 'cohort', 'request', 'state', 'verdict', 'rule', 'writer', 'cursor'];
    const asked = fc.record({
      route: fc.constantFrom(...all),
      id: strange,
      name: fc.constantFrom(...filters),
      value: strange,
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ route, id, name, value }) => {
        const path = route.path.includes('{id}')
          ? route.path.replace('{id}', encoded(id).replace(/^\.{0,2}$/, '-'))
          : `${route.path}?${name}=${encoded(value)}`;
        const sent = { ...whole.stranger, ...bodyFor(route) };
        const { status, text } = await whole.app.send(route.method.toUpperCase(), path, sent);
        expect(status, `${route.operationId} ${path} ${text}`).toBeLessThan(500);
      }),
      { numRuns: 200 },
    );
  });

  it('brings no 500 for any edited text', async () => {
    const { id, version } = await pending();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (odd) => {
        // Too long to be approved, so that every one of them is checked.
        const text = odd + 'A'.repeat(200);
        const { status, body } = await whole.decide(id, version, { kind: 'approve-edited', text });
        expect([status, body]).toMatchObject([409, { code: 'blocked-by-policy' }]);
      }),
      { numRuns: 60 },
    );
  });
});
