/** Notes which client got which fallback line for which cohort, and says so in the audit log the first time. */
import type { FallbackStore, GivenFallback } from '../ports/fallback-store.ts';
import { among } from './among.ts';
import { holdChains } from './audit-chain.ts';
import type { Database, Reading } from './database.ts';
import { escapeText } from './escape-text.ts';
import { chunks } from './insert-all.ts';

type Act = Parameters<FallbackStore['noteGiven']>[0];

/** Looks first: whoever asks again is mostly given what it knows, and then nothing is written or locked. */
export async function noteFallbacks(database: Database, act: Act): Promise<void> {
  for (const given of chunks(act.given, 1_000)) {
    const fresh = await database.read((db) => newTo(db, act.clientId, given));
    if (fresh.length > 0) await note(database, act, fresh);
  }
}

async function newTo(db: Reading, clientId: string, given: readonly GivenFallback[]): Promise<GivenFallback[]> {
  const rows = await db
    .selectFrom('fallbackDeliveries')
    .select(['lineId', 'cohortId'])
    .where('clientId', '=', clientId)
    .where('cohortId', 'in', among(given.map(({ cohortId }) => cohortId)))
    .execute();
  const known = new Set(rows.map(keyOf));
  return given.filter((each) => !known.has(keyOf(each)));
}

async function note(database: Database, act: Act, given: readonly GivenFallback[]): Promise<void> {
  await database.write(async (trx) => {
    const chains = await holdChains(
      trx,
      given.map(({ brandId }) => brandId),
    );
    const noted = await trx
      .insertInto('fallbackDeliveries')
      .values(
        given.map(({ cohortExternalId, ...ids }) => ({
          ...ids,
          cohortExternalId: escapeText(cohortExternalId),
          clientId: act.clientId,
          deliveredAt: act.at,
        })),
      )
      .onConflict((conflict) => conflict.columns(['lineId', 'cohortId', 'clientId']).doNothing())
      .returning(['lineId', 'cohortId', 'brandId'])
      .execute();
    await chains.append(noted.map(act.eventFor));
  });
}

function keyOf({ lineId, cohortId }: Pick<GivenFallback, 'lineId' | 'cohortId'>): string {
  return JSON.stringify([lineId, cohortId]);
}
