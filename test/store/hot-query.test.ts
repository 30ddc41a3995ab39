import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, database, openKysely } from '../../src/store/database.ts';
import { databasePlace } from '../../src/store/database-url.ts';
import { hotListQuery, hotQuery } from '../../src/store/hot-query.ts';
import { migrate } from '../../src/store/migrate.ts';
import { postgresTerms, sqliteTerms } from '../../src/store/migrations/terms.ts';
import { postgresDialect } from '../../src/store/postgres-dialect.ts';
import { sqliteDialect } from '../../src/store/sqlite-dialect.ts';
import type { Tables } from '../../src/store/tables.ts';
import { postgresUnhurried, sqliteUnhurried } from '../../src/store/unhurried.ts';
import { postgresDatabase, sqliteDatabase, type TestDatabase } from '../support/test-databases.ts';

describe.each([
  ['SQLite', sqliteDatabase],
  ['PostgreSQL', () => postgresDatabase()],
] as const)('a query made once, on %s', (_, make) => {
  let place: TestDatabase;
  let tables: Database;
  beforeAll(async () => {
    place = await make();
    const at = databasePlace(place.databaseUrl);
    const db = openKysely<Tables>(at.kind === 'sqlite' ? sqliteDialect(at.file) : postgresDialect(at.url));
    await migrate(db, at.kind === 'sqlite' ? sqliteTerms : postgresTerms);
    tables = database(db, at.kind === 'sqlite' ? sqliteUnhurried : postgresUnhurried);
    await tables.write(async (trx) => {
      for (const id of ['one', 'two', "three'; drop table clients; --"])
        await trx
          .insertInto('clients')
          .values({ id, name: `Tool ${id}`, isSandbox: 0, createdAt: '2026-11-25T00:00:00.000Z' })
          .execute();
    });
  });
  afterAll(async () => {
    await tables.close();
    await place.remove();
  });

  it('finds what each run asks for, alone and in a transaction, with columns by their own names', async () => {
    const byId = hotQuery(['id'], (db, mark) =>
      db.selectFrom('clients').selectAll().where('id', '=', mark('id')).where('createdAt', '<', '2027').compile(),
    );
    const found = await tables.read((db) => byId(db, { id: 'one' }));
    expect(found).toEqual([{ id: 'one', name: 'Tool one', isSandbox: 0, createdAt: '2026-11-25T00:00:00.000Z' }]);
    expect(await tables.snapshot((db) => byId(db, { id: 'two' }))).toMatchObject([{ name: 'Tool two' }]);
    expect(await tables.write((trx) => byId(trx, { id: 'four' }))).toEqual([]);
  });

  it('binds what it is given and never reads it as SQL', async () => {
    const byId = hotQuery(['id'], (db, mark) =>
      db.selectFrom('clients').select('name').where('id', '=', mark('id')).compile(),
    );
    const id = "three'; drop table clients; --";
    expect(await tables.read((db) => byId(db, { id }))).toEqual([{ name: `Tool ${id}` }]);
  });

  it('asks about lists of any length, and nothing about none', async () => {
    let built = 0;
    const byIds = hotListQuery((db, ids) => {
      built += 1;
      return db.selectFrom('clients').select('id').where('id', 'in', ids).orderBy('id').compile();
    });
    const found = async (ids: readonly string[]) => (await tables.read((db) => byIds(db, ids))).map(({ id }) => id);
    expect(await found([])).toEqual([]);
    expect(await found(['two'])).toEqual(['two']);
    expect(await found(['one'])).toEqual(['one']);
    expect(built).toBe(1);
    expect(await found(['two', 'nobody', 'one'])).toEqual(['one', 'two']);
    expect(await found([...Array.from({ length: 40 }, (_, at) => `nobody ${at}`), 'one'])).toEqual(['one']);
  });

  it('refuses a query that binds a value nowhere', async () => {
    const forgetful = hotQuery(['id'], (db) => db.selectFrom('clients').selectAll().compile());
    await expect(tables.read((db) => forgetful(db, { id: 'one' }))).rejects.toThrow('id of a query that is made once');
  });
});
