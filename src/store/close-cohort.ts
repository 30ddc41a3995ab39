/** Puts every pending item of a cohort away at once. */
import { openStates } from '../domain/review-states.ts';
import type { ClosedCohort, ReviewStore } from '../ports/review-store.ts';
import { among } from './among.ts';
import { holdChains } from './audit-chain.ts';
import { countsOfCohort } from './cohort-counts.ts';
import type { Database } from './database.ts';
import { lockCohort, saveCohort } from './drafting-acts.ts';
import { escapeNullable } from './escape-text.ts';
import { refuseSimulation } from './refuse-simulation.ts';
import { cohortOf } from './request-rows.ts';
import { insertDecisions, itemOf, saveItem } from './review-rows.ts';

/** `null` where there is no such cohort. */
export function closeCohort(
  database: Database,
  brandIds: readonly string[],
  cohortId: string,
  judge: Parameters<ReviewStore['closeCohort']>[2],
): Promise<ClosedCohort | null> {
  return database.write(async (trx) => {
    const found = await trx
      .selectFrom('cohorts')
      .select('brandId')
      .where('id', '=', cohortId)
      .where('brandId', 'in', among(brandIds))
      .executeTakeFirst();
    if (!found) return null;
    const chains = await holdChains(trx, [found.brandId]);
    const row = await lockCohort(trx, found.brandId, cohortId);
    if (!row) return null;
    const pending = await trx
      .selectFrom('reviewItems')
      .selectAll()
      .where('cohortId', '=', cohortId)
      .where('state', 'in', openStates)
      .orderBy('id')
      .forUpdate()
      .execute();
    const closed = judge(cohortOf(row), await countsOfCohort(trx, cohortId), pending.map(itemOf));
    await refuseSimulation(trx, found.brandId, closed.decisions);
    // Items of one cohort are few; one statement for each keeps this plain.
    for (const item of closed.items) await saveItem(trx, item);
    await insertDecisions(trx, closed.decisions);
    await saveCohort(trx, { ...closed.cohort, id: cohortId, reason: escapeNullable(closed.cohort.reason) });
    await chains.append(closed.events);
    return closed;
  });
}
