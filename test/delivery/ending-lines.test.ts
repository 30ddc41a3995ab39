import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { postgresDatabase, sqliteDatabase } from '../support/test-databases.ts';
import { callerAs, cohort, saleBrief, type TruthDesk, truthDesk } from '../support/truth-desk.ts';

const coats = 'New coats are here';
const wool = 'A wool coat for the bus stop';
const dayMs = 24 * 60 * 60 * 1000;

describe.each([
  ['SQLite', sqliteDatabase],
  ['PostgreSQL', () => postgresDatabase()],
] as const)('an approved line, on %s', (_, make) => {
  let desk: TruthDesk;
  beforeAll(async () => {
    desk = await truthDesk(await make());
  });
  afterAll(() => desk.close());

  const inReview = (name: string) => {
    desk.willWrite(name, coats, wool);
    return desk.accept(saleBrief({ externalId: name, cohorts: [cohort(name)] }));
  };
  const read = (lineId = '') => desk.useCases.delivery.read(desk.tool, desk.brandIds, lineId);
  const cohortOf = async (requestId: string) => (await desk.progress(requestId)).cohorts[0];

  it('is taken back with its reason, by a compliance officer too, and its cohort lacks it', async () => {
    const { request } = await inReview('recalled');
    const { line } = await desk.approve(request.id, coats);
    expect((await cohortOf(request.id))?.cohort.state).toBe('ready');
    const officer = callerAs('compliance');
    const recall = () => desk.useCases.lines.recall(officer, desk.brandIds, line?.id ?? '', 'The page is not up.');
    expect((await recall()).line).toMatchObject({ state: 'recalled', reason: 'The page is not up.' });
    await expect(read(line?.id)).rejects.toMatchObject({
      code: 'approval-void',
      message: expect.stringContaining('The page is not up.'),
      members: { state: 'recalled' },
    });
    const after = await cohortOf(request.id);
    expect([after?.cohort.state, after?.counts.approved]).toEqual(['in-review', 0]);
    await expect(recall()).rejects.toMatchObject({ code: 'approval-void' });
    const strange = desk.useCases.lines.recall(officer, ['another'], line?.id ?? '', 'x');
    await expect(strange).rejects.toMatchObject({ code: 'not-found' });
    expect(await desk.actions()).toContain('line.recalled');
  });

  it('ends with its time, and so does what nobody decided; nothing is approved by it', async () => {
    const { request } = await inReview('expiring');
    const { line } = await desk.approve(request.id, coats);
    const [waiting] = await desk.pending((await cohortOf(request.id))?.cohort.id);
    desk.advance(2 * dayMs);
    const actions = async () => (await desk.actions()).filter((action) => /expired/.test(action));
    await vi.waitFor(async () => expect(new Set(await actions())).toEqual(new Set(['line.expired', 'item.expired'])), {
      timeout: 10_000,
    });
    await expect(read(line?.id)).rejects.toMatchObject({ code: 'approval-void', members: { state: 'expired' } });
    const entry = await desk.useCases.review.item(desk.brandIds, waiting?.item.id ?? '');
    expect([entry.item.state, entry.decision?.kind, entry.decision?.decidedBy]).toEqual(['expired', 'expired', null]);
    expect((await cohortOf(request.id))?.cohort.state).toBe('ready');
  });
});
