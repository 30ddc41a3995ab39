import { afterEach, describe, expect, it } from 'vitest';
import { Problem } from '../../../src/domain/problem.ts';
import type { UseCases } from '../../../src/http/use-cases.ts';
import { brief, campaign, candidate, cohort, counts, decision, item } from '../support/samples.ts';
import { type ServedApp, servedApp } from '../support/served-app.ts';
import { person } from '../support/signed-in.ts';

const stands = { override: null, line: null, undoUntil: null, origin: { usage: null, note: null } };
let app: ServedApp | undefined;
afterEach(() => app?.close());

async function serve(
  review: Partial<UseCases['review']> = {},
  voices: Partial<UseCases['voices']> = {},
): Promise<ServedApp> {
  app = await servedApp({ loren: person() }, { instead: { review, voices } });
  return app;
}

const decide = (served: ServedApp, body: object = { kind: 'approve' }) =>
  served.send('POST', '/v1/review-items/item_1/decisions', { session: 'loren', json: { version: 1, decision: body } });
const throws = (problem: Problem) => async () => {
  throw problem;
};

describe('a decision', () => {
  it('gives the entry, the line and the cohort', async () => {
    const { status, body } = await decide(await serve());
    expect(status).toBe(201);
    expect(body).toMatchObject({ entry: { item: { id: 'item_1' } }, line: { id: 'line_1' }, cohort: { id: 'coh_1' } });
  });

  it.each(['already-decided', 'version-changed', 'claimed-by-another'] as const)(
    'that meets %s shows the line as it is now, with who did it',
    async (code) => {
      const served = await serve({
        decide: throws(new Problem(code, 'Too late.')),
        item: async () => ({ item: { ...item, state: 'approved', version: 2 }, candidate, decision, ...stands }),
      });
      const { status, body } = await decide(served);
      expect(status).toBe(409);
      expect(body).toMatchObject({
        code,
        detail: 'Too late.',
        current: { item: { state: 'approved', version: 2 }, claimedBy: 'Ada', decidedBy: 'Loren' },
      });
    },
  );

  it('that is undone gives the entry, the line and the cohort; one that stands shows the line as it is', async () => {
    const undo = (served: ServedApp) =>
      served.send('POST', '/v1/review-items/item_1/undos', { session: 'loren', json: { version: 2 } });
    const { status, body } = await undo(await serve());
    expect([status, body]).toMatchObject([201, { entry: { item: { id: 'item_1' } }, line: { id: 'line_1' } }]);
    await app?.close();
    const late = await undo(await serve({ undo: throws(new Problem('already-delivered', 'Recall it.')) }));
    expect([late.status, late.body]).toMatchObject([409, { code: 'already-delivered', current: { item: {} } }]);
  });

  it.each(['blocked-by-policy', 'warning-needs-reason'] as const)('that meets %s shows the verdict', async (code) => {
    const { basis: _, ...verdict } = candidate.verdict;
    const served = await serve({ decide: throws(new Problem(code, 'Not like this.', { members: { verdict } })) });
    const { status, body } = await decide(served, { kind: 'approve-edited', text: 'Cheap coats' });
    expect([status, body]).toMatchObject([409, { code, verdict: { verdict: 'pass', graphemes: 41 } }]);
  });

  it('cannot put on a problem what only the server may say', async () => {
    const members = { status: 200, code: 'internal', requestId: 'forged', type: 'forged', verdict: null };
    const served = await serve({ decide: throws(new Problem('blocked-by-policy', 'Not like this.', { members })) });
    expect((await decide(served)).body).toMatchObject({ status: 409, code: 'blocked-by-policy', verdict: null });
  });

  it('on a line of somebody else is not there', async () => {
    const served = await serve();
    const json = { version: 1, decision: { kind: 'approve' } };
    const { status } = await served.send('POST', '/v1/review-items/item_2/decisions', { session: 'loren', json });
    expect(status).toBe(404);
  });

  it('must name the version that was seen', async () => {
    const json = { decision: { kind: 'approve' } };
    const served = await serve();
    const sent = await served.send('POST', '/v1/review-items/item_1/decisions', { session: 'loren', json });
    expect(sent).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/version' }] } });
  });
});

describe('the queue', () => {
  it('shows a cohort with its own part of the brief only', async () => {
    const others = [...brief.brief.cohorts, { externalId: 'vips', name: 'VIP', who: 'The best', bought: [] }];
    const served = await serve({
      cohort: async () => ({
        cohort,
        campaign,
        counts,
        warnings: 0,
        holders: [],
        brief: { ...brief, brief: { ...brief.brief, cohorts: others } },
      }),
    });
    const { body } = await served.send('GET', '/v1/review-cohorts/coh_1', { session: 'loren' });
    expect(body).toMatchObject({ brief: { brief: { cohorts: [{ externalId: 'coat-browsers' }] } } });
  });

  it('names who holds a line while the claim lasts, and nobody after', async () => {
    const claimed = (until: string) => ({
      item: { ...item, claim: { userId: 'user_ada', since: until, until } },
      candidate,
      decision: null,
      ...stands,
    });
    const data = [claimed('2026-11-23T09:00:00.001Z'), claimed('2026-11-23T09:00:00.000Z')];
    const served = await serve({ items: async () => ({ data, nextCursor: null }) });
    const { body } = await served.send('GET', '/v1/review-items', { session: 'loren' });
    expect(body).toMatchObject({ data: [{ claimedBy: 'Ada' }, { claimedBy: null }] });
  });

  it('says how a line sounds while it waits, asking once for each brand, and no more once it is decided', async () => {
    const asked: string[] = [];
    const voice = { score: 71, usual: { from: 40, to: 90 }, traits: [], note: null };
    const waiting = { item, candidate, decision: null, ...stands };
    const decided = { item: { ...item, state: 'approved' as const }, candidate, decision, ...stands };
    const data = [waiting, waiting, decided];
    const served = await serve(
      { items: async () => ({ data, nextCursor: null }) },
      {
        of: async (brandId) => {
          asked.push(brandId);
          return () => voice;
        },
      },
    );
    const { body } = await served.send('GET', '/v1/review-items', { session: 'loren' });
    expect(body).toMatchObject({ data: [{ voice }, { voice }, { voice: null }] });
    expect(asked).toEqual(['tilden-row']);
  });

  it('shows somebody who is not known any more by id', async () => {
    const gone = { ...decision, decidedBy: 'user_gone' };
    const served = await serve({ item: async () => ({ item, candidate, decision: gone, ...stands }) });
    const { body } = await served.send('GET', '/v1/review-items/item_1', { session: 'loren' });
    expect(body).toMatchObject({ decidedBy: 'user_gone' });
  });

  it('passes on which lines are wanted', async () => {
    const asked: unknown[] = [];
    const served = await serve({
      items: async (...args) => {
        asked.push(args);
        return { data: [], nextCursor: null };
      },
    });
    await served.send('GET', '/v1/review-items?state=pending&cohort=coh_1&request=req_1&limit=3', { session: 'loren' });
    const filter = { brandIds: ['tilden-row'], state: 'pending', cohortId: 'coh_1', requestId: 'req_1' };
    expect(asked).toEqual([[filter, { limit: 3, cursor: null }]]);
  });
});
