/** Takes cohorts out of drafting and review in one act. */
import { openStates } from '../domain/review-states.ts';
import type { GenerationStore } from '../ports/generation-store.ts';
import { among } from './among.ts';
import { holdChains } from './audit-chain.ts';
import type { Database, Writing } from './database.ts';
import { escapeText } from './escape-text.ts';
import { chunks } from './insert-all.ts';
import { campaignOfRequest } from './request-frame.ts';
import { cohortOf } from './request-rows.ts';
import { insertDecisions, itemOf } from './review-rows.ts';
import type { CohortRow } from './tables.ts';

type Act = Parameters<GenerationStore['cancel']>[0];

/** How many ids one statement names. */
const atOnce = 500;

/** False where there is no such request or cohort. */
export function cancel(database: Database, act: Act): Promise<boolean> {
  return database.write(async (trx) => {
    const found = await selectTarget(trx, act).select(['brandId', 'requestId']).executeTakeFirst();
    if (!found) return false;
    const chains = await holdChains(trx, [found.brandId]);
    const all = await trx
      .selectFrom('cohorts')
      .selectAll()
      .where('requestId', '=', found.requestId)
      .orderBy('position')
      .forUpdate()
      .execute();
    const isMeant = ({ id }: CohortRow) => 'requestId' in act.which || id === act.which.cohortId;
    const rows = all.filter((row) => isMeant(row) && row.state !== 'cancelled');
    const pending = await trx
      .selectFrom('reviewItems')
      .selectAll()
      .where('requestId', '=', found.requestId)
      .where('state', 'in', openStates)
      .$if('cohortId' in act.which, (query) =>
        query.where('cohortId', '=', 'cohortId' in act.which ? act.which.cohortId : ''),
      )
      .forUpdate()
      .execute();
    if (rows.length === 0) return true;
    const { decisions, jobKeys, events } = act.judge({
      campaign: await campaignOfRequest(trx, found.requestId),
      cohorts: rows.map(cohortOf),
      pending: pending.map(itemOf),
      others: all.filter((row) => !rows.includes(row)).map((row) => cohortOf(row).state),
    });
    for (const ids of chunks(
      rows.map(({ id }) => id),
      atOnce,
    ))
      await trx
        .updateTable('cohorts')
        .set({ state: 'cancelled', reason: escapeText(act.reason), isHeldBack: 0, updatedAt: act.at })
        .where('id', 'in', ids)
        .execute();
    for (const ids of chunks(
      pending.map(({ id }) => id),
      atOnce,
    ))
      await trx
        .updateTable('reviewItems')
        .set((eb) => ({
          state: 'not-needed',
          version: eb('version', '+', 1),
          claimedBy: null,
          claimedSince: null,
          claimedUntil: null,
          updatedAt: act.at,
        }))
        .where('id', 'in', ids)
        .execute();
    await insertDecisions(trx, decisions);
    await dropWaitingJobs(trx, jobKeys, act.at);
    await chains.append(events);
    return true;
  });
}

function selectTarget(trx: Writing, { brandIds, which }: Act) {
  return trx
    .selectFrom('cohorts')
    .where('brandId', 'in', among(brandIds))
    .$if('requestId' in which, (query) => query.where('requestId', '=', 'requestId' in which ? which.requestId : ''))
    .$if('cohortId' in which, (query) => query.where('id', '=', 'cohortId' in which ? which.cohortId : ''));
}

/** A job that runs is left to end by itself, so that the reply it waits for is kept; it finds nothing to do then. */
async function dropWaitingJobs(trx: Writing, keys: readonly string[], now: string): Promise<void> {
  for (const some of chunks(keys, atOnce))
    await trx
      .deleteFrom('jobs')
      .where('jobKey', 'in', some.map(escapeText))
      .where((eb) => eb.or([eb('leaseUntil', 'is', null), eb('leaseUntil', '<=', now)]))
      .execute();
}
