/** What waits for people, and letting in what was held back, on a database. */
import { sql } from 'kysely';

import type { ReviewLoad } from '../domain/review-pace.ts';
import { openStates } from '../domain/review-states.ts';
import type { PaceStore } from '../ports/pace-store.ts';
import { holdChains } from './audit-chain.ts';
import type { Database, Reading } from './database.ts';
import { insertJobs } from './job-rows.ts';
import { cohortOf } from './request-rows.ts';

const mostDecisions = 5_000;

/** The PaceStore on a database. */
export function paceStore(database: Database): PaceStore {
  return {
    decisionsSince: (brandId, since) =>
      database.read(async (db) => {
        const rows = await db
          .selectFrom('decisions')
          .select('decidedAt')
          .where('brandId', '=', brandId)
          .where('decidedAt', '>=', since)
          .where('kind', 'in', ['approve', 'approve-edited', 'reject'])
          // The pace is one of lines, and a first approval leaves its line waiting.
          .where('isFirstOfTwo', '=', 0)
          .orderBy('decidedAt', 'desc')
          .limit(mostDecisions)
          .execute();
        return rows.map(({ decidedAt }) => decidedAt);
      }),
    load: (brandId) => database.snapshot((db) => loadOf(db, brandId)),
    brandsHoldingBack: () =>
      database.read(async (db) => {
        const rows = await db
          .selectFrom('cohorts')
          .select('brandId')
          .distinct()
          .where('isHeldBack', '=', sql.lit(1))
          .execute();
        return rows.map(({ brandId }) => brandId);
      }),
    letIn: ({ brandId, count, jobFor }) =>
      database.write(async (trx) => {
        // Nothing is told; the head of the chain keeps two nodes from letting the same cohorts in.
        await holdChains(trx, [brandId]);
        const load = await loadOf(trx, brandId);
        const ids = load.heldBack.slice(0, count(load)).map(({ cohortId }) => cohortId);
        if (ids.length === 0) return 0;
        const rows = await trx.selectFrom('cohorts').selectAll().where('id', 'in', ids).execute();
        await trx.updateTable('cohorts').set({ isHeldBack: 0 }).where('id', 'in', ids).execute();
        for (const row of rows) await insertJobs(trx, [jobFor(cohortOf(row))], row.turn);
        return ids.length;
      }),
  };
}

async function loadOf(db: Reading, brandId: string): Promise<ReviewLoad> {
  const { pending } = await db
    .selectFrom('reviewItems')
    .select(({ fn }) => fn.countAll<number>().as('pending'))
    .where('brandId', '=', brandId)
    .where('state', 'in', openStates)
    .executeTakeFirstOrThrow();
  const { expected } = await db
    .selectFrom('cohorts')
    .select(({ fn }) => fn.sum<number | null>('expected').as('expected'))
    .where('brandId', '=', brandId)
    .where('state', 'in', ['waiting', 'drafting'])
    .where('isHeldBack', '=', 0)
    .executeTakeFirstOrThrow();
  const heldBack = await db
    .selectFrom('cohorts')
    .select(['id as cohortId', 'expected'])
    .where('brandId', '=', brandId)
    .where('isHeldBack', '=', sql.lit(1))
    .orderBy('turn')
    .orderBy('id')
    .execute();
  return { pending, expected: Number(expected ?? 0), heldBack };
}
