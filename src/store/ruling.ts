/** Deciding one item: what the decision rests on, and what it writes. */
import type { ReviewCase, Ruling } from '../ports/review-store.ts';
import { among } from './among.ts';
import { holdChains } from './audit-chain.ts';
import { brandInForce } from './brand-store.ts';
import type { BriefShelf } from './brief-shelf.ts';
import { insertCandidates } from './candidate-rows.ts';
import { countsOfCohort } from './cohort-counts.ts';
import type { Database, Reading, Writing } from './database.ts';
import { lockCohort, saveCohort } from './drafting-acts.ts';
import { escapeNullable } from './escape-text.ts';
import { hotQuery } from './hot-query.ts';
import { queueEntries } from './queue-reads.ts';
import { refuseSimulation } from './refuse-simulation.ts';
import { requestFrame } from './request-frame.ts';
import { cohortOf } from './request-rows.ts';
import { insertDecisions, insertLine, saveItem } from './review-rows.ts';
import { seenLines } from './seen-lines.ts';
import type { CohortRow, ReviewItemRow } from './tables.ts';

const brandsOfItem = hotQuery(['itemId'], (db, mark) =>
  db.selectFrom('reviewItems').select('brandId').where('id', '=', mark('itemId')).compile(),
);
const lockedItems = hotQuery(['itemId'], (db, mark) =>
  db.selectFrom('reviewItems').selectAll().where('id', '=', mark('itemId')).forUpdate().compile(),
);

/** `null` where there is no such item. What `judge` throws undoes everything. */
export function decideItem(
  database: Database,
  shelf: BriefShelf,
  which: { readonly brandIds: readonly string[]; readonly itemId: string; readonly seenSince: string },
  judge: (reviewCase: ReviewCase) => Ruling,
): Promise<Ruling | null> {
  return onLockedCase(database, shelf, which, async (trx, found, chains) => {
    const ruling = judge(found);
    await refuseSimulation(trx, found.brand.id, [ruling.decision]);
    await writeRuling(trx, found, ruling);
    await chains.append(ruling.events);
    return ruling;
  });
}

/** Does `act` on what a decision rests on, while item, cohort and chain are held. `null` where there is no such item. */
export function onLockedCase<Result>(
  database: Database,
  shelf: BriefShelf,
  which: { readonly brandIds: readonly string[]; readonly itemId: string; readonly seenSince: string },
  act: (trx: Writing, found: ReviewCase, chains: Awaited<ReturnType<typeof holdChains>>) => Promise<Result>,
): Promise<Result | null> {
  return database.write(async (trx) => {
    const [found] = await brandsOfItem(trx, { itemId: which.itemId });
    if (!found || !which.brandIds.includes(found.brandId)) return null;
    const chains = await holdChains(trx, [found.brandId]);
    const [row] = await lockedItems(trx, { itemId: which.itemId });
    if (!row) throw new Error(`The review item ${which.itemId} went away.`);
    return act(trx, await readCase(trx, shelf, row, which.seenSince), chains);
  });
}

/** What a decision would rest on as `db` sees it; nothing is locked. `null` where there is no such item. */
export async function reviewCase(
  db: Reading,
  shelf: BriefShelf,
  which: { readonly brandIds: readonly string[]; readonly itemId: string; readonly seenSince: string },
): Promise<ReviewCase | null> {
  const row = await db
    .selectFrom('reviewItems')
    .selectAll()
    .where('id', '=', which.itemId)
    .where('brandId', 'in', among(which.brandIds))
    .executeTakeFirst();
  if (!row) return null;
  const cohortRow = await db.selectFrom('cohorts').selectAll().where('id', '=', row.cohortId).executeTakeFirst();
  return caseOf(db, shelf, row, cohortRow, which.seenSince);
}

async function readCase(trx: Writing, shelf: BriefShelf, row: ReviewItemRow, seenSince: string): Promise<ReviewCase> {
  return caseOf(trx, shelf, row, await lockCohort(trx, row.brandId, row.cohortId), seenSince);
}

async function caseOf(
  trx: Reading,
  shelf: BriefShelf,
  row: ReviewItemRow,
  cohortRow: CohortRow | undefined,
  seenSince: string,
): Promise<ReviewCase> {
  const [entry] = await queueEntries(trx, [row]);
  const inForce = await brandInForce(trx, row.brandId);
  if (!entry || !cohortRow || !inForce)
    throw new Error(`The review item ${row.id} lacks its candidate, its cohort or its brand's published policy.`);
  const { campaign, brief } = await requestFrame(trx, shelf, row.requestId);
  const cohort = cohortOf(cohortRow);
  return {
    ...entry,
    ...inForce,
    cohort,
    campaign,
    brief,
    counts: await countsOfCohort(trx, cohort.id),
    seen: await seenLines(trx, {
      brandId: row.brandId,
      cohortExternalId: cohort.externalId,
      since: seenSince,
    }),
  };
}

/** Writes item, decision, text, line and cohort of a ruling. */
export async function writeRuling(
  trx: Writing,
  { item: before, cohort: decidedFor }: ReviewCase,
  { item, decision, edited, line, cohort }: Ruling,
): Promise<void> {
  if (edited) await insertCandidates(trx, [edited]);
  await saveItem(trx, { ...item, id: before.id });
  await insertDecisions(trx, [decision]);
  if (line) await insertLine(trx, line, decidedFor.externalId);
  await saveCohort(trx, { ...cohort, id: decidedFor.id, reason: escapeNullable(cohort.reason) });
}
