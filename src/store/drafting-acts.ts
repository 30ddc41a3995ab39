/** What a drafting run writes. Each act bears being done again after a crash. */
import { sql } from 'kysely';
import type { NewAuditEvent } from '../domain/audit-event.ts';
import { isUnderWay, type RequestCohort } from '../domain/variant-request.ts';
import type { GenerationStore, KeptDrafts } from '../ports/generation-store.ts';
import { chainsOf, holdChains } from './audit-chain.ts';
import { insertCandidates, replyRows } from './candidate-rows.ts';
import { countsOfCohort } from './cohort-counts.ts';
import type { Database, Writing } from './database.ts';
import { escapeNullable, escapeText } from './escape-text.ts';
import { hotQuery } from './hot-query.ts';
import { insertAll } from './insert-all.ts';
import { insertJobs } from './job-rows.ts';
import { cohortOf } from './request-rows.ts';
import { itemRow } from './review-rows.ts';
import { runRow } from './run-notes.ts';
import type { CohortRow } from './tables.ts';

type DraftingActs = Pick<
  GenerationStore,
  'startDrafting' | 'noteDelay' | 'leaveToAsk' | 'keepReply' | 'keepDrafts' | 'endRun' | 'retryCohorts' | 'addNotedRun'
>;

/** The writing acts of a drafting run on a database. */
export function draftingActs(database: Database): DraftingActs {
  return {
    startDrafting: (cohortId, run, at) =>
      database.writeRedoable(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('cohorts')
          .set({ state: 'drafting', updatedAt: at })
          .where('id', '=', cohortId)
          .where('run', '=', run)
          .where('state', '=', 'waiting')
          .executeTakeFirst();
        return numUpdatedRows === 1n;
      }),
    noteDelay: (cohortId, run, reason, at) =>
      database.writeRedoable(async (trx) => {
        const said = escapeText(reason);
        await trx
          .updateTable('cohorts')
          .set({ reason: said, updatedAt: at })
          .where('id', '=', cohortId)
          .where('run', '=', run)
          .where('state', '=', 'drafting')
          // A cohort that waits on for the same reason did not change.
          .where((eb) => eb.or([eb('reason', 'is', null), eb('reason', '<>', said)]))
          .execute();
      }),
    leaveToAsk: (cohortId, run) =>
      database.read(async (db) => {
        const row = await db
          .selectFrom('cohorts')
          .leftJoin('brandPauses', 'brandPauses.brandId', 'cohorts.brandId')
          .select(['cohorts.state', 'brandPauses.pausedAt'])
          .where('cohorts.id', '=', cohortId)
          .where('cohorts.run', '=', run)
          .executeTakeFirst();
        if (row?.state !== 'drafting') return 'over';
        return row.pausedAt === null ? 'granted' : 'paused';
      }),
    keepReply: (reply, events) =>
      database.writeRedoable(async (trx) => {
        const chains = await holdChains(trx, chainsOf(events));
        const rows = replyRows(reply);
        await trx
          .insertInto('prompts')
          .values(rows.prompt)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('replies')
          .values(rows.reply)
          .onConflict((conflict) => conflict.columns(['cohortId', 'run', 'round']).doNothing())
          .executeTakeFirst();
        if (numInsertedOrUpdatedRows === 1n) await chains.append(events);
      }),
    keepDrafts: (drafts) => database.writeRedoable((trx) => keepDrafts(trx, drafts)),
    endRun: (act) =>
      database.writeRedoable(async (trx) => {
        const found = await trx
          .selectFrom('cohorts')
          .select('brandId')
          .where('id', '=', act.cohortId)
          .executeTakeFirst();
        if (!found) return;
        const chains = await holdChains(trx, [found.brandId]);
        const row = await lockCohort(trx, found.brandId, act.cohortId);
        if (row?.state !== 'drafting' || row.run !== act.run) return;
        const { state, reason, events } = act.settle(
          await countsOfCohort(trx, act.cohortId),
          (await draftingOthers(trx, row)) === 0,
        );
        await saveCohort(trx, { ...row, state, reason: escapeNullable(reason), updatedAt: act.at });
        await chains.append(events);
      }),
    retryCohorts: (brandId, acts) =>
      database.write(async (trx) => {
        const chains = await holdChains(trx, [brandId]);
        const retried: RequestCohort[] = [];
        for (const act of acts) {
          const row = await lockCohort(trx, brandId, act.cohortId);
          if (!row || (row.state !== 'failed' && row.state !== 'exhausted')) continue;
          const again = { ...row, state: 'waiting', reason: null, run: row.run + 1, updatedAt: act.at };
          await saveCohort(trx, again);
          await insertJobs(trx, [act.jobFor(again.run)], row.turn);
          await chains.append(act.events);
          retried.push(cohortOf(again));
        }
        return retried;
      }),
    addNotedRun: (act) => database.write(async (trx) => addRun(trx, await holdChains(trx, [act.brandId]), act)),
  };
}

