/** What access/ asks of the Store: people, and the keys, links and sessions that let them in. */
import { installationChain } from '../domain/audit-event.ts';
import type { AccessStore } from '../ports/access-store.ts';
import { sessionOf, userOf } from './access-rows.ts';
import { chainsOf, holdChains } from './audit-chain.ts';
import type { Database } from './database.ts';
import { keyTable } from './key-table.ts';
import { people } from './people.ts';

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
          .returning('userId')
          .executeTakeFirst();
        if (!link) return null;
        const { session, events } = act.sessionFor(link.userId);
        await trx.insertInto('sessions').values(session).execute();
        await chains.append(events);
        return session;
      }),
    sessionByHash: (hash) =>
      database.snapshot(async (db) => {
        const session = await db
          .selectFrom('sessions')
          .selectAll()
          .where('hash', '=', hash)
          .where('kind', '=', 'session')
          .executeTakeFirst();
        if (!session) return null;
        const user = await db
          .selectFrom('users')
          .selectAll()
          .where('id', '=', session.userId)
          .executeTakeFirstOrThrow();
        return { session: sessionOf(session), user: userOf(user) };
      }),
    endSession: (sessionId, events) =>
      database.write(async (trx) => {
        const chains = await holdChains(trx, chainsOf(events));
        const { numDeletedRows } = await trx.deleteFrom('sessions').where('id', '=', sessionId).executeTakeFirst();
        if (numDeletedRows === 1n) await chains.append(events);
      }),
  };
}
