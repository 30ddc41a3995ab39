import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type Database, database, openKysely } from '../../src/store/database.ts';
import { databasePlace } from '../../src/store/database-url.ts';
import { insertAll } from '../../src/store/insert-all.ts';
import { postgresDialect } from '../../src/store/postgres-dialect.ts';
import { sqliteDialect } from '../../src/store/sqlite-dialect.ts';
import type { Tables } from '../../src/store/tables.ts';
import { postgresUnhurried, sqliteUnhurried } from '../../src/store/unhurried.ts';
import { eachStore } from '../support/stores.ts';

function open(databaseUrl: string): Database {
  const place = databasePlace(databaseUrl);
  if (place.kind === 'sqlite') return database(openKysely<Tables>(sqliteDialect(place.file)), sqliteUnhurried);
  return database(openKysely<Tables>(postgresDialect(place.url)), postgresUnhurried);
}

describe('the database', () => {
  eachStore(({ databaseUrl, kind }) => {
    it('refuses the outer database inside a transaction', async () => {
      const outer = open(databaseUrl());
      const brands = () => outer.read((db) => db.selectFrom('brands').selectAll().execute());
      const refusal = 'The outer database was used inside a transaction.';
      await expect(outer.write(() => brands())).rejects.toThrow(refusal);
      await expect(outer.snapshot(() => brands())).rejects.toThrow(refusal);
      await expect(outer.write(() => outer.write(async () => 1))).rejects.toThrow(refusal);
      await expect(brands()).resolves.toEqual([]);
      await outer.close();
    });

    it('lets acts side by side take their turns', async () => {
      const outer = open(databaseUrl());
      await outer.write((trx) => trx.insertInto('auditHeads').values({ chain: 'a', sequence: 0, hash: '' }).execute());
      const add = () =>
        outer.write(async (trx) => {
          const head = trx.selectFrom('auditHeads').selectAll().where('chain', '=', 'a').forUpdate();
          const { sequence } = await head.executeTakeFirstOrThrow();
          await new Promise((resolve) => setTimeout(resolve, 2));
          await trx
            .updateTable('auditHeads')
            .set({ sequence: sequence + 1 })
            .where('chain', '=', 'a')
            .execute();
        });
      await Promise.all(Array.from({ length: 20 }, add));
      const rows = await outer.read((db) => db.selectFrom('auditHeads').select('sequence').execute());
      expect(rows).toEqual([{ sequence: 20 }]);
      await outer.close();
    });

    it('waits for the disk in every act but those that may be done again', async () => {
      const outer = open(databaseUrl());
      const asked = kind === 'SQLite' ? sql`pragma synchronous` : sql`show synchronous_commit`;
      const durability = async (trx: Parameters<Parameters<Database['write']>[0]>[0]) =>
        Object.values((await asked.execute(trx)).rows[0] ?? {});
      const [waits, goesOn] = kind === 'SQLite' ? [[2], [1]] : [['on'], ['off']];
      expect(await outer.write(durability)).toEqual(waits);
      expect(await outer.writeRedoable(durability)).toEqual(goesOn);
      await expect(outer.writeRedoable(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
      expect(await outer.write(durability)).toEqual(waits);
      await outer.close();
    });

    it('shows one state throughout a snapshot', async () => {
      const outer = open(databaseUrl());
      const other = open(databaseUrl());
      const names = (db: Parameters<Parameters<Database['read']>[0]>[0]) =>
        db.selectFrom('clients').select('name').execute();
      const seen = await outer.snapshot(async (db) => {
        const before = await names(db);
        await other.write((trx) =>
          trx.insertInto('clients').values({ id: 'c', name: 'c', createdAt: '', isSandbox: 0 }).execute(),
        );
        return [before, await names(db)];
      });
      expect(seen).toEqual([[], []]);
      expect(await outer.read(names)).toEqual([{ name: 'c' }]);
      await Promise.all([outer.close(), other.close()]);
    });

    it('undoes a transaction that throws', async () => {
      const outer = open(databaseUrl());
      const act = outer.write(async (trx) => {
        await trx.insertInto('clients').values({ id: 'd', name: 'd', createdAt: '', isSandbox: 0 }).execute();
        throw new Error('stop');
      });
      await expect(act).rejects.toThrow('stop');
      const rows = await outer.read((db) => db.selectFrom('clients').select('id').where('id', '=', 'd').execute());
      expect(rows).toEqual([]);
      await outer.close();
    });

    if (kind === 'PostgreSQL')
      it('does not wait for ever for a node that froze inside a transaction', async () => {
        const outer = open(databaseUrl());
        const setting = (name: string) =>
          outer.read(async (db) => (await sql.raw<object>(`show ${name}`).execute(db)).rows.map(Object.values));
        expect(await setting('lock_timeout')).toEqual([['30s']]);
        expect(await setting('idle_in_transaction_session_timeout')).toEqual([['30s']]);
        await outer.close();
      });

    if (kind === 'SQLite')
      it('keeps what it confirmed through a power cut, and its references whole', async () => {
        const outer = open(databaseUrl());
        const setting = (name: string) =>
          outer.read(
            async (db) => Object.values((await sql.raw<object>(`pragma ${name}`).execute(db)).rows[0] ?? {})[0],
          );
        expect(await setting('journal_mode')).toBe('wal');
        const full = 2;
        expect(await setting('synchronous')).toBe(full);
        expect(await setting('foreign_keys')).toBe(1);
        expect(await setting('recursive_triggers')).toBe(1);
        await outer.close();
      });

    it('takes more rows at once than one statement may bind', async () => {
      const outer = open(databaseUrl());
      const heads = Array.from({ length: 12_000 }, (_, sequence) => ({
        chain: `many ${sequence}`,
        sequence,
        hash: 'x',
      }));
      await outer.write((trx) => insertAll(trx, 'auditHeads', heads));
      const { count } = await outer.read((db) =>
        db
          .selectFrom('auditHeads')
          .select(({ fn }) => fn.countAll().as('count'))
          .where('hash', '=', 'x')
          .executeTakeFirstOrThrow(),
      );
      expect(count).toBe(12_000);
      await outer.close();
    });

    it('sorts ids by their code units, whatever the locale', async () => {
      const outer = open(databaseUrl());
      const heads = ['b', 'A', 'a', 'B', 'é', '_'].map((chain) => ({ chain: `x${chain}`, sequence: 1, hash: '' }));
      await outer.write((trx) => trx.insertInto('auditHeads').values(heads).execute());
      const rows = await outer.read((db) =>
        db.selectFrom('auditHeads').select('chain').where('chain', 'like', 'x%').orderBy('chain').execute(),
      );
      expect(rows.map(({ chain }) => chain)).toEqual(heads.map(({ chain }) => chain).sort());
      await outer.close();
    });
  });
});
