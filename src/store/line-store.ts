/** Ends approved lines and pending items, one brand at a time, each act holding that brand's chain. */
import { openStates } from '../domain/review-states.ts';
import type { LineStore } from '../ports/line-store.ts';
import { among } from './among.ts';
import { holdChains } from './audit-chain.ts';
import { cohortCounts, countsOfCohort } from './cohort-counts.ts';
import type { Database, Reading } from './database.ts';
import { lockCohort, saveCohort } from './drafting-acts.ts';
import { escapeNullable } from './escape-text.ts';
import { cohortOf } from './request-rows.ts';
import { insertDecisions, itemOf, lineOf, lineRow, rewriteLines, saveItems } from './review-rows.ts';
import { sandboxLines } from './sandbox-lines.ts';

/** The LineStore on a database. */
export function lineStore(database: Database): LineStore {
  return {
    endLine: (brandIds, lineId, judge) =>
      database.write(async (trx) => {
        const byId = trx
          .selectFrom('approvedLines')
          .selectAll()
          .where('id', '=', lineId)
          .where('brandId', 'in', among(brandIds));
        const found = await byId.executeTakeFirst();
        if (!found) return null;
        const chains = await holdChains(trx, [found.brandId]);
        const row = await byId.forUpdate().executeTakeFirstOrThrow();
        const cohortRow = await lockCohort(trx, row.brandId, row.cohortId);
        if (!cohortRow) throw new Error(`The line ${lineId} has no cohort.`);
        const cohort = cohortOf(cohortRow);
        const ended = judge({ line: lineOf(row), cohort, counts: await countsOfCohort(trx, row.cohortId) });
        await rewriteLines(trx, [lineRow(ended.line, cohort.externalId)]);
        await saveCohort(trx, { ...ended.cohort, id: cohort.id, reason: escapeNullable(ended.cohort.reason) });
        await chains.append(ended.events);
        return ended;
      }),
    sandboxLines: (which) => database.read((db) => sandboxLines(db, which)),
    // Looks first, so that a database where nothing is due is neither locked nor written.
    expireLines: async ({ now, limit, expire }) => {
      const due = (db: Reading) =>
        db.selectFrom('approvedLines').where('state', '=', 'live').where('validUntil', '<=', now);
      const first = await database.read((db) => due(db).select('brandId').executeTakeFirst());
      if (!first) return 0;
      return database.write(async (trx) => {
        const chains = await holdChains(trx, [first.brandId]);
        const rows = await due(trx)
          .where('brandId', '=', first.brandId)
          .selectAll()
          .orderBy('id')
          .limit(limit)
          .execute();
        const ended = rows.map((row) => ({ row, ...expire(lineOf(row)) }));
        await rewriteLines(
          trx,
          ended.map(({ row, line }) => ({ ...row, state: line.state, reason: line.reason, updatedAt: line.updatedAt })),
        );
        await chains.append(ended.flatMap(({ events }) => events));
        return ended.length;
      });
    },
    expireItems: async ({ now, triggeredBefore, limit, expire, settle }) => {
      const due = (db: Reading) =>
        db
          .selectFrom('reviewItems')
          .innerJoin('cohorts', 'cohorts.id', 'reviewItems.cohortId')
          .where('reviewItems.state', 'in', openStates)
          .where((eb) =>
            eb.or([
              eb('cohorts.sendAt', '<=', now),
              eb.and([eb('cohorts.sendAt', 'is', null), eb('reviewItems.createdAt', '<=', triggeredBefore)]),
            ]),
          );
      const first = await database.read((db) => due(db).select('reviewItems.brandId').executeTakeFirst());
      if (!first) return 0;
      return database.write(async (trx) => {
        const chains = await holdChains(trx, [first.brandId]);
        const rows = await due(trx)
          .where('reviewItems.brandId', '=', first.brandId)
          .selectAll('reviewItems')
          .orderBy('reviewItems.id')
          .limit(limit)
          .execute();
        const ended = rows.map((row) => expire(itemOf(row)));
        await saveItems(
          trx,
          ended.map(({ item }) => item),
        );
        await insertDecisions(
          trx,
          ended.map(({ decision }) => decision),
        );
        await chains.append(ended.flatMap(({ events }) => events));
        const cohortIds = [...new Set(rows.map(({ cohortId }) => cohortId))];
        const countsOf = await cohortCounts(trx, { cohortIds });
        const cohorts = await trx.selectFrom('cohorts').selectAll().where('id', 'in', among(cohortIds)).execute();
        for (const cohort of cohorts.map(cohortOf)) {
          const after = settle(cohort, countsOf(cohort.id));
          await saveCohort(trx, { ...after, reason: escapeNullable(after.reason) });
        }
        return ended.length;
      });
    },
  };
}
