/** Undoing the decision on one item: what that rests on, and what it writes. */
import { sql } from 'kysely';
import type { ReviewStore, UndoCase, Undone } from '../ports/review-store.ts';
import { among } from './among.ts';
import { holdChains } from './audit-chain.ts';
import { brandInForce } from './brand-store.ts';
import { countsOfCohort } from './cohort-counts.ts';
import type { Database, Writing } from './database.ts';
import { lockCohort, saveCohort } from './drafting-acts.ts';
import { escapeNullable, escapeText } from './escape-text.ts';
import { selectDecisions } from './queue-reads.ts';
import { cohortOf } from './request-rows.ts';
import { decisionOf, itemOf, lineOf, lineRow, rewriteLines, saveItem } from './review-rows.ts';
import type { ReviewItemRow } from './tables.ts';

/** `null` where there is no such item. What `judge` throws undoes everything. */
export function undoDecision(
  database: Database,
  which: { readonly brandIds: readonly string[]; readonly itemId: string },
  judge: Parameters<ReviewStore['undo']>[2],
): Promise<Undone | null> {
  return database.write(async (trx) => {
    const byId = trx
      .selectFrom('reviewItems')
      .selectAll()
      .where('id', '=', which.itemId)
      .where('brandId', 'in', among(which.brandIds));
    const found = await byId.executeTakeFirst();
    if (!found) return null;
    const chains = await holdChains(trx, [found.brandId]);
    const undoCase = await readCase(trx, await byId.forUpdate().executeTakeFirstOrThrow());
    const undone = judge(undoCase);
    const { item, decision, line, cohort } = undone;
    await saveItem(trx, { ...item, id: found.id });
    await trx
      .updateTable('decisions')
      .set({ undoneAt: decision.undoneAt, undoneBy: decision.undoneBy })
      .where('id', '=', decision.id)
      .where('itemId', '=', found.id)
      .execute();
    if (line) await rewriteLines(trx, [lineRow(line, undoCase.cohort.externalId)]);
    await saveCohort(trx, { ...cohort, id: undoCase.cohort.id, reason: escapeNullable(cohort.reason) });
    await chains.append(undone.events);
    return undone;
  });
}

async function readCase(trx: Writing, row: ReviewItemRow): Promise<UndoCase> {
  const cohort = await lockCohort(trx, row.brandId, row.cohortId);
  const inForce = await brandInForce(trx, row.brandId);
  if (!cohort || !inForce) throw new Error(`The review item ${row.id} lacks its cohort or its brand.`);
  const [decision, earlier] = await selectDecisions(trx)
    .where('decisions.itemId', '=', row.id)
    .orderBy('decisions.id', 'desc')
    .limit(2)
    .execute();
  const line = await trx
    .selectFrom('approvedLines')
    .selectAll()
    .where('candidateId', '=', (decision?.isFirstOfTwo === 0 && decision.candidateId) || '')
    .where('state', '!=', sql.lit('undone'))
    .executeTakeFirst();
  return {
    item: itemOf(row),
    decision: decision ? decisionOf(decision) : null,
    earlier: earlier ? decisionOf(earlier) : null,
    line: line ? lineOf(line) : null,
    isDelivered: line ? await isDelivered(trx, row.brandId, line.id) : false,
    brand: inForce.brand,
    cohort: cohortOf(cohort),
    counts: await countsOfCohort(trx, cohort.id),
  };
}

/** Whether a campaign tool fetched the line, said that it used it, or was or is just being told of it. */
async function isDelivered(trx: Writing, brandId: string, lineId: string): Promise<boolean> {
  const fetched = trx.selectFrom('deliveries').select('lineId as id').where('lineId', '=', lineId);
  const used = trx.selectFrom('acknowledgements').select('lineId as id').where('lineId', '=', lineId);
  const told = trx
    .selectFrom('webhookDeliveries')
    .select('subject as id')
    .where('subject', '=', escapeText(lineId))
    .where('endpointId', 'in', (eb) => eb.selectFrom('webhookEndpoints').select('id').where('brandId', '=', brandId))
    .where((eb) => eb.or([eb('attemptsDocument', '<>', '[]'), eb('sendingUntil', 'is not', null)]));
  return (await fetched.unionAll(used).unionAll(told).executeTakeFirst()) !== undefined;
}
