/** People, campaign tools, and the roles they have in brands. */
import { Membership } from '../domain/access.ts';
import type { AccessStore, ClientMember, GrantedMembership } from '../ports/access-store.ts';
import { clientOf, clientRow, emailKey, userOf, userRow } from './access-rows.ts';
import { among } from './among.ts';
import { chainsOf, type HeldChains, holdChains } from './audit-chain.ts';
import { afterOf, pageOf } from './cursor.ts';
import type { Database, Reading, Writing } from './database.ts';
import { escapeText } from './escape-text.ts';
import { hotListQuery, hotQuery } from './hot-query.ts';
import type { Tables } from './tables.ts';

type People = Pick<
  AccessStore,
  | 'user'
  | 'userByEmail'
  | 'users'
  | 'addUser'
  | 'clientByName'
  | 'client'
  | 'clientsIn'
  | 'addClient'
  | 'memberships'
  | 'grant'
>;

// Asked by every request.
const membershipsById = hotQuery(['memberId'], (db, mark) =>
  db
    .selectFrom('memberships')
    .selectAll()
    .where('memberId', '=', mark('memberId'))
    .orderBy('brandId')
    .orderBy('role')
    .compile(),
);

const usersByIds = hotListQuery((db, ids) =>
  db.selectFrom('users').selectAll().where('id', 'in', ids).orderBy('id').compile(),
);

/** The part of the AccessStore that is about members. */
export function people(database: Database): People {
  return {
    user: (userId) =>
      database.read(async (db) => {
        const row = await db.selectFrom('users').selectAll().where('id', '=', userId).executeTakeFirst();
        return row ? userOf(row) : null;
      }),
    userByEmail: (email) =>
      database.read(async (db) => {
        const row = await db.selectFrom('users').selectAll().where('emailKey', '=', emailKey(email)).executeTakeFirst();
        return row ? userOf(row) : null;
      }),
    users: (userIds) =>
      database.read(async (db) => {
        const rows = await usersByIds(db, userIds);
        return rows.map(userOf);
      }),
    addUser: (user, events) =>
      database.write(async (trx) => {
        const chains = await holdChains(trx, chainsOf(events));
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('users')
          .values(userRow(user))
          .onConflict((conflict) => conflict.column('emailKey').doNothing())
          .executeTakeFirst();
        if (numInsertedOrUpdatedRows !== 1n) return false;
        await chains.append(events);
        return true;
      }),
    clientByName: (name) =>
      database.read(async (db) => {
        const row = await db.selectFrom('clients').selectAll().where('name', '=', escapeText(name)).executeTakeFirst();
        return row ? clientOf(row) : null;
      }),
    client: (clientId) =>
      database.snapshot(async (db) => {
        const rows = await db.selectFrom('clients').selectAll().where('id', '=', clientId).execute();
        return (await withMemberships(db, rows))[0] ?? null;
      }),
    clientsIn: (brandIds, { limit, cursor }) =>
      database.snapshot(async (db) => {
        const rows = await db
          .selectFrom('clients')
          .selectAll()
          .where('id', '>', afterOf('clients', cursor) ?? '')
          .where('id', 'in', (eb) =>
            eb.selectFrom('memberships').select('memberId').where('brandId', 'in', among(brandIds)),
          )
          .orderBy('id')
          .limit(limit + 1)
          .execute();
        return pageOf('clients', await withMemberships(db, rows), limit, ({ client }) => client.id);
      }),
    addClient: (client, events, granted = []) =>
      database.write(async (trx) => {
        const chains = await holdChains(trx, chainsOf([...events, ...granted.map(({ event }) => event)]));
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('clients')
          .values(clientRow(client))
          .onConflict((conflict) => conflict.column('name').doNothing())
          .executeTakeFirst();
        if (numInsertedOrUpdatedRows !== 1n) return false;
        await chains.append(events);
        await addMemberships(trx, chains, granted);
        return true;
      }),
    memberships: (memberId) =>
      database.read(async (db) => (await membershipsById(db, { memberId })).map((row) => Membership.parse(row))),
    grant: (granted) =>
      database.write(async (trx) => {
        const chains = await holdChains(trx, chainsOf(granted.map(({ event }) => event)));
        await addMemberships(trx, chains, granted);
      }),
  };
}

/** Those that are there already stay, and are not told of. */
export async function addMemberships(
  trx: Writing,
  chains: HeldChains,
  granted: readonly GrantedMembership[],
): Promise<void> {
  for (const { membership, event } of granted) {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('memberships')
      .values(membership)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 1n) await chains.append([event]);
  }
}

/** Of several members, by brand and role. */
export async function membershipsOf(db: Reading, memberIds: readonly string[]): Promise<Membership[]> {
  const rows = await db
    .selectFrom('memberships')
    .selectAll()
    .where('memberId', 'in', among(memberIds))
    .orderBy('brandId')
    .orderBy('role')
    .execute();
  return rows.map((row) => Membership.parse(row));
}

async function withMemberships(db: Reading, rows: readonly Tables['clients'][]): Promise<ClientMember[]> {
  const all = await membershipsOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    client: clientOf(row),
    memberships: all.filter(({ memberId }) => memberId === row.id),
  }));
}
