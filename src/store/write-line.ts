/** Adds a person's line to a cohort: what it is judged by is read in the transaction that writes it. */
import type { CohortCase, ReviewStore, WrittenLine } from '../ports/review-store.ts';
import { among } from './among.ts';
import { holdChains } from './audit-chain.ts';
import { brandInForce } from './brand-store.ts';
import type { BriefShelf } from './brief-shelf.ts';
import { insertCandidates } from './candidate-rows.ts';
import { countsOfCohort } from './cohort-counts.ts';
import type { Database, Writing } from './database.ts';
import { lockCohort, saveCohort } from './drafting-acts.ts';
import { escapeNullable, escapeText } from './escape-text.ts';
import { requestFrame } from './request-frame.ts';
import { cohortOf } from './request-rows.ts';
import { itemRow } from './review-rows.ts';
import { seenLines } from './seen-lines.ts';
import type { CohortRow } from './tables.ts';

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
    const written = which.judge(await readCase(trx, shelf, row, which));
    await insertCandidates(trx, [written.candidate]);
    if (written.item) await trx.insertInto('reviewItems').values(itemRow(written.item)).execute();
    await saveCohort(trx, { ...written.cohort, id: row.id, reason: escapeNullable(written.cohort.reason) });
    await chains.append(written.events);
    return written;
  });
}

async function readCase(
  trx: Writing,
  shelf: BriefShelf,
  row: CohortRow,
  { text, seenSince }: { readonly text: string; readonly seenSince: string },
): Promise<CohortCase> {
  const inForce = await brandInForce(trx, row.brandId);
  if (!inForce) throw new Error(`The brand ${row.brandId} has no published policy.`);
  const { campaign, brief } = await requestFrame(trx, shelf, row.requestId);
  const cohort = cohortOf(row);
  const earlier = await trx
    .selectFrom('candidates')
    .select('id')
    .where('cohortId', '=', row.id)
    .where('text', '=', escapeText(text))
    .orderBy('id')
    .executeTakeFirst();
  return {
    ...inForce,
    cohort,
    campaign,
    brief,
    counts: await countsOfCohort(trx, row.id),
    seen: await seenLines(trx, { brandId: row.brandId, cohortExternalId: cohort.externalId, since: seenSince }),
    sameText: earlier?.id ?? null,
  };
}
