/** Tries at accounts, counted in one statement, so that several nodes count together. */
import type { AccountStore } from '../ports/account-store.ts';
import type { Database } from './database.ts';

/** The part of the AccountStore that counts tries. A power cut may take back the last of them. */
export function passwordTries(database: Database): Pick<AccountStore, 'countTry' | 'clearTries' | 'forgetTries'> {
  return {
    countTry: (accountHash, now, endsAt) =>
      database.writeRedoable(async (trx) => {
        const row = await trx
          .insertInto('passwordTries')
          .values({ accountHash, tries: 1, endsAt })
          .onConflict((conflict) =>
            conflict.column('accountHash').doUpdateSet((eb) => ({
              tries: eb
                .case()
                .when('passwordTries.endsAt', '<=', now)
                .then(eb.lit(1))
                .else(eb('passwordTries.tries', '+', 1))
                .end(),
              endsAt: eb
                .case()
                .when('passwordTries.endsAt', '<=', now)
                .then(eb.ref('excluded.endsAt'))
                .else(eb.ref('passwordTries.endsAt'))
                .end(),
            })),
          )
          .returning(['tries', 'endsAt'])
          .executeTakeFirstOrThrow();
        return { tries: Number(row.tries), endsAt: row.endsAt };
      }),
    clearTries: (accountHash) =>
      database.writeRedoable(async (trx) => {
        await trx.deleteFrom('passwordTries').where('accountHash', '=', accountHash).execute();
      }),
    forgetTries: (now) =>
      database.writeRedoable(async (trx) => {
        await trx.deleteFrom('passwordTries').where('endsAt', '<=', now).execute();
      }),
  };
}
