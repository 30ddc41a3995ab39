import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openKysely } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { sqliteTerms } from '../../src/store/migrations/terms.ts';
import { sqliteDialect } from '../../src/store/sqlite-dialect.ts';
import type { Tables } from '../../src/store/tables.ts';

const db = openKysely<Tables>(sqliteDialect(':memory:'));
beforeAll(async () => {
  await migrate(db, sqliteTerms);
  for (const name of ['one', 'two', 'three']) {
    const createdAt = '2026-11-25T00:00:00.000Z';
    await db.insertInto('clients').values({ id: name, name, isSandbox: 0, createdAt }).execute();
    await db.insertInto('memberships').values({ memberId: name, brandId: 'tilden-row', role: 'admin' }).execute();
  }
});
afterAll(() => db.destroy());

it('runs a statement for other values without preparing it anew', async () => {
  const named = (id: string) =>
    db
      .selectFrom('clients')
      .innerJoin('memberships', 'memberships.memberId', 'clients.id')
      .select(['name', 'brandId'])
      .where('clients.id', '=', id)
      .where('role', '=', 'admin')
      .orderBy('brandId')
      .execute();
  await named('one');
  // The driver makes the form of a statement's rows by this whenever SQLite has prepared it anew.
  const prepared = vi.spyOn(globalThis, 'Function');
  expect(await named('two')).toEqual([{ name: 'two', brandId: 'tilden-row' }]);
  expect(await named('three')).toEqual([{ name: 'three', brandId: 'tilden-row' }]);
  expect(prepared).not.toHaveBeenCalled();
  prepared.mockRestore();
});

it('finds what a partial index holds by that index, where its condition is written out', async () => {
  const published = db
    .selectFrom('policyReleases')
    .select('id')
    .where('brandId', '=', 'tilden-row')
    .where('state', '=', sql.lit('published'));
  expect(JSON.stringify(await published.explain(undefined, sql`query plan`))).toContain('one_published_release');
});
