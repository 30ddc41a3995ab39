/**
 * The one way to the tables. Rows are read and written through what `read`, `snapshot` and `write` hand down, never
 * through a connection kept elsewhere: inside a transaction the outer database would hang on SQLite and, worse, write
 * outside of the transaction on PostgreSQL. Using it there throws on both.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type Dialect, Kysely, type Transaction } from 'kysely';
import { camelCaseRows } from './spelling.ts';
import type { Tables } from './tables.ts';

/** Something to read from: a connection or a transaction. */
export type Reading = Kysely<Tables>;

/** A transaction that writes. */
export type Writing = Transaction<Tables>;

/** The tables, in three ways of getting at them. */
export type Database = {
  /** One or more queries that need not see the same state. */
  readonly read: <Result>(work: (db: Reading) => Promise<Result>) => Promise<Result>;
  /** Queries that see one state of the database. */
  readonly snapshot: <Result>(work: (db: Reading) => Promise<Result>) => Promise<Result>;
  /** All of it or nothing. */
  readonly write: <Result>(work: (trx: Writing) => Promise<Result>) => Promise<Result>;
  /**
   * The same, without waiting for the disk. A crash of the process loses nothing; a power cut may take back the last
   * of these, never one that was followed by a `write`. For work that is simply done again then: drafting, leases.
   */
  readonly writeRedoable: <Result>(work: (trx: Writing) => Promise<Result>) => Promise<Result>;
  readonly close: () => Promise<void>;
};

/** How a kind of database runs a transaction without waiting for the disk. */
export type Unhurried = <Result>(db: Kysely<Tables>, work: (trx: Writing) => Promise<Result>) => Promise<Result>;

/** A Kysely instance that knows both spellings: camelCase here, snake_case in the database. */
export function openKysely<Schema>(dialect: Dialect): Kysely<Schema> {
  return new Kysely<Schema>({ dialect, plugins: [camelCaseRows] });
}

/** The database behind a dialect, its tables being there. */
export function database(db: Kysely<Tables>, unhurried: Unhurried): Database {
  const inTransaction = new AsyncLocalStorage<boolean>();
  const alone = <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (inTransaction.getStore())
      return Promise.reject(new Error('The outer database was used inside a transaction. Hand the transaction down.'));
    return work();
  };
  return {
    read: (work) => alone(() => work(db)),
    // "read only" makes it repeatable on SQLite as well: its reader keeps the state it began with.
    snapshot: (work) =>
      alone(() =>
        inTransaction.run(true, () =>
          db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
        ),
      ),
    write: (work) => alone(() => inTransaction.run(true, () => db.transaction().execute(work))),
    writeRedoable: (work) => alone(() => inTransaction.run(true, () => unhurried(db, work))),
    close: () => db.destroy(),
  };
}
