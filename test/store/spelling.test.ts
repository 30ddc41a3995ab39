import { DummyDriver, type Kysely, PostgresAdapter, PostgresIntrospector } from 'kysely';
import { expect, it } from 'vitest';
import { openKysely } from '../../src/store/database.ts';
import { postgresDialect } from '../../src/store/postgres-dialect.ts';
import { camelCaseRows } from '../../src/store/spelling.ts';
import { sqliteDialect } from '../../src/store/sqlite-dialect.ts';
import type { Tables } from '../../src/store/tables.ts';

function asked(db: Kysely<Tables>): string {
  return db
    .selectFrom('approvedLines as oldLines')
    .select(['oldLines.textHash', 'approvedAt as givenAt'])
    .where('oldLines.brandId', '=', 'aCamel')
    .compile().sql;
}

it('spells names as the database does, on both, and leaves values alone', async () => {
  const sqlite = openKysely<Tables>(sqliteDialect(':memory:'));
  const unreached = postgresDialect('postgres://localhost/none');
  const postgres = openKysely<Tables>({
    createQueryCompiler: () => unreached.createQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  });
  const spelled = 'select "old_lines"."text_hash", "approved_at" as "given_at" from "approved_lines" as "old_lines"';
  expect(asked(sqlite)).toBe(`${spelled} where "old_lines"."brand_id" = likely(?)`);
  expect(asked(postgres)).toBe(`${spelled} where "old_lines"."brand_id" = $1`);
  await sqlite.destroy();
  await postgres.destroy();
});

it('gives rows their names as they are spelled here, and leaves what is in them', async () => {
  const rows = [{ text_hash: 'a_hash', lines_of_2_days: { in_it: 1 }, id: null }];
  const { rows: spelled } = await camelCaseRows.transformResult({ result: { rows }, queryId: { queryId: 'one' } });
  expect(spelled).toEqual([{ textHash: 'a_hash', linesOf2Days: { in_it: 1 }, id: null }]);
});
