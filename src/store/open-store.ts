/** Opens the Store on the database an address names, with its tables brought forward. */
import { sql } from 'kysely';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { accessStore } from './access-store.ts';
import { brandStore } from './brand-store.ts';
import { briefShelf } from './brief-shelf.ts';
import { database, openKysely } from './database.ts';
import { databasePlace } from './database-url.ts';
import { deliveryStore } from './delivery-store.ts';
import { evidenceStore } from './evidence-store.ts';
import { generationStore } from './generation-store.ts';
import { jobTable } from './job-table.ts';
import { migrate } from './migrate.ts';
import { postgresTerms, sqliteTerms } from './migrations/terms.ts';
import { postgresDialect } from './postgres-dialect.ts';
import { reviewStore } from './review-store.ts';
import { neighbours } from './seen-lines.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import type { Tables } from './tables.ts';

/**
 * `databaseUrl` is `sqlite:` with a path or `:memory:`, or `postgres://…`; a missing SQLite file is made.
 * Throws where the address names no database, or the database does not answer or cannot be brought forward.
 */
export async function openStore(parts: { readonly databaseUrl: string; readonly log?: Log }): Promise<Store> {
  const place = databasePlace(parts.databaseUrl);
  const isSqlite = place.kind === 'sqlite';
  const db = openKysely<Tables>(isSqlite ? sqliteDialect(place.file) : postgresDialect(place.url, parts.log));
  try {
    await migrate(db, isSqlite ? sqliteTerms : postgresTerms, parts.log);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const tables = database(db);
  const shelf = briefShelf();
  return {
    access: accessStore(tables),
    brands: brandStore(tables, shelf),
    delivery: deliveryStore(tables, shelf),
    evidence: evidenceStore(tables, shelf),
    generation: generationStore(tables, shelf),
    jobs: jobTable(tables),
    neighbours: neighbours(tables),
    review: reviewStore(tables, shelf),
    ping: () => tables.read(async (rows) => void (await sql`select 1`.execute(rows))),
    close: tables.close,
  };
}
