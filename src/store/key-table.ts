/** The keys of campaign tools. */
import { installationChain } from '../domain/audit-event.ts';
import type { AccessStore } from '../ports/access-store.ts';
import { clientOf, keyOf, keyRow } from './access-rows.ts';
import { chainsOf, holdChains } from './audit-chain.ts';
import type { Database, Reading } from './database.ts';
import { hotQuery } from './hot-query.ts';
import type { ApiKeyRow } from './tables.ts';

type Keys = Pick<AccessStore, 'addKey' | 'keyByHash' | 'key' | 'keysOf' | 'replaceKey' | 'revokeKey' | 'noteKeyUsed'>;

const keysByHash = hotQuery(['hash'], (db, mark) =>
  db
    .selectFrom('apiKeys')
    .innerJoin('clients', 'clients.id', 'apiKeys.clientId')
    .selectAll('apiKeys')
    .select(['clients.name', 'clients.isSandbox', 'clients.createdAt as clientCreatedAt'])
    .where('apiKeys.hash', '=', mark('hash'))
    .compile(),
);

/** The part of the AccessStore that is about keys. */
export function keyTable(database: Database): Keys {
  return {
    addKey: (key, events) =>
      database.write(async (trx) => {
        const chains = await holdChains(trx, chainsOf(events));
        await trx.insertInto('apiKeys').values(keyRow(key)).execute();
        await chains.append(events);
      }),
    // What every request of a campaign tool begins with.
    keyByHash: (hash) =>
      database.read(async (db) => {
        const [row] = await keysByHash(db, { hash });
        if (!row) return null;
        const { name, isSandbox, clientCreatedAt, ...key } = row;
        return { key: keyOf(key), client: clientOf({ id: key.clientId, name, isSandbox, createdAt: clientCreatedAt }) };
      }),
    key: (keyId) =>
      database.snapshot(async (db) =>
        withClient(db, await db.selectFrom('apiKeys').selectAll().where('id', '=', keyId).executeTakeFirst()),
      ),
    keysOf: (clientId) =>
      database.read(async (db) => {
        const rows = await db
          .selectFrom('apiKeys')
          .selectAll()
          .where('clientId', '=', clientId)
          .orderBy('id', 'desc')
          .execute();
        return rows.map(keyOf);
      }),
    replaceKey: (keyId, judge) =>
      database.write(async (trx) => {
        // The head of the chain is held by every act on keys, so that two rotations of one key follow each other.
        const chains = await holdChains(trx, [installationChain]);
        const row = await trx.selectFrom('apiKeys').selectAll().where('id', '=', keyId).executeTakeFirst();
        if (!row) return null;
        const before = await trx.selectFrom('apiKeys').selectAll().where('replacedBy', '=', keyId).executeTakeFirst();
        const replacement = judge(keyOf(row), before ? keyOf(before) : null);
        const { old, fresh, events } = replacement;
        await trx.insertInto('apiKeys').values(keyRow(fresh)).execute();
        await trx
          .updateTable('apiKeys')
          .set({ expiresAt: old.expiresAt, replacedBy: fresh.id })
          .where('id', '=', keyId)
          .execute();
        await chains.append(events);
        return replacement;
      }),
    revokeKey: (keyId, at, events) =>
      database.write(async (trx) => {
        const chains = await holdChains(trx, chainsOf(events));
        const { numUpdatedRows } = await trx
          .updateTable('apiKeys')
          .set({ revokedAt: at })
          .where('id', '=', keyId)
          .where('revokedAt', 'is', null)
          .executeTakeFirst();
        if (numUpdatedRows === 1n) await chains.append(events);
      }),
    noteKeyUsed: (keyId, at, unlessSince) =>
      database.writeRedoable(async (trx) => {
        await trx
          .updateTable('apiKeys')
          .set({ lastUsedAt: at })
          .where('id', '=', keyId)
          .where((eb) => eb.or([eb('lastUsedAt', 'is', null), eb('lastUsedAt', '<=', unlessSince)]))
          .execute();
      }),
  };
}

async function withClient(db: Reading, row: ApiKeyRow | undefined) {
  if (!row) return null;
  const client = await db.selectFrom('clients').selectAll().where('id', '=', row.clientId).executeTakeFirstOrThrow();
  return { key: keyOf(row), client: clientOf(client) };
}
