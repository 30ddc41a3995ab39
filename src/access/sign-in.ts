/** Console sessions: a one-time link or a password opens one, and it ends. */
import { type Actor, type Session, type SignedIn, theService, type User } from '../domain/access.ts';
import { Problem } from '../domain/problem.ts';
import type { AccessStore } from '../ports/access-store.ts';
import type { AccountStore } from '../ports/account-store.ts';
import type { Moment } from '../ports/moment.ts';
import type { attempts } from './attempts.ts';
import { personCalling } from './authenticate.ts';
import { installationEvent } from './installation-event.ts';
import { newLink, newSession } from './new-session.ts';
import type { Passwords } from './password.ts';
import { secretHash } from './secret.ts';

/** A session that was just opened. `secret` goes into the cookie and is kept nowhere. */
export type OpenedSession = { readonly secret: string; readonly expiresAt: string; readonly signedIn: SignedIn };

/** Makes sign-in links and turns each into one session. */
export function signingIn({ store, moment }: { readonly store: AccessStore; readonly moment: Moment }) {
  return {
    /** The secret of a new one-time link for a user. Whoever holds it is that user, once, within the hour. */
    async makeLink(userId: string, by: Actor = theService): Promise<string> {
      const { secret, session } = newLink(userId, moment);
      await store.addLink(session, [installationEvent(moment, by, 'link.made', session.id, { userId })]);
      return secret;
    },

    /** Use a link up; `browser` is where, in a few words. Throws `not-signed-in` where it is unknown, used or over. */
    async signIn(token: string, browser: string | null = null): Promise<OpenedSession> {
      let secret = '';
      const session = await store.exchangeLink({
        linkHash: secretHash(token),
        now: moment.now(),
        sessionFor: (userId) => {
          const started = newSession(userId, { openedBy: 'link', browser }, moment);
          secret = started.secret;
          return { session: started.session, events: [startOf(started.session, moment)] };
        },
      });
      const user = session && (await store.user(session.userId));
      if (!session || !user)
        throw new Problem(
          'not-signed-in',
          'This sign-in link is used up, over or unknown. Ask for a new one: npm run -s cli -- users sign-in-link',
        );
      return opened(store, secret, session, user);
    },

    /** End a session. A key has none; then nothing happens. */
    async signOut({ caller, sessionId }: SignedIn): Promise<void> {
      if (sessionId === null) return;
      await store.endSession(sessionId, [installationEvent(moment, caller.actor, 'session.ended', sessionId)]);
    },
  };
}

/** Signs people in by e-mail address and password. */
export function signingInByPassword(parts: {
  readonly store: Pick<AccessStore, 'userByEmail' | 'memberships'>;
  readonly accounts: Pick<AccountStore, 'password' | 'startSession'>;
  readonly passwords: Passwords;
  readonly tries: ReturnType<typeof attempts>;
  readonly moment: Moment;
}) {
  const { store, accounts, passwords, tries, moment } = parts;
  /**
   * Throws `too-many-requests`, and `not-signed-in` with one and the same sentence after the same time, whether there
   * is nobody of that address, they have no password, it is another, or their account is disabled.
   */
  return async (email: string, password: string, browser: string | null): Promise<OpenedSession> => {
    await tries.count(email);
    const user = await store.userByEmail(email);
    const kept = await accounts.password(user?.id ?? '');
    const isRight = await passwords.isRight(password, kept?.hash ?? null);
    if (!user || !isRight) throw refusal();
    const { secret, session } = newSession(user.id, { openedBy: 'password', browser }, moment);
    if (!(await accounts.startSession(session, [startOf(session, moment)]))) throw refusal();
    await tries.clear(email);
    return opened(store, secret, session, user);
  };
}

async function opened(
  store: Pick<AccessStore, 'memberships'>,
  secret: string,
  { id, expiresAt }: Session,
  user: User,
): Promise<OpenedSession> {
  return { secret, expiresAt, signedIn: { caller: await personCalling(store, user), sessionId: id } };
}

function startOf({ id, userId, openedBy }: Session, moment: Moment) {
  return installationEvent(moment, { kind: 'user', id: userId }, 'session.started', id, { openedBy });
}

function refusal(): Problem {
  return new Problem(
    'not-signed-in',
    'This e-mail address and password do not belong together. Try again, or ask an admin for a sign-in link.',
  );
}
