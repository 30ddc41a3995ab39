/** People's accounts on a database: changing them, their passwords, and where they are signed in. */
import { installationChain } from '../domain/audit-event.ts';
import type { AccountStore } from '../ports/account-store.ts';
import { emailKey, sessionOf, userRow } from './access-rows.ts';
import { among } from './among.ts';
import { chainsOf, holdChains } from './audit-chain.ts';
import { afterOf, pageOf } from './cursor.ts';
import type { Database } from './database.ts';
import { passwordTries } from './password-tries.ts';
import { applyChange, otherAdmins, peopleOf } from './person-rows.ts';

/** The AccountStore on a database. Every act on people holds the chain of the installation, so that they follow one another. */
export function accountStore(database: Database): AccountStore {
  return {
    ...passwordTries(database),
    peopleIn: (brandIds, { limit, cursor }) =>
      database.snapshot(async (db) => {
        const rows = await db
          .selectFrom('users')
          .selectAll()
          .where('id', '>', afterOf('people', cursor) ?? '')
          .where('id', 'in', (eb) =>
            eb.selectFrom('memberships').select('memberId').where('brandId', 'in', among(brandIds)),
          )
          .orderBy('id')
          .limit(limit + 1)
          .execute();
        return pageOf('people', await peopleOf(db, rows), limit, ({ user }) => user.id);
      }),
    person: (userId) =>
      database.snapshot(async (db) => {
        const rows = await db.selectFrom('users').selectAll().where('id', '=', userId).execute();
        return (await peopleOf(db, rows))[0] ?? null;
      }),
    changePerson: (userId, brandIds, judge) =>
      database.write(async (trx) => {
        const chains = await holdChains(trx, [installationChain, ...brandIds]);
        const rows = await trx.selectFrom('users').selectAll().where('id', '=', userId).execute();
        const [person] = await peopleOf(trx, rows);
        if (!person) return null;
        return applyChange(trx, chains, person, judge(person, await otherAdmins(trx, userId)));
      }),
    invite: ({ user, brandIds, events }, judge) =>
      database.write(async (trx) => {
        const chains = await holdChains(trx, [installationChain, ...brandIds]);
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('users')
          .values(userRow(user))
          .onConflict((conflict) => conflict.column('emailKey').doNothing())
          .executeTakeFirst();
        if (numInsertedOrUpdatedRows === 1n) await chains.append(events);
        const row = await trx
          .selectFrom('users')
          .selectAll()
          .where('emailKey', '=', emailKey(user.email))
          .executeTakeFirstOrThrow();
        const [person] = await peopleOf(trx, [row]);
        if (!person) throw new Error('the person was there and is gone');
        return applyChange(trx, chains, person, judge(person, await otherAdmins(trx, row.id)));
      }),
    password: (userId) =>
      database.read(
        async (db) =>
          (await db.selectFrom('passwords').selectAll().where('userId', '=', userId).executeTakeFirst()) ?? null,
      ),
    setPassword: (kept, keptSessionId, events) =>
      database.write(async (trx) => {
        const chains = await holdChains(trx, chainsOf(events));
        await trx
          .insertInto('passwords')
          .values(kept)
          .onConflict((conflict) => conflict.column('userId').doUpdateSet({ hash: kept.hash, setAt: kept.setAt }))
          .execute();
        await trx
          .deleteFrom('sessions')
          .where('userId', '=', kept.userId)
          .where('id', '<>', keptSessionId ?? '')
          .execute();
        await chains.append(events);
      }),
    startSession: (session, events) =>
      database.write(async (trx) => {
        const chains = await holdChains(trx, chainsOf(events));
        const user = await trx
          .selectFrom('users')
          .select('id')
          .where('id', '=', session.userId)
          .where('disabledAt', 'is', null)
          .executeTakeFirst();
        if (!user) return false;
        await trx.insertInto('sessions').values(session).execute();
        await chains.append(events);
        return true;
      }),
    sessionsOf: (userId, now, { limit, cursor }) =>
      database.read(async (db) => {
        const after = afterOf('sessions', cursor);
        const rows = await db
          .selectFrom('sessions')
          .selectAll()
          .where('userId', '=', userId)
          .where('kind', '=', 'session')
          .where('expiresAt', '>', now)
          .$if(after !== null, (query) => query.where('id', '<', after ?? ''))
          .orderBy('id', 'desc')
          .limit(limit + 1)
          .execute();
        return pageOf('sessions', rows.map(sessionOf), limit, ({ id }) => id);
      }),
    endSessionOf: (userId, sessionId, events) =>
      database.write(async (trx) => {
        const chains = await holdChains(trx, chainsOf(events));
        const { numDeletedRows } = await trx
          .deleteFrom('sessions')
          .where('id', '=', sessionId)
          .where('userId', '=', userId)
          .where('kind', '=', 'session')
          .executeTakeFirst();
        if (numDeletedRows === 1n) await chains.append(events);
        return numDeletedRows === 1n;
      }),
  };
}
