/** Runs the same tests on a Store on SQLite and on PostgreSQL. */
import { afterAll, beforeAll, describe } from 'vitest';
import type { Store } from '../../src/ports/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { postgresDatabase, sqliteDatabase, type TestDatabase } from './test-databases.ts';

/** What a suite gets; the Store is open while its tests run, and shared by them. */
export type StoreUnderTest = {
  readonly kind: 'SQLite' | 'PostgreSQL';
  readonly store: () => Store;
  readonly databaseUrl: () => string;
};

const kinds = [
  { kind: 'SQLite', make: sqliteDatabase },
  { kind: 'PostgreSQL', make: () => postgresDatabase() },
] as const;

/** Describes a suite once for each kind, on a database of its own. */
export function eachStore(suite: (under: StoreUnderTest) => void): void {
  for (const { kind, make } of kinds)
    describe(`on ${kind}`, () => {
      let database: TestDatabase | undefined;
      let store: Store | undefined;
      beforeAll(async () => {
        database = await make();
        store = await openStore({ databaseUrl: database.databaseUrl });
      });
      afterAll(async () => {
        await store?.close();
        await database?.remove();
      });
      suite({
        kind,
        store: () => given(store),
        databaseUrl: () => given(database).databaseUrl,
      });
    });
}

function given<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The Store is there only while a test runs.');
  return value;
}
