/** Keeps somebody from guessing at one account. Counted in the database, so that every node and the next start know. */
import { sha256Hex } from '../domain/hash.ts';
import { addMs } from '../domain/instant.ts';
import { Problem } from '../domain/problem.ts';
import type { AccountStore } from '../ports/account-store.ts';
import type { Moment } from '../ports/moment.ts';

/** Room for whoever mistypes; at this pace nobody guesses a password of the shortest length in a lifetime. */
const most = 10;
const windowMs = 10 * 60 * 1000;

type Parts = {
  readonly accounts: Pick<AccountStore, 'countTry' | 'clearTries' | 'forgetTries'>;
  readonly moment: Pick<Moment, 'now'>;
};

/** Counts tries by account, whether it is there or not. */
export function attempts({ accounts, moment }: Parts) {
  return {
    /** Count one more try, before it is judged. Throws `too-many-requests`, with when to come back. */
    async count(account: string): Promise<void> {
      const now = moment.now();
      const { tries, endsAt } = await accounts.countTry(keyOf(account), now, addMs(now, windowMs));
      if (tries <= most) return;
      const retryAfterSeconds = Math.max(1, Math.ceil((Date.parse(endsAt) - Date.parse(now)) / 1000));
      throw new Problem(
        'too-many-requests',
        `Too many tries for this account. Try again in ${Math.ceil(retryAfterSeconds / 60)} minutes, or use a sign-in link.`,
        { members: { retryAfterSeconds } },
      );
    },

    /** Whoever got in starts anew. */
    clear: (account: string): Promise<void> => accounts.clearTries(keyOf(account)),

    /** Counts that are over. */
    forget: (): Promise<void> => accounts.forgetTries(moment.now()),
  };
}

/** Whatever somebody types where an address belongs is not kept readable: it may be a password. */
function keyOf(account: string): string {
  return sha256Hex(account.toLowerCase());
}
