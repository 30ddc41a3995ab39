/** Opens the Store on the database an address names, with its tables brought forward. */
import { type Kysely, sql } from 'kysely';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { accessStore } from './access-store.ts';
import { accountStore } from './account-store.ts';
import { approvedTexts } from './approved-texts.ts';
import { brandStore } from './brand-store.ts';
import { briefShelf } from './brief-shelf.ts';
import { briefStore } from './brief-store.ts';
import { database, openKysely } from './database.ts';
import { type DatabasePlace, databasePlace } from './database-url.ts';
import { deliveryStore } from './delivery-store.ts';
import { evidenceStore } from './evidence-store.ts';
import { fallbackStore } from './fallback-store.ts';
import { figuresStore } from './figures-store.ts';
import { generationStore } from './generation-store.ts';
import { idempotencyStore } from './idempotency-store.ts';
import { jobTable } from './job-table.ts';
import { libraryStore } from './library-store.ts';
import { lineActsStore } from './line-acts-store.ts';
import { lineStore } from './line-store.ts';
import { migrate } from './migrate.ts';
import { postgresTerms, sqliteTerms } from './migrations/terms.ts';
import { outcomeStore } from './outcome-store.ts';
import { overrideStore } from './override-store.ts';
import { paceStore } from './pace-store.ts';
import { pauseStore } from './pause-store.ts';
import { postgresDialect } from './postgres-dialect.ts';
import { queueStore } from './queue-store.ts';
import { reviewStore } from './review-store.ts';
import { ruleCountStore } from './rule-counts.ts';
import { neighbours } from './seen-lines.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import type { Tables } from './tables.ts';
import { postgresUnhurried, sqliteUnhurried } from './unhurried.ts';
import { webhookStore } from './webhook-store.ts';

/**
 * `databaseUrl` is `sqlite:` with a path or `:memory:`, or `postgres://…`; a missing SQLite file is made.
 * Throws where the address names no database, or the database does not answer or cannot be brought forward.
 */
export async function openStore(parts: { readonly databaseUrl: string; readonly log?: Log }): Promise<Store> {
  const place = databasePlace(parts.databaseUrl);
  const db = await openTables(place, parts.log);
  const tables = database(db, place.kind === 'sqlite' ? sqliteUnhurried : postgresUnhurried);
  const shelf = briefShelf();
  return {
    access: accessStore(tables),
    accounts: accountStore(tables),
    approvedTexts: approvedTexts(tables),
    brands: brandStore(tables, shelf),
    briefs: briefStore(tables, shelf),
    delivery: deliveryStore(tables, shelf),
    evidence: evidenceStore(tables, shelf),
    fallbacks: fallbackStore(tables),
    figures: figuresStore(tables),
    generation: generationStore(tables, shelf),
    idempotency: idempotencyStore(tables),
    jobs: jobTable(tables),
    library: libraryStore(tables, shelf),
    lines: lineStore(tables),
    neighbours: neighbours(tables),
    overrides: overrideStore(tables, shelf),
    pace: paceStore(tables),
    pauses: pauseStore(tables),
    outcomes: outcomeStore(tables, shelf),
    lineActs: lineActsStore(tables, shelf),
    queue: queueStore(tables, shelf),
    review: reviewStore(tables, shelf),
    ruleCounts: ruleCountStore(tables),
    webhooks: webhookStore(tables, shelf),
    ping: () => tables.read(async (rows) => void (await sql`select 1`.execute(rows))),
    close: tables.close,
  };
}

async function openTables(place: DatabasePlace, log?: Log): Promise<Kysely<Tables>> {
  const db = await reach(place, log);
  try {
    await migrate(db, place.kind === 'sqlite' ? sqliteTerms : postgresTerms, log);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** A database that answered once. What keeps it from answering is the operator's to mend, so it is said in words. */
async function reach(place: DatabasePlace, log?: Log): Promise<Kysely<Tables>> {
  let db: Kysely<Tables> | undefined;
  try {
    db = openKysely<Tables>(place.kind === 'sqlite' ? sqliteDialect(place.file) : postgresDialect(place.url, log));
    await sql`select 1`.execute(db);
    return db;
  } catch (error) {
    await db?.destroy();
    throw new Error(`${nameOf(place)} cannot be opened: ${reasonOf(error)}. Check DATABASE_URL.`, { cause: error });
  }
}

/** Without the password. */
function nameOf(place: DatabasePlace): string {
  if (place.kind === 'sqlite') return `The database file ${place.file}`;
  const { hostname, port, pathname } = new URL(place.url);
  return `The PostgreSQL database ${pathname.slice(1)} at ${hostname}:${port || '5432'}`;
}

/** A host with several addresses fails with an AggregateError, whose own message is empty. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
