import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { brokenLink } from '../../src/domain/audit-event.ts';
import type { Store } from '../../src/ports/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { rawSql } from '../support/raw-sql.ts';
import { realMoment } from '../support/real-moment.ts';
import { addBrand, approve, draftRequest } from '../support/sample-acts.ts';
import { sampleAccepted, sampleBrief } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';
import { postgresDatabase, sqliteDatabase } from '../support/test-databases.ts';

const script = fileURLToPath(new URL('../support/accept-requests.ts', import.meta.url));
const all = { limit: 1_000, cursor: null };

describe('openStore', () => {
  it.each([
    ['SQLite', sqliteDatabase],
    ['PostgreSQL', () => postgresDatabase('template0')],
  ])('makes its tables once, however many processes open an empty %s database at once', async (_, make) => {
    const { databaseUrl, remove } = await make();
    const stores = await Promise.all([1, 2, 3].map(() => openStore({ databaseUrl })));
    for (const store of stores) expect(await store.brands.allBrandIds()).toEqual([]);
    await Promise.all(stores.map((store) => store.close()));
    await remove();
  });

  it('makes its file and the folder of it, closed to other people', async () => {
    const { databaseUrl, remove } = await sqliteDatabase();
    const deeper = `${databaseUrl}-folder/var/linewright.db`;
    const store = await openStore({ databaseUrl: deeper });
    await addBrand(store, fixedMoment());
    for (const file of ['', '-wal'])
      expect((await stat(deeper.replace('sqlite:', '') + file)).mode & 0o777).toBe(0o600);
    await store.close();
    await remove();
  });

  it('opens a database in memory', async () => {
    const store = await openStore({ databaseUrl: 'sqlite::memory:' });
    await addBrand(store, fixedMoment());
    expect(await store.brands.allBrandIds()).toEqual(['loomwell']);
    await store.close();
  });

  it('says what cannot be opened and why, without the password', async () => {
    const { databaseUrl, remove } = await sqliteDatabase();
    const file = databaseUrl.replace('sqlite:', '');
    await writeFile(file, 'this is a letter, not a database, and long enough to be told from one'.repeat(20));
    await expect(openStore({ databaseUrl })).rejects.toThrow(`The database file ${file} cannot be opened: file is not`);
    await remove();
    const opening = openStore({ databaseUrl: 'postgres://someone:hunter2@127.0.0.1:1/nowhere' });
    await expect(opening).rejects.toThrow(
      'The PostgreSQL database nowhere at 127.0.0.1:1 cannot be opened: connect ECONNREFUSED 127.0.0.1:1. Check',
    );
    await expect(opening).rejects.not.toThrow('hunter2');
  });

  it('says in one entry which migrations it ran', async () => {
    const said: unknown[] = [];
    const log = { info: (details: object) => void said.push(details), warn: () => {}, error: () => {} };
    await (await openStore({ databaseUrl: 'sqlite::memory:', log })).close();
    expect(said).toEqual([{ migrations: expect.arrayContaining(['0001-brands']) }]);
  });

  eachStore(({ store, databaseUrl }) => {
    it('finds all it kept again', async () => {
      const moment = fixedMoment();
      const first = await openStore({ databaseUrl: databaseUrl() });
      await addBrand(first, moment);
      const { items, candidates } = await draftRequest(first, moment);
      const start = '2026-01-01T00:00:00.000Z';
      const ruling = await first.review.decide(['loomwell'], items[0]?.id ?? '', start, approve(moment));
      await first.close();

      const second = await openStore({ databaseUrl: databaseUrl() });
      const history = await second.evidence.candidateHistory(['loomwell'], candidates[0]?.id ?? '');
      expect(history).toMatchObject({ candidate: candidates[0], decision: ruling?.decision, line: ruling?.line });
      await second.close();
    });

    it('shares a database with another process that writes at the same time', async () => {
      await addBrand(store(), realMoment);
      const before = (await store().generation.requests(['loomwell'], all)).data.length;
      const other = spawn(process.execPath, [script, databaseUrl(), '40'], { stdio: 'inherit' });
      const ended = once(other, 'exit');
      while ((await store().generation.requests(['loomwell'], all)).data.length === before);
      for (let accepted = 0; accepted < 40; accepted++)
        await store().generation.acceptRequest(sampleAccepted(realMoment, sampleBrief('loomwell', ['only'])));
      expect(await ended).toEqual([0, null]);
      expect((await store().generation.requests(['loomwell'], all)).data).toHaveLength(before + 80);
      expect(await isWhole(store(), 'loomwell')).toBe(true);
    });

    it('does not open a database of a newer version', async () => {
      await rawSql(databaseUrl(), "insert into kysely_migration values ('9999-from-the-future', 'x')");
      await expect(openStore({ databaseUrl: databaseUrl() })).rejects.toThrow('nothing was changed');
    });
  });
});

async function isWhole(store: Store, chain: string): Promise<boolean> {
  let head = { sequence: 0, hash: '0'.repeat(64) };
  for (const { body, hash } of await store.evidence.events(chain, 0, 10_000)) {
    if (brokenLink(body, hash, head)) return false;
    head = { sequence: head.sequence + 1, hash };
  }
  return head.sequence > 0;
}
