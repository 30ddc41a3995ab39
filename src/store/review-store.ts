/** What review/ asks of the Store. */
import { openStates } from '../domain/review-states.ts';
import type { ReviewStore } from '../ports/review-store.ts';
import { among } from './among.ts';
import type { BriefShelf } from './brief-shelf.ts';
import { closeCohort } from './close-cohort.ts';
import { afterOf, pageOf } from './cursor.ts';
import type { Database, Writing } from './database.ts';
import { hotQuery } from './hot-query.ts';
import { queueCohorts, queueEntries, selectItems, selectWaitingCohorts } from './queue-reads.ts';
import { itemOf } from './review-rows.ts';
import { decideItem, reviewCase } from './ruling.ts';
import type { ReviewItemRow } from './tables.ts';
import { undoDecision } from './undo-decision.ts';
import { writeLine } from './write-line.ts';

const itemsById = hotQuery(['itemId'], (db, mark) =>
  db.selectFrom('reviewItems').selectAll().where('id', '=', mark('itemId')).compile(),
);

/** The ReviewStore on a database. */
export function reviewStore(database: Database, shelf: BriefShelf): ReviewStore {
  return {
    entries: (filter, { limit, cursor }) =>
      database.snapshot(async (db) => {
        const after = afterOf('review-items', cursor) ?? '';
        const entries = await queueEntries(db, await selectItems(db, filter, after, limit + 1));
        return pageOf('review-items', entries, limit, ({ item }) => item.id);
      }),
    entry: (brandIds, itemId) =>
      database.snapshot(async (db) => {
        const rows = await itemsById(db, { itemId });
        const own = rows.filter(({ brandId }) => brandIds.includes(brandId));
        return (await queueEntries(db, own))[0] ?? null;
      }),
    reviewCase: (brandIds, itemId, seenSince) =>
      database.snapshot((db) => reviewCase(db, shelf, { brandIds, itemId, seenSince })),
    cohortsWaiting: (brandIds, page) =>
      database.snapshot(async (db) => {
        const { data, nextCursor } = await selectWaitingCohorts(db, brandIds, page);
        return { data: await queueCohorts(db, shelf, data), nextCursor };
      }),
    queueCohort: (brandIds, cohortId) =>
      database.snapshot(async (db) => {
        const rows = await db
          .selectFrom('cohorts')
          .selectAll()
          .where('id', '=', cohortId)
          .where('brandId', 'in', among(brandIds))
          .execute();
        return (await queueCohorts(db, shelf, rows))[0] ?? null;
      }),
    claim: (brandIds, itemIds, claim, now, isTakingOver = false) =>
      database.write(async (trx) => {
        const pending = await lockPending(trx, brandIds, itemIds);
        const free = pending.filter(
          ({ claimedBy, claimedUntil, firstApprovedBy }) =>
            // Whoever gave the first approval can do no more for the line, and would only keep others from it.
            firstApprovedBy !== claim.userId &&
            (isTakingOver || claimedBy === null || claimedBy === claim.userId || (claimedUntil ?? '') <= now),
        );
        const { userId, until } = claim;
        const isRenewed = (row: ReviewItemRow) => row.claimedBy === userId && (row.claimedUntil ?? '') > now;
        const [renewed, taken] = [free.filter(isRenewed), free.filter((row) => !isRenewed(row))];
        const held = { claimedBy: userId, claimedSince: now, claimedUntil: until };
        await setClaim(trx, renewed, { claimedUntil: until });
        await setClaim(trx, taken, held);
        return free.map((row) => itemOf({ ...row, ...(isRenewed(row) ? { claimedUntil: until } : held) }));
      }),
    release: (brandIds, itemIds, userId) =>
      database.write(async (trx) => {
        const pending = await lockPending(trx, brandIds, itemIds);
        const own = pending.filter(({ claimedBy }) => claimedBy === userId);
        await setClaim(trx, own, { claimedBy: null, claimedSince: null, claimedUntil: null });
      }),
    decide: (brandIds, itemId, seenSince, judge) => decideItem(database, shelf, { brandIds, itemId, seenSince }, judge),
    undo: (brandIds, itemId, judge) => undoDecision(database, { brandIds, itemId }, judge),
    writeLine: (which) => writeLine(database, shelf, which),
    closeCohort: (brandIds, cohortId, judge) => closeCohort(database, brandIds, cohortId, judge),
  };
}

/** Locked in the order of their ids, so that two claims of the same items never wait for each other. */
function lockPending(trx: Writing, brandIds: readonly string[], itemIds: readonly string[]): Promise<ReviewItemRow[]> {
  return trx
    .selectFrom('reviewItems')
    .selectAll()
    .where('id', 'in', among(itemIds))
    .where('brandId', 'in', among(brandIds))
    .where('state', 'in', openStates)
    .orderBy('id')
    .forUpdate()
    .execute();
}

async function setClaim(
  trx: Writing,
  rows: readonly ReviewItemRow[],
  to: Partial<Pick<ReviewItemRow, 'claimedBy' | 'claimedSince' | 'claimedUntil'>>,
): Promise<void> {
  await trx
    .updateTable('reviewItems')
    .set(to)
    .where('id', 'in', among(rows.map(({ id }) => id)))
    .execute();
}
