/** The table behind the embedded queues: a job belongs to whoever holds the token of its lease. */
import type { Claim, Job, JobKind, JobRows } from '../ports/job-queue.ts';
import type { Database } from './database.ts';
import { escapeText } from './escape-text.ts';
import { jobOf } from './job-rows.ts';
import type { JobRow } from './tables.ts';

/** The JobRows on a database. */
export function jobTable(database: Database): JobRows {
  const change = (id: string, leaseToken: string, to: Partial<JobRow>): Promise<boolean> =>
    database.writeRedoable(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('jobs')
        .set(to)
        .where('id', '=', id)
        .where('leaseToken', '=', leaseToken)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    });
  const uncounted = (id: string, leaseToken: string, to: Partial<JobRow>): Promise<boolean> =>
    database.writeRedoable(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('jobs')
        .set((eb) => ({ ...to, attempts: eb('attempts', '-', 1) }))
        .where('id', '=', id)
        .where('leaseToken', '=', leaseToken)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    });
  const unleased = { leaseUntil: null, leaseToken: null };
  return {
    claim: (by) => claim(database, by),
    renew: (id, leaseToken, leaseUntil) => change(id, leaseToken, { leaseUntil }),
    retry: (id, leaseToken, runAt, error) =>
      change(id, leaseToken, { ...unleased, runAt, lastError: escapeText(error) }),
    postpone: (id, leaseToken, runAt, reason) =>
      uncounted(id, leaseToken, { ...unleased, runAt, lastError: escapeText(reason) }),
    bury: (id, leaseToken, error) =>
      change(id, leaseToken, { ...unleased, state: 'dead', lastError: escapeText(error) }),
    finish: (id, leaseToken) =>
      database.writeRedoable(async (trx) => {
        const { numDeletedRows } = await trx
          .deleteFrom('jobs')
          .where('id', '=', id)
          .where('leaseToken', '=', leaseToken)
          .executeTakeFirst();
        return numDeletedRows === 1n;
      }),
    release: (id, leaseToken) => uncounted(id, leaseToken, unleased),
    waiting: () =>
      database.read(async (db) => {
        const { count } = await db
          .selectFrom('jobs')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .where('state', '=', 'waiting')
          .executeTakeFirstOrThrow();
        return count;
      }),
  };
}

/**
 * Looks before it claims: an idle queue asks each second and must not take SQLite's write lock for it. The drafting of a
 * paused brand waits unclaimed, so that a pause burns no attempt however long it lasts.
 */
async function claim<Kind extends JobKind>(database: Database, by: Claim<Kind>): Promise<readonly Job<Kind>[]> {
  const isAnyDue = await database.read((db) =>
    db
      .selectFrom('jobs')
      .select('id')
      .where('kind', '=', by.kind)
      .where('state', '=', 'waiting')
      .where('runAt', '<=', by.now)
      .$if(by.kind === 'draft-cohort', (query) =>
        query.where('brandId', 'not in', (eb) => eb.selectFrom('brandPauses').select('brandPauses.brandId')),
      )
      .where((eb) => eb.or([eb('leaseUntil', 'is', null), eb('leaseUntil', '<=', by.now)]))
      .limit(1)
      .executeTakeFirst(),
  );
  if (!isAnyDue) return [];
  const rows = await database.writeRedoable((trx) =>
    trx
      .updateTable('jobs')
      .set((eb) => ({
        leaseUntil: by.leaseUntil,
        leaseToken: by.leaseToken,
        attempts: eb('attempts', '+', 1),
      }))
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('jobs as due')
          .select('due.id')
          .where('due.kind', '=', by.kind)
          .where('due.state', '=', 'waiting')
          .where('due.runAt', '<=', by.now)
          .$if(by.kind === 'draft-cohort', (query) =>
            query.where('due.brandId', 'not in', (on) => on.selectFrom('brandPauses').select('brandPauses.brandId')),
          )
          .where((on) => on.or([on('due.leaseUntil', 'is', null), on('due.leaseUntil', '<=', by.now)]))
          .orderBy('due.turn')
          .orderBy('due.runAt')
          .orderBy('due.id')
          .limit(by.limit)
          // Two nodes that claim at once pass each other's rows by.
          .forUpdate()
          .skipLocked(),
      )
      .returningAll()
      .execute(),
  );
  return [...rows]
    .sort((a, b) => (a.turn + a.runAt + a.id < b.turn + b.runAt + b.id ? -1 : 1))
    .map((row) => jobOf(row, by.kind, by.maxAttempts));
}
