/** Inserting many rows: a statement takes only so many values. */
import type { Insertable } from 'kysely';
import type { Writing } from './database.ts';
import type { Tables } from './tables.ts';

/** SQLite binds at most 32,766 values (SQLITE_MAX_VARIABLE_NUMBER), PostgreSQL's protocol 65,535. */
const mostValues = 30_000;

/** `list` in pieces of at most `size`. */
export function* chunks<Entry>(list: readonly Entry[], size: number): Generator<readonly Entry[]> {
  for (let start = 0; start < list.length; start += size) yield list.slice(start, start + size);
}

/** Inserts all rows of a table, which must have the same columns; none is fine too. */
export async function insertAll<Table extends keyof Tables>(
  trx: Writing,
  table: Table,
  rows: readonly Insertable<Tables[Table]>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).length;
  for (const some of chunks(rows, Math.floor(mostValues / Math.max(columns, 1))))
    await trx.insertInto(table).values(some).execute();
}
