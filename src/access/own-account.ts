/** What a person does about their own account: their password, and where they are signed in. */
import type { Session, SignedIn } from '../domain/access.ts';
import { addMs } from '../domain/instant.ts';
import type { Person } from '../domain/person.ts';
import { Problem } from '../domain/problem.ts';
import type { AccountStore } from '../ports/account-store.ts';
import type { Moment } from '../ports/moment.ts';
import type { Page, PageRequest } from '../ports/page.ts';
import type { attempts } from './attempts.ts';
import { installationEvent } from './installation-event.ts';
import type { Passwords } from './password.ts';

/** How long a sign-in by link stands for the old password: whoever was just handed a link may set one. */
const freshMs = 15 * 60 * 1000;

/** A person's account as they see it. */
export type OwnAccount = {
  readonly person: Person;
  /** Whether the old password must be given to set a new one. */
  readonly needsCurrent: boolean;
};

type Parts = {
  readonly accounts: AccountStore;
  readonly passwords: Passwords;
  readonly tries: ReturnType<typeof attempts>;
  readonly moment: Moment;
};

/** Every act is about the one who calls. */
export function ownAccount({ accounts, passwords, tries, moment }: Parts) {
  return {
    read,

    /** Open ones, newest first. */
    sessions: ({ caller }: SignedIn, page: PageRequest): Promise<Page<Session>> =>
      accounts.sessionsOf(caller.actor.id, moment.now(), page),

    /** Sign out somewhere else. Throws `not-found`. */
    async endSession({ caller }: SignedIn, sessionId: string): Promise<void> {
      const event = installationEvent(moment, caller.actor, 'session.ended', sessionId);
      if (!(await accounts.endSessionOf(caller.actor.id, sessionId, [event])))
        throw new Problem('not-found', `You have no session ${JSON.stringify(sessionId)}. It may be over already.`);
    },

    /** Sign out everywhere, here too. */
    async endSessions({ caller }: SignedIn): Promise<void> {
      const events = [installationEvent(moment, caller.actor, 'sessions.ended', caller.actor.id)];
      await accounts.changePerson(caller.actor.id, [], () => ({ endsSessions: true, events }));
    },

    /**
     * Set the password; every other session ends. Throws `invalid-request` where the old one is missing or wrong, and
     * `too-many-requests` after too many wrong ones.
     */
    async setPassword(signedIn: SignedIn, asked: { readonly password: string; readonly current?: string | undefined }) {
      const { person, needsCurrent } = await read(signedIn);
      const { id, email } = person.user;
      if (needsCurrent) {
        await tries.count(email);
        const kept = await accounts.password(id);
        if (!(await passwords.isRight(asked.current ?? '', kept?.hash ?? null))) throw wrongCurrent();
        await tries.clear(email);
      }
      const hash = await passwords.kept(asked.password);
      const event = installationEvent(moment, signedIn.caller.actor, 'password.set', id);
      await accounts.setPassword({ userId: id, hash, setAt: moment.now() }, signedIn.sessionId, [event]);
    },
  };

  async function read(signedIn: SignedIn): Promise<OwnAccount> {
    const person = await accounts.person(signedIn.caller.actor.id);
    if (!person) throw new Problem('not-found', 'This account is gone.');
    return { person, needsCurrent: person.passwordSetAt !== null && !(await isFresh(signedIn)) };
  }

  async function isFresh({ caller, sessionId }: SignedIn): Promise<boolean> {
    const newest = await accounts.sessionsOf(caller.actor.id, moment.now(), { limit: 100, cursor: null });
    const session = newest.data.find(({ id }) => id === sessionId);
    return session?.openedBy === 'link' && session.createdAt > addMs(moment.now(), -freshMs);
  }
}

function wrongCurrent(): Problem {
  return new Problem('invalid-request', 'The current password is not right. Nothing was changed.', {
    mistakes: [{ pointer: '#/current', detail: 'is not your current password' }],
  });
}