/**
 * Puts a cohort back to `waiting` with its next run; `null` while it is drafted or once it is cancelled.
 * `decisionId` is the rejection it goes with, where a line was sent back.
 */
export async function addRun(
  trx: Writing,
  chains: Awaited<ReturnType<typeof holdChains>>,
  act: Parameters<GenerationStore['addNotedRun']>[0],
  decisionId: string | null = null,
): Promise<RequestCohort | null> {
  const row = await lockCohort(trx, act.brandId, act.cohortId);
  if (!row) return null;
  const before = cohortOf(row);
  if (isUnderWay(before.state) || before.state === 'cancelled') return null;
  const again = { ...row, state: 'waiting', reason: null, run: row.run + 1, updatedAt: act.at };
  const { note, count, askedBy, at: askedAt } = act;
  const asked = { run: again.run, note, count, askedIn: before.state, askedBy, askedAt };
  await saveCohort(trx, again);
  await trx
    .insertInto('runs')
    .values(runRow(asked, { ...act, decisionId }))
    .execute();
  await insertJobs(trx, [act.jobFor(again.run)], row.turn);
  await chains.append([act.eventFor({ ...before, run: again.run })]);
  return cohortOf(again);
}

/** A cohort of a brand, locked until the transaction ends. */
export async function lockCohort(trx: Writing, brandId: string, cohortId: string): Promise<CohortRow | undefined> {
  return (await lockedCohorts(trx, { cohortId, brandId }))[0];
}

const lockedCohorts = hotQuery(['cohortId', 'brandId'], (db, mark) =>
  db
    .selectFrom('cohorts')
    .selectAll()
    .where('id', '=', mark('cohortId'))
    .where('brandId', '=', mark('brandId'))
    .forUpdate()
    .compile(),
);

/** How many other cohorts of its request wait or are drafted. Whole only for whoever holds the brand's chain. */
export async function draftingOthers(
  trx: Writing,
  { id, requestId }: Pick<CohortRow, 'id' | 'requestId'>,
): Promise<number> {
  const { count } = await trx
    .selectFrom('cohorts')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('requestId', '=', requestId)
    .where('id', '!=', id)
    .where('state', 'in', ['waiting', 'drafting'])
    .executeTakeFirstOrThrow();
  return count;
}

/** Writes what may change of a cohort. */
export async function saveCohort(
  trx: Writing,
  {
    id,
    state,
    reason,
    needed,
    run,
    updatedAt,
  }: Pick<CohortRow, 'id' | 'state' | 'reason' | 'needed' | 'run' | 'updatedAt'>,
): Promise<void> {
  await savedCohorts(trx, { id, state, reason, needed, run, updatedAt });
}

const savedCohorts = hotQuery(['id', 'state', 'reason', 'needed', 'run', 'updatedAt'], (db, mark) =>
  db
    .updateTable('cohorts')
    .set({
      state: mark('state'),
      reason: mark('reason'),
      needed: sql<number>`${mark('needed')}`,
      run: sql<number>`${mark('run')}`,
      updatedAt: mark('updatedAt'),
    })
    .where('id', '=', mark('id'))
    .compile(),
);

async function keepDrafts(trx: Writing, drafts: KeptDrafts): Promise<boolean> {
  const chains = await holdChains(trx, chainsOf(drafts.events));
  const cohort = await trx
    .selectFrom('cohorts')
    .innerJoin('requests', 'requests.id', 'cohorts.requestId')
    .select(['cohorts.state', 'requests.briefId'])
    .where('cohorts.id', '=', drafts.cohortId)
    .executeTakeFirst();
  if (cohort?.briefId !== drafts.briefId) return false;
  const { numUpdatedRows } = await trx
    .updateTable('replies')
    .set({ isKept: 1 })
    .where('id', '=', drafts.replyId)
    .where('cohortId', '=', drafts.cohortId)
    .where('isKept', '=', 0)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  await insertCandidates(trx, drafts.candidates);
  if (cohort.state === 'cancelled') {
    await chains.append(drafts.events.map(unreviewed));
    return true;
  }
  await insertAll(trx, 'reviewItems', drafts.items.map(itemRow));
  await chains.append(drafts.events);
  return true;
}

/** The event of drafts that came after their cohort was cancelled: none of them went to review. */
function unreviewed(event: NewAuditEvent): NewAuditEvent {
  return { ...event, details: { ...event.details, toReview: 0, isCancelled: true } };
}
