/** PostgreSQL for Kysely: one pool of connections per process. */
import { PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Log } from '../ports/log.ts';

/** Connections of one node; each act holds one for a few milliseconds. */
const connections = 10;
const int8 = 20;

/** The pool connects when it is first used. */
export function postgresDialect(url: string, log?: Log): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10_000,
    application_name: 'linewright',
    types: {
      // Counts and sequence numbers stay far below 2^53.
      getTypeParser: (oid, format) => (oid === int8 ? Number : pg.types.getTypeParser(oid, format)),
    },
  });
  // An idle connection that is lost tells the pool; unheard, that would end the process.
  pool.on('error', (error) =>
    log?.warn({ err: error }, 'A connection to PostgreSQL was lost; the next act opens another'),
  );
  return new PostgresDialect({ pool });
}
