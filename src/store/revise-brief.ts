/** Revises a brief with everything that hangs on it, in one transaction; or works it out and writes nothing. */
import type { BriefCase, BriefChange, BriefStore } from '../ports/brief-store.ts';
import { holdChains } from './audit-chain.ts';
import { brandInForce } from './brand-store.ts';
import { newestOf } from './brief-reads.ts';
import type { BriefShelf } from './brief-shelf.ts';
import { cohortCases } from './cohort-cases.ts';
import type { Database, Reading, Writing } from './database.ts';
import { chunks } from './insert-all.ts';
import { requestFrame } from './request-frame.ts';
import { cohortOf } from './request-rows.ts';
import { keepCohortChanges, keepRevision } from './revision-rows.ts';
import type { CohortRow } from './tables.ts';

type Act = Parameters<BriefStore['revise']>[0];

/** Cohorts held in memory at once, with their lines. */
const batch = 50;

/** What is done with a change: written, or in a dry run nothing. */
type Keeping = {
  readonly revision: (change: BriefChange, rows: readonly CohortRow[]) => Promise<void>;
  readonly cohorts: (changes: readonly ReturnType<BriefChange['judge']>[]) => Promise<void>;
};

const dryRun: Keeping = { revision: async () => {}, cohorts: async () => {} };

/** The case as it was; `null` where there is no such brief. */
export function reviseBrief(database: Database, shelf: BriefShelf, act: Act): Promise<BriefCase | null> {
  if (act.isDryRun)
    return database.snapshot(async (db) => {
      const id = await newestOf(db, act.brandIds, act.briefId);
      return id === null ? null : revise(db, shelf, id, act.plan, dryRun);
    });
  return database.write(async (trx) => {
    const found = await newestOf(trx, act.brandIds, act.briefId);
    if (found === null) return null;
    const { brandId } = await shelf.take(trx, found);
    const chains = await holdChains(trx, [brandId]);
    // Another revision may have come before the chain was held.
    const id = (await newestOf(trx, act.brandIds, act.briefId)) ?? found;
    return revise(trx, shelf, id, act.plan, keeping(trx, chains));
  });
}

function keeping(trx: Writing, chains: Awaited<ReturnType<typeof holdChains>>): Keeping {
  return {
    revision: async (change, rows) => {
      await keepRevision(trx, change, rows);
      await chains.append(change.events);
    },
    cohorts: async (changes) => {
      await keepCohortChanges(trx, changes);
      await chains.append(changes.flatMap(({ events }) => events));
    },
  };
}

async function revise(
  db: Reading,
  shelf: BriefShelf,
  briefId: string,
  plan: Act['plan'],
  keep: Keeping,
): Promise<BriefCase> {
  const { id } = await db.selectFrom('requests').select('id').where('briefId', '=', briefId).executeTakeFirstOrThrow();
  const { request, campaign, brief } = await requestFrame(db, shelf, id);
  const inForce = await brandInForce(db, brief.brandId);
  if (!inForce) throw new Error(`The brand ${brief.brandId} has no published policy.`);
  const rows = await db.selectFrom('cohorts').selectAll().where('requestId', '=', id).orderBy('position').execute();
  const { release } = inForce;
  const briefCase = { revision: brief, campaign, request, release, cohorts: rows.map(cohortOf) };
  const change = plan(briefCase);
  if (!change) return briefCase;
  await keep.revision(change, rows);
  const byId = new Map(briefCase.cohorts.map((cohort) => [cohort.id, cohort]));
  const touched = change.touched.flatMap((cohortId) => byId.get(cohortId) ?? []);
  for (const some of chunks(touched, batch)) await keep.cohorts((await cohortCases(db, some)).map(change.judge));
  return briefCase;
}
