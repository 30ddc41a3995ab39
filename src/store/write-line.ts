/** Adds a person's line to a cohort: what it is judged by is read in the transaction that writes it. */
import type { ReviewStore, WrittenLine } from '../ports/review-store.ts';
import { among } from './among.ts';
import { holdChains } from './audit-chain.ts';
import type { BriefShelf } from './brief-shelf.ts';
import { insertCandidates } from './candidate-rows.ts';
import { readCohortCase } from './cohort-case.ts';
import type { Database } from './database.ts';
import { lockCohort, saveCohort } from './drafting-acts.ts';
import { escapeNullable } from './escape-text.ts';
import { itemRow } from './review-rows.ts';

/** `null` where there is no such cohort. What `judge` throws undoes everything. */
export function writeLine(
  database: Database,
  shelf: BriefShelf,
  which: Parameters<ReviewStore['writeLine']>[0],
): Promise<WrittenLine | null> {
  return database.write(async (trx) => {
    const found = await trx
      .selectFrom('cohorts')
      .select('brandId')
      .where('id', '=', which.cohortId)
      .where('brandId', 'in', among(which.brandIds))
      .executeTakeFirst();
    if (!found) return null;
    const chains = await holdChains(trx, [found.brandId]);
    const row = await lockCohort(trx, found.brandId, which.cohortId);
    if (!row) return null;
    const written = which.judge(await readCohortCase(trx, shelf, row, which));
    await insertCandidates(trx, [written.candidate]);
    if (written.item) await trx.insertInto('reviewItems').values(itemRow(written.item)).execute();
    await saveCohort(trx, { ...written.cohort, id: row.id, reason: escapeNullable(written.cohort.reason) });
    await chains.append(written.events);
    return written;
  });
}
