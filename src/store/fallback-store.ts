/** The lines brands fall back on, on a database. */
import { sql } from 'kysely';
import { FallbackLine } from '../domain/fallback-line.ts';
import type { FallbackStore } from '../ports/fallback-store.ts';
import { among } from './among.ts';
import { holdChains } from './audit-chain.ts';
import { releaseOf } from './brand-rows.ts';
import { afterOf, pageOf } from './cursor.ts';
import type { Database, Reading } from './database.ts';
import { escapeNullable, escapeText, unescapeNullable, unescapeText } from './escape-text.ts';
import type { FallbackLineRow } from './fallback-tables.ts';
import { noteFallbacks } from './note-fallbacks.ts';

/** The FallbackStore on a database. */
export function fallbackStore(database: Database): FallbackStore {
  return {
    add: (brandId, judge) =>
      database.write(async (trx) => {
        const chains = await holdChains(trx, [brandId]);
        const inForce = await trx
          .selectFrom('policyReleases')
          .selectAll()
          .where('brandId', '=', brandId)
          .where('state', '=', sql.lit('published'))
          .executeTakeFirst();
        if (!inForce) return null;
        const { line, events } = judge(releaseOf(inForce));
        await trx.insertInto('fallbackLines').values(rowOf(line)).execute();
        await chains.append(events);
        return line;
      }),
    list: (brandIds, { limit, cursor }) =>
      database.read(async (db) => {
        const after = afterOf('fallback-lines', cursor);
        const rows = await db
          .selectFrom('fallbackLines')
          .selectAll()
          .where('brandId', 'in', among(brandIds))
          .$if(after !== null, (some) => some.where('id', '<', after))
          .orderBy('id', 'desc')
          .limit(limit + 1)
          .execute();
        return pageOf('fallback-lines', rows.map(lineOf), limit, ({ id }) => id);
      }),
    change: (brandIds, lineId, change) =>
      database.write(async (trx) => {
        const found = await find(trx, brandIds, lineId);
        if (!found) return null;
        const chains = await holdChains(trx, [found.brandId]);
        const row = (await find(trx, brandIds, lineId)) ?? found;
        const { line, events } = change(lineOf(row));
        await trx.updateTable('fallbackLines').set(rowOf(line)).where('id', '=', lineId).execute();
        await chains.append(events);
        return line;
      }),
    live: (brandIds) =>
      database.read(async (db) => {
        const rows = await db
          .selectFrom('fallbackLines')
          .selectAll()
          .where('brandId', 'in', among(brandIds))
          .where('state', '=', 'live')
          .orderBy('id')
          .execute();
        return rows.map(lineOf);
      }),
    given: ({ brandIds, cohortExternalIds, since }) =>
      database.read(async (db) => {
        const rows = await db
          .selectFrom('fallbackDeliveries')
          .select(['lineId', 'cohortId', 'brandId', 'cohortExternalId'])
          .where('brandId', 'in', among(brandIds))
          .where('cohortExternalId', 'in', among([...new Set(cohortExternalIds.map(escapeText))]))
          .where('deliveredAt', '>=', since)
          .orderBy('deliveredAt')
          .orderBy('lineId')
          .execute();
        return rows.map((row) => ({ ...row, cohortExternalId: unescapeText(row.cohortExternalId) }));
      }),
    noteGiven: (act) => noteFallbacks(database, act),
  };
}

function find(db: Reading, brandIds: readonly string[], lineId: string): Promise<FallbackLineRow | undefined> {
  return db
    .selectFrom('fallbackLines')
    .selectAll()
    .where('id', '=', lineId)
    .where('brandId', 'in', among(brandIds))
    .executeTakeFirst();
}

function rowOf({ text, preheader, reason, verdict, ...rest }: FallbackLine): FallbackLineRow {
  return {
    ...rest,
    text: escapeText(text),
    preheader: escapeNullable(preheader),
    reason: escapeNullable(reason),
    verdictDocument: JSON.stringify(verdict),
  };
}

function lineOf({ text, preheader, reason, verdictDocument, ...rest }: FallbackLineRow): FallbackLine {
  return FallbackLine.parse({
    ...rest,
    text: unescapeText(text),
    preheader: unescapeNullable(preheader),
    reason: unescapeNullable(reason),
    verdict: JSON.parse(verdictDocument),
  });
}
