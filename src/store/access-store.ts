/** What access/ asks of the Store: people, and the keys, links and sessions that let them in. */
import { installationChain } from '../domain/audit-event.ts';
import type { AccessStore } from '../ports/access-store.ts';
import { sessionOf, userOf } from './access-rows.ts';
import { chainsOf, holdChains } from './audit-chain.ts';
import type { Database } from './database.ts';
import { hotQuery } from './hot-query.ts';
import { keyTable } from './key-table.ts';
import { people } from './people.ts';

// What every request of the console begins with.
const sessionsByHash = hotQuery(['hash'], (db, mark) =>
  db.selectFrom('sessions').selectAll().where('hash', '=', mark('hash')).where('kind', '=', 'session').compile(),
);
const usersById = hotQuery(['id'], (db, mark) =>
  db.selectFrom('users').selectAll().where('id', '=', mark('id')).where('disabledAt', 'is', null).compile(),
);

/** The AccessStore on a database. */
export function accessStore(database: Database): AccessStore {
  return {
    ...people(database),
    ...keyTable(database),
    addLink: (link, events) =>
      database.write(async (trx) => {
        const chains = await holdChains(trx, chainsOf(events));
        await trx.insertInto('sessions').values(link).execute();
        await chains.append(events);
      }),
    exchangeLink: (act) =>
      database.write(async (trx) => {
        const chains = await holdChains(trx, [installationChain]);
        const link = await trx
          .deleteFrom('sessions')
          .where('hash', '=', act.linkHash)
          .where('kind', '=', 'link')
          .where('expiresAt', '>', act.now)
          .where('userId', 'in', (eb) => eb.selectFrom('users').select('id').where('disabledAt', 'is', null))
          .returning('userId')
          .executeTakeFirst();
        if (!link) return null;
        const { session, events } = act.sessionFor(link.userId);
        await trx.insertInto('sessions').values(session).execute();
        await chains.append(events);
        return session;
      }),
    sessionByHash: (hash) =>
      database.read(async (db) => {
        const [session] = await sessionsByHash(db, { hash });
        const [user] = session ? await usersById(db, { id: session.userId }) : [];
        return session && user ? { session: sessionOf(session), user: userOf(user) } : null;
      }),
    noteSessionUsed: ({ id, userId }, at, unlessSince) =>
      database.writeRedoable(async (trx) => {
        await trx
          .updateTable('sessions')
          .set({ lastUsedAt: at })
          .where('id', '=', id)
          .where((eb) => eb.or([eb('lastUsedAt', 'is', null), eb('lastUsedAt', '<=', unlessSince)]))
          .execute();
        await trx
          .updateTable('users')
          .set({ lastSeenAt: at })
          .where('id', '=', userId)
          .where((eb) => eb.or([eb('lastSeenAt', 'is', null), eb('lastSeenAt', '<', at)]))
          .execute();
      }),
    endSession: (sessionId, events) =>
      database.write(async (trx) => {
        const chains = await holdChains(trx, chainsOf(events));
        const { numDeletedRows } = await trx.deleteFrom('sessions').where('id', '=', sessionId).executeTakeFirst();
        if (numDeletedRows === 1n) await chains.append(events);
      }),
  };
}
