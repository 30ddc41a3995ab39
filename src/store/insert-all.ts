/** Inserting rows, many or few: a statement takes only so many values, and one for few rows is made once. */
import type { CompiledQuery, Insertable } from 'kysely';
import type { Writing } from './database.ts';
import type { Tables } from './tables.ts';

/** SQLite binds at most 32,766 values (SQLITE_MAX_VARIABLE_NUMBER), PostgreSQL's protocol 65,535. */
const mostValues = 30_000;

/** Acts on one line write a row or two of a table; how many a draft has differs from one to the next. */
const mostInHotInsert = 2;

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
    await trx.executeQuery(some.length > mostInHotInsert ? compiled(trx, table, some) : madeOnce(trx, table, some));
}

function compiled<Table extends keyof Tables>(
  trx: Writing,
  table: Table,
  rows: readonly Insertable<Tables[Table]>[],
): CompiledQuery {
  return trx.insertInto(table).values(rows).compile();
}

/** By the adapter of the database, then by table, columns and number of rows. */
const made = new WeakMap<object, Map<string, CompiledQuery>>();

function madeOnce<Table extends keyof Tables>(
  trx: Writing,
  table: Table,
  rows: readonly Insertable<Tables[Table]>[],
): CompiledQuery {
  const { adapter } = trx.getExecutor();
  const ofDatabase = made.get(adapter) ?? new Map<string, CompiledQuery>();
  made.set(adapter, ofDatabase);
  const columns = Object.keys(rows[0] ?? {});
  const name = `${table} ${rows.length} ${columns.join(' ')}`;
  const known = ofDatabase.get(name) ?? compiled(trx, table, rows);
  const parameters = rows
    .map((row): Readonly<Record<string, unknown>> => row)
    .flatMap((row) => columns.map((column) => row[column]));
  // A value that is left out, or is an expression, makes another statement.
  if (known.parameters.length !== parameters.length || parameters.some(isNoValue)) return compiled(trx, table, rows);
  ofDatabase.set(name, known);
  return { ...known, parameters };
}

function isNoValue(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null);
}
