/** Adds a person's line to a cohort: what it is judged by is read in the transaction that writes it. */
import type { CohortCase, ReviewStore, WrittenLine } from '../ports/review-store.ts';
import { among } from './among.ts';
import { holdChains } from './audit-chain.ts';
import type { BriefShelf } from './brief-shelf.ts';
import { insertCandidates } from './candidate-rows.ts';
import { readCohortCase } from './cohort-case.ts';
import type { Database, Writing } from './database.ts';
import { lockCohort, saveCohort } from './drafting-acts.ts';
import { escapeNullable } from './escape-text.ts';
import { itemRow } from './review-rows.ts';

/** `null` where there is no such cohort. What `judge` throws undoes everything. */
export function writeLine(
  database: Database,
  shelf: BriefShelf,
  which: Parameters<ReviewStore['writeLine']>[0],
): Promise<WrittenLine | null> {
  return onLockedCohort(database, shelf, which, async (trx, found, chains) => {
    const written = which.judge(found);
    await insertCandidates(trx, [written.candidate]);
    if (written.item) await trx.insertInto('reviewItems').values(itemRow(written.item)).execute();
    const { id } = found.cohort;
    await saveCohort(trx, { ...written.cohort, id, reason: escapeNullable(written.cohort.reason) });
    await chains.append(written.events);
    return written;
  });
}

/** Does `act` on what a new text of a cohort is judged by, while cohort and chain are held. `null` without the cohort. */
export function onLockedCohort<Result>(
  database: Database,
  shelf: BriefShelf,
  which: {
    readonly brandIds: readonly string[];
    readonly cohortId: string;
    readonly text: string;
    readonly seenSince: string;
  },
  act: (trx: Writing, found: CohortCase, chains: Awaited<ReturnType<typeof holdChains>>) => Promise<Result>,
): Promise<Result | null> {
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
    return row ? act(trx, await readCohortCase(trx, shelf, row, which), chains) : null;
  });
}
