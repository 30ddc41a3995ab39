import { describe, expect, it } from 'vitest';
import { killStorm } from '../support/kill-storm.ts';
import { sqliteDatabase } from '../support/test-databases.ts';

/** Five instants that are always the same, so that a failure comes again; the soak takes others each time. */
const instants = [0.5, 0.1, 0.72, 0.93, 0.6];

describe('a service that is killed while it drafts', () => {
  it('finishes every cohort once, with no line lost or doubled and no saved reply paid for again', {
    timeout: 120_000,
  }, async () => {
    const database = await sqliteDatabase();
    let at = 0;
    const random = () => instants[at++ % instants.length] ?? 0.5;
    const after = await killStorm({ databaseUrl: database.databaseUrl, kills: instants.length, random });
    await database.remove();
    expect(after).toMatchObject({
      unfinished: [],
      lostOrDoubled: [],
      wronglyQueued: [],
      paidTwice: [],
      auditStatus: 0,
      stopStatus: 0,
      // It ends without `end`, so that whoever follows comes again.
      stream: expect.stringMatching(/^retry: 2000\n\nevent: snapshot\nid: \w+\ndata: .*\n\n$/),
    });
    expect(after.replies).toBeGreaterThanOrEqual(after.cohorts);
    expect(after.candidates).toBeGreaterThan(after.cohorts);
  });
});
