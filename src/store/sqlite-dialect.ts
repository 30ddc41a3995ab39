/**
 * SQLite for Kysely: durable, safe beside another process on the same file, and quick on statements seen before.
 * Nothing outside this file knows what SQLite lacks.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type SelectModifierNode,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
  type TransactionSettings,
} from 'kysely';

/** How long a writer waits for another process's transaction before it gives up. */
const busyTimeoutMs = 10_000;

/** Opens the file, creating it and its folder where they are missing. */
export function sqliteDialect(file: string): Dialect {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const database = new Sqlite(file, { timeout: busyTimeoutMs });
  database.pragma('journal_mode = WAL');
  // In WAL mode NORMAL may lose the last commits at a power cut, and an approval must survive one.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // Without it INSERT OR REPLACE would delete a row without its delete trigger.
  database.pragma('recursive_triggers = ON');
  return {
    createDriver: () => new ImmediateDriver({ database: withKeptStatements(database) }),
    createQueryCompiler: () => new LocklessCompiler(),
    createAdapter: () => new TransactionalAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

/**
 * Takes the write lock when a transaction begins. A transaction that reads first and writes later fails at once with
 * SQLITE_BUSY_SNAPSHOT, whatever the time-out, when another process wrote in between.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    await connection.executeQuery(
      CompiledQuery.raw(settings?.accessMode === 'read only' ? 'begin' : 'begin immediate'),
    );
  }
}

/** Leaves out FOR UPDATE and its kin, which SQLite does not know and a transaction that is alone does not need. */
class LocklessCompiler extends SqliteQueryCompiler {
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (node.modifier === 'Distinct') super.visitSelectModifier(node);
  }
}

/** SQLite's DDL is transactional; so a migration that is cut off leaves nothing behind, and two processes take turns. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Keeps prepared statements; long ones are bulk inserts of a varying size, which seldom come again. */
function withKeptStatements(database: Sqlite.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  const prepare = (text: string): SqliteStatement => {
    const known = kept.get(text);
    if (known) return known;
    const statement: SqliteStatement = database.prepare(text);
    if (text.length > 4_000) return statement;
    if (kept.size >= 500) kept.clear();
    kept.set(text, statement);
    return statement;
  };
  return { prepare, close: () => void database.close() };
}
