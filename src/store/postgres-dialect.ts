/** PostgreSQL for Kysely: one pool of connections per process. */
import {
  CompiledQuery,
  type DatabaseConnection,
  PostgresDialect,
  PostgresQueryCompiler,
  type QueryCompiler,
} from 'kysely';
import pg from 'pg';
import type { Log } from '../ports/log.ts';
import { inSnakeCase } from './spelling.ts';

/** Connections of one node; each act holds one for a few milliseconds. */
const connections = 10;
const int8 = 20;

/** A node that freezes inside an act must not keep the others from its brand for ever. */
const limits = `select set_config('idle_in_transaction_session_timeout', '30s', false), set_config('lock_timeout', '30s', false)`;

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
  return new SpellingDialect({
    pool,
    onCreateConnection: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw(limits));
      bearNul(connection);
    },
  });
}

class SpellingDialect extends PostgresDialect {
  override createQueryCompiler(): QueryCompiler {
    return new SpellingCompiler();
  }
}

class SpellingCompiler extends PostgresQueryCompiler {
  protected override sanitizeIdentifier(name: string): string {
    return super.sanitizeIdentifier(inSnakeCase(name));
  }
}

/**
 * Lets a search for a value with U+0000 find nothing, as on SQLite, where PostgreSQL would refuse the whole query:
 * ids come from outside and none holds it. What is written is escaped before it comes here.
 */
function bearNul(connection: DatabaseConnection): void {
  const execute = connection.executeQuery.bind(connection);
  connection.executeQuery = (query, options) => execute(isSearchForNul(query) ? withoutNul(query) : query, options);
}

function isSearchForNul({ query, parameters }: CompiledQuery): boolean {
  return (
    query.kind === 'SelectQueryNode' && parameters.some((value) => typeof value === 'string' && value.includes('\0'))
  );
}

function withoutNul(query: CompiledQuery): CompiledQuery {
  const parameters = query.parameters.map((value) =>
    typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value,
  );
  return { ...query, parameters };
}
