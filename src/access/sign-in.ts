/** Console sessions: a one-time link opens one, and it ends. */
import { type Actor, type Session, type SignedIn, theService } from '../domain/access.ts';
import { type AuditAction, installationChain, type NewAuditEvent } from '../domain/audit-event.ts';
import { addMs } from '../domain/instant.ts';
import { Problem } from '../domain/problem.ts';
import type { AccessStore } from '../ports/access-store.ts';
import type { Moment } from '../ports/moment.ts';
import { personCalling } from './authenticate.ts';
import { newSecret, secretHash } from './secret.ts';

const hourMs = 60 * 60 * 1000;
/** A link is read off a terminal or a message soon after it was made. */
const linkMs = hourMs;
/** One working day: a session ends overnight. */
const sessionMs = 12 * hourMs;

/** Makes sign-in links and turns each into one session. */
export function signingIn({ store, moment }: { readonly store: AccessStore; readonly moment: Moment }) {
  return {
    /** The secret of a new one-time link for a user. Whoever holds it is that user, once, within the hour. */
    async makeLink(userId: string, by: Actor = theService): Promise<string> {
      const secret = newSecret('link', moment.randomHex);
      const link = sessionOf('link', userId, secret, linkMs);
      await store.addLink(link, [event('link.made', link.id, by, { userId })]);
      return secret;
    },

    /** Use a link up. Throws `not-signed-in` where it is unknown, used or over. */
    async signIn(token: string): Promise<{ secret: string; expiresAt: string; signedIn: SignedIn }> {
      const secret = newSecret('session', moment.randomHex);
      const session = await store.exchangeLink({
        linkHash: secretHash(token),
        now: moment.now(),
        sessionFor: (userId) => {
          const started = sessionOf('session', userId, secret, sessionMs);
          return { session: started, events: [event('session.started', started.id, { kind: 'user', id: userId })] };
        },
      });
      const user = session && (await store.user(session.userId));
      if (!session || !user)
        throw new Problem(
          'not-signed-in',
          'This sign-in link is used up, over or unknown. Ask for a new one: npm run -s cli -- users sign-in-link',
        );
      const caller = await personCalling(store, user);
      return { secret, expiresAt: session.expiresAt, signedIn: { caller, sessionId: session.id } };
    },

    /** End a session. A key has none; then nothing happens. */
    async signOut({ caller, sessionId }: SignedIn): Promise<void> {
      if (sessionId === null) return;
      await store.endSession(sessionId, [event('session.ended', sessionId, caller.actor)]);
    },
  };

  function sessionOf(kind: Session['kind'], userId: string, secret: string, lifeMs: number): Session {
    const createdAt = moment.now();
    const expiresAt = addMs(createdAt, lifeMs);
    return { id: moment.newId('session'), userId, kind, hash: secretHash(secret), createdAt, expiresAt };
  }

  function event(
    action: AuditAction,
    subject: string,
    actor: Actor,
    details: NewAuditEvent['details'] = {},
  ): NewAuditEvent {
    return { id: moment.newId('event'), chain: installationChain, at: moment.now(), actor, action, subject, details };
  }
}
