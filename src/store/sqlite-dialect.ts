/**
 * SQLite for Kysely: durable, safe beside another process on the same file, and quick on statements seen before.
 * Nothing outside this file knows what SQLite lacks.
 */
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import {
  type BinaryOperationNode,
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  OperatorNode,
  type SelectModifierNode,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
  type TransactionSettings,
  ValueNode,
} from 'kysely';
import { inSnakeCase } from './spelling.ts';

/** How long one waits for another process's transaction before giving up. */
const patienceMs = 10_000;

/** Opens the file, creating it and its folder where they are missing. */
export function sqliteDialect(file: string): Dialect {
  if (file !== ':memory:') makeFile(file);
  const database = new Sqlite(file, { timeout: patienceMs });
  database.pragma('journal_mode = WAL');
  // In WAL mode NORMAL may lose the last commits at a power cut, and an approval must survive one.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // Without it INSERT OR REPLACE would delete a row without its delete trigger.
  database.pragma('recursive_triggers = ON');
  return {
    createDriver: () => immediateDriver(database),
    createQueryCompiler: () => new Compiler(),
    createAdapter: () => new TransactionalAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

/** For its owner alone, where it is not there yet: it will hold people's names and the hashes of keys. */
function makeFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  closeSync(openSync(file, 'a', 0o600));
}

/**
 * Takes the write lock when a transaction begins. A transaction that reads first and writes later fails at once with
 * SQLITE_BUSY_SNAPSHOT, whatever the time-out, when another process wrote in between.
 */
function immediateDriver(database: Sqlite.Database): Driver {
  const driver = new SqliteDriver({ database: withKeptStatements(database) });
  return Object.assign(driver, {
    beginTransaction: async (connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> => {
      if (settings?.accessMode === 'read only') await connection.executeQuery(CompiledQuery.raw('begin'));
      else await beginImmediate(database);
    },
  });
}

/** Waits for its turn without SQLite's own waiting, which would stop everything else in this process meanwhile. */
async function beginImmediate(database: Sqlite.Database): Promise<void> {
  for (let waitedMs = 0, pauseMs = 1; ; waitedMs += pauseMs, pauseMs = Math.min(pauseMs * 2, 16)) {
    database.pragma('busy_timeout = 0');
    try {
      database.exec('begin immediate');
      return;
    } catch (error) {
      const isBusy = error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY');
      if (!isBusy || waitedMs >= patienceMs) throw error;
    } finally {
      database.pragma(`busy_timeout = ${patienceMs}`);
    }
    await pause(pauseMs);
  }
}

class Compiler extends SqliteQueryCompiler {
  protected override sanitizeIdentifier(name: string): string {
    return super.sanitizeIdentifier(inSnakeCase(name));
  }

  /** Leaves out FOR UPDATE and its kin, which SQLite does not know and a transaction that is alone does not need. */
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (node.modifier === 'Distinct') super.visitSelectModifier(node);
  }

  /**
   * Writes `column = ?` as `column = likely(?)`, which means the same. SQLite looks whether a value that something must
   * equal is a small number, and having looked it prepares the statement anew for each value: three times the work of
   * running it. Into a function it does not look. What a partial index asks for must be written out, as `sql.lit` does:
   * behind `likely` it is not seen.
   */
  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const { leftOperand, operator, rightOperand } = node;
    const isEqual = OperatorNode.is(operator) && operator.operator === '=';
    if (isEqual && ValueNode.is(rightOperand) && !rightOperand.immediate) {
      this.visitNode(leftOperand);
      this.append(' = likely(');
      this.visitNode(rightOperand);
      this.append(')');
    } else super.visitBinaryOperation(node);
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
