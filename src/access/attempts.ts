/** Keeps somebody from guessing at one account. Counted per process, in memory. */
import { Problem } from '../domain/problem.ts';
import type { Moment } from '../ports/moment.ts';

/** Room for whoever mistypes; at this pace nobody guesses a password of the shortest length in a lifetime. */
const most = 10;
const windowMs = 10 * 60 * 1000;
/** Accounts counted at once. What is oldest is forgotten first. */
const mostAccounts = 10_000;

/** Counts tries by account, whether it is there or not. */
export function attempts(moment: Pick<Moment, 'now'>) {
  const counted = new Map<string, { tries: number; readonly until: number }>();
  return {
    /** Count one more try, before it is judged. Throws `too-many-requests`, with when to come back. */
    count(account: string): void {
      const now = Date.parse(moment.now());
      const known = counted.get(account);
      const current = known && known.until > now ? known : { tries: 0, until: now + windowMs };
      current.tries += 1;
      // Set anew, so that the map stays in the order in which counts began.
      if (current !== known) counted.delete(account);
      counted.set(account, current);
      if (counted.size > mostAccounts) forgetOldest();
      if (current.tries <= most) return;
      const retryAfterSeconds = Math.max(1, Math.ceil((current.until - now) / 1000));
      throw new Problem(
        'too-many-requests',
        `Too many tries for this account. Try again in ${Math.ceil(retryAfterSeconds / 60)} minutes, or use a sign-in link.`,
        { members: { retryAfterSeconds } },
      );
    },

    /** Whoever got in starts anew. */
    clear: (account: string): void => void counted.delete(account),
  };

  function forgetOldest(): void {
    const [oldest] = counted.keys();
    if (oldest !== undefined) counted.delete(oldest);
  }
}
