import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresDatabase, sqliteDatabase } from '../support/test-databases.ts';
import { cohort, saleBrief, type TruthDesk, truthDesk } from '../support/truth-desk.ts';

const coats = 'New coats are here';

describe.each([
  ['SQLite', sqliteDatabase],
  ['PostgreSQL', () => postgresDatabase()],
] as const)('a line approved a moment ago, on %s', (_, make) => {
  let desk: TruthDesk;
  beforeAll(async () => {
    desk = await truthDesk(await make(), { graceSeconds: 90 });
  });
  afterAll(() => desk.close());

  it('is told of and handed out only once its grace is over', async () => {
    const { delivery } = desk.useCases;
    const { brandIds, tool } = desk;
    desk.willWrite('graced', coats);
    const { request } = await desk.accept(saleBrief({ externalId: 'graced', cohorts: [cohort('graced')] }));
    const { line } = await desk.approve(request.id, coats);
    const until = line?.releasedAt ?? '';
    expect(Date.parse(until) - Date.parse(desk.now())).toBe(90_000);
    const cohorts = async () =>
      (await delivery.cohorts(tool, { brandIds }, { limit: 10, cursor: null, changedSince: null })).data[0];
    const changes = async () =>
      (await delivery.changes(tool, { brandIds }, { limit: 10, cursor: null, updatedAfter: null })).data[0]?.reason;
    const read = () => delivery.read(tool, brandIds, line?.id ?? '');

    desk.advance(30_500);
    const reason = `it is in its release grace until ${until}`;
    expect(await desk.delivered()).toMatchObject({ lines: [], withheld: [{ reason }] });
    expect(await cohorts()).toMatchObject({ cohort: { state: 'ready' }, lines: [], withheld: [{ reason }] });
    expect(await changes()).toBe(reason);
    await expect(read()).rejects.toMatchObject({
      code: 'not-released',
      members: { releasedAt: until, retryAfterSeconds: 60 },
    });
    expect(await desk.actions()).not.toContain('line.delivered');

    desk.advance(59_500);
    expect((await read()).line.id).toBe(line?.id);
    expect((await desk.delivered()).lines).toHaveLength(1);
    expect((await cohorts())?.lines).toHaveLength(1);
    expect(await changes()).toBeNull();
  });
});
