/** Speaks SQL to a test's database past the Store, as somebody with the file or a database console would. */
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { databasePlace } from '../../src/store/database-url.ts';

/** Runs statements one after another on a connection of their own. Gives back the rows of the last one. */
export async function rawSql(databaseUrl: string, ...statements: readonly string[]): Promise<readonly unknown[]> {
  const place = databasePlace(databaseUrl);
  return place.kind === 'sqlite' ? onSqlite(place.file, statements) : onPostgres(place.url, statements);
}

function onSqlite(file: string, statements: readonly string[]): readonly unknown[] {
  const database = new Sqlite(file);
  try {
    return statements.reduce<readonly unknown[]>((_, statement) => {
      const prepared = database.prepare(statement);
      if (prepared.reader) return prepared.all();
      prepared.run();
      return [];
    }, []);
  } finally {
    database.close();
  }
}

async function onPostgres(url: string, statements: readonly string[]): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: readonly unknown[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}
