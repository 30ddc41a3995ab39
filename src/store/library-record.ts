/** One approved line with all there is to say of it. */
import type { LibraryRecord } from '../ports/library-store.ts';
import { readAcknowledgements } from './acknowledgement-rows.ts';
import type { BriefShelf } from './brief-shelf.ts';
import { cohortCounts } from './cohort-counts.ts';
import type { Reading } from './database.ts';
import { unescapeNullable } from './escape-text.ts';
import { lineCases, selectLineCases } from './line-cases.ts';
import { lineReach } from './line-reach.ts';
import { outcomeOf } from './outcome-rows.ts';
import { cohortOf } from './request-rows.ts';

/** Words of campaign tools told at once; the rest is in lists of their own. */
const mostTold = 100;

/** The record of a line of these brands, as `db` sees it; `null` where there is none. */
export async function libraryRecord(
  db: Reading,
  shelf: BriefShelf,
  brandIds: readonly string[],
  lineId: string,
): Promise<LibraryRecord | null> {
  const rows = await selectLineCases(db).where('approvedLines.id', '=', lineId).execute();
  const [line] = await lineCases(db, shelf, rows);
  if (!line || !brandIds.includes(line.line.brandId)) return null;
  const { brandId, cohortId, policyHash } = line.line;
  const cohort = await db.selectFrom('cohorts').selectAll().where('id', '=', cohortId).executeTakeFirstOrThrow();
  const counts = (await cohortCounts(db, { cohortIds: [cohortId] }))(cohortId);
  const release = await db
    .selectFrom('policyReleases')
    .select('publishedAt')
    .where('brandId', '=', brandId)
    .where('policyHash', '=', policyHash)
    .where('publishedAt', 'is not', null)
    .orderBy('publishedAt', 'desc')
    .executeTakeFirst();
  return {
    line,
    reach: (await lineReach(db, [lineId]))(lineId),
    cohort: cohortOf(cohort),
    approved: counts.approved,
    policyPublishedAt: release?.publishedAt ?? null,
    deliveries: await deliveriesOf(db, lineId),
    acknowledgements: await acknowledgementsOf(db, lineId),
    outcomes: await outcomesOf(db, lineId),
  };
}

async function deliveriesOf(db: Reading, lineId: string): Promise<LibraryRecord['deliveries']> {
  const rows = await db
    .selectFrom('deliveries')
    .leftJoin('clients', 'clients.id', 'deliveries.clientId')
    .select(['deliveries.clientId', 'deliveries.deliveredAt', 'clients.name as client'])
    .where('deliveries.lineId', '=', lineId)
    .orderBy('deliveries.deliveredAt')
    .orderBy('deliveries.clientId')
    .execute();
  return rows.map((row) => ({ ...row, client: unescapeNullable(row.client) }));
}

async function acknowledgementsOf(db: Reading, lineId: string): Promise<LibraryRecord['acknowledgements']> {
  const rows = await db
    .selectFrom('acknowledgements')
    .selectAll()
    .where('lineId', '=', lineId)
    .orderBy('id', 'desc')
    .limit(mostTold)
    .execute();
  return rows.map(readAcknowledgements);
}

async function outcomesOf(db: Reading, lineId: string): Promise<LibraryRecord['outcomes']> {
  const rows = await db
    .selectFrom('outcomes')
    .selectAll()
    .where('lineId', '=', lineId)
    .where('replacedAt', 'is', null)
    .orderBy('id', 'desc')
    .limit(mostTold)
    .execute();
  return rows.map(outcomeOf);
}
