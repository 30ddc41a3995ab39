import { afterEach, describe, expect, it } from 'vitest';
import type { UseCases } from '../../../src/http/use-cases.ts';
import { type ServedApp, servedApp } from '../support/served-app.ts';
import { person } from '../support/signed-in.ts';

let app: ServedApp | undefined;
afterEach(() => app?.close());

async function serve(review: Partial<UseCases['review']> = {}): Promise<ServedApp> {
  app = await servedApp({ loren: person() }, { instead: { review } });
  return app;
}

const items = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `item_${index}`, version: 1 }));
const session = 'loren';

describe('several lines at once', () => {
  it.each([
    ['25 are approved', items(25), { kind: 'approve' }, 200],
    ['26 are not approved', items(26), { kind: 'approve' }, 422],
    ['100 are rejected', items(100), { kind: 'reject', reason: 'legal' }, 200],
    ['101 are not rejected', items(101), { kind: 'reject', reason: 'legal' }, 422],
    ['none are decided', [], { kind: 'approve' }, 422],
    ['"other" needs a comment', items(1), { kind: 'reject', reason: 'other' }, 422],
    ['a warning is not passed', items(1), { kind: 'approve', warningsPassed: 'on-purpose' }, 422],
  ])('%s', async (_, seen, decision, status) => {
    const served = await serve();
    const sent = await served.send('POST', '/v1/review-decisions', { session, json: { items: seen, decision } });
    expect(sent.status, sent.text).toBe(status);
  });
});

describe('the list of lines', () => {
  it('passes on which lines are wanted', async () => {
    const asked: unknown[] = [];
    const served = await serve({
      lines: async (...given) => {
        asked.push(given.slice(1));
        return { data: [], nextCursor: null };
      },
    });
    const query = 'tab=approved&campaign=camp_1&cohort=coh_1&rule=length&risk=none&olderThanHours=24&search=Coat';
    expect((await served.send('GET', `/v1/review-lines?${query}&limit=50`, { session })).status).toBe(200);
    const wanted = { tab: 'approved', campaignId: 'camp_1', cohortId: 'coh_1', rule: 'length', hasWarnings: false };
    expect(asked).toEqual([
      [['tilden-row'], { ...wanted, olderThanHours: 24, search: 'Coat' }, { limit: 50, cursor: null }],
    ]);
    expect((await served.send('GET', '/v1/review-lines?tab=all', { session })).status).toBe(400);
  });

  it('answers its counts with 304 until something changed', async () => {
    const served = await serve();
    const first = await served.send('GET', '/v1/review-counts', { session });
    expect(first.body).toMatchObject({ waiting: 7, blocked: 1, mark: 'a-mark' });
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    expect((await served.send('GET', '/v1/review-counts', { session, headers })).status).toBe(304);
    const other = { 'if-none-match': '"another"' };
    expect((await served.send('GET', '/v1/review-counts', { session, headers: other })).status).toBe(200);
  });
});
