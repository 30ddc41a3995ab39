/** The brands that are paused, on a database. */
import { BrandPause } from '../domain/brand-pause.ts';
import type { PauseStore } from '../ports/pause-store.ts';
import { among } from './among.ts';
import { holdChains } from './audit-chain.ts';
import type { Database, Reading } from './database.ts';
import { escapeText, unescapeText } from './escape-text.ts';

/** The PauseStore on a database. */
export function pauseStore(database: Database): PauseStore {
  return {
    pausesOf: (brandIds) => database.read((db) => pausesOf(db, brandIds)),
    pause: (pause, event) =>
      database.write(async (trx) => {
        const chains = await holdChains(trx, [pause.brandId]);
        const [standing] = await pausesOf(trx, [pause.brandId]);
        if (standing?.reason === pause.reason) return;
        const row = { ...pause, reason: escapeText(pause.reason) };
        await trx
          .insertInto('brandPauses')
          .values(row)
          .onConflict((conflict) => conflict.column('brandId').doUpdateSet(row))
          .execute();
        await chains.append([event]);
      }),
    resume: (brandId, event) =>
      database.write(async (trx) => {
        const chains = await holdChains(trx, [brandId]);
        const { numDeletedRows } = await trx
          .deleteFrom('brandPauses')
          .where('brandId', '=', brandId)
          .executeTakeFirst();
        if (numDeletedRows === 1n) await chains.append([event]);
      }),
  };
}

/** The pauses that stand among brands. */
export async function pausesOf(db: Reading, brandIds: readonly string[]): Promise<BrandPause[]> {
  const rows = await db.selectFrom('brandPauses').selectAll().where('brandId', 'in', among(brandIds)).execute();
  return rows.map((row) => BrandPause.parse({ ...row, reason: unescapeText(row.reason) }));
}
