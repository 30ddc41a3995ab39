/** Transactions that do not wait for the disk, on either kind of database (docs/adr/0008). */
import { sql } from 'kysely';
import type { Unhurried } from './database.ts';

/** In WAL mode NORMAL keeps the file whole; the next commit under FULL makes everything before it durable too. */
export const sqliteUnhurried: Unhurried = (db, work) =>
  db.connection().execute(async (connection) => {
    await sql`pragma synchronous = normal`.execute(connection);
    try {
      return await connection.transaction().execute(work);
    } finally {
      await sql`pragma synchronous = full`.execute(connection);
    }
  });

/** The log is written within three times wal_writer_delay (0.2 s), in order. */
export const postgresUnhurried: Unhurried = (db, work) =>
  db.transaction().execute(async (trx) => {
    await sql`set local synchronous_commit = off`.execute(trx);
    return work(trx);
  });
