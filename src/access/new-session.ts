/** Makes sessions and the links that open them. */
import type { Session } from '../domain/access.ts';
import { addMs } from '../domain/instant.ts';
import type { Moment } from '../ports/moment.ts';
import { newSecret, secretHash } from './secret.ts';

const hourMs = 60 * 60 * 1000;
/** A link is read off a terminal or a message soon after it was made. */
const linkMs = hourMs;
/** One that an admin hands over may lie in an inbox until the next morning. */
const handedLinkMs = 24 * hourMs;
/** One working day: a session ends overnight. */
const sessionMs = 12 * hourMs;

/** A session before it is saved, with its secret. */
type New = { readonly secret: string; readonly session: Session };

/** A one-time link, good for an hour. */
export function newLink(userId: string, moment: Moment): New {
  return made('link', userId, { openedBy: null, browser: null }, linkMs, moment);
}

/** A one-time link that somebody passes on, good for a day. */
export function newHandedLink(userId: string, moment: Moment): New {
  return made('link', userId, { openedBy: null, browser: null }, handedLinkMs, moment);
}

/** A session of a working day. */
export function newSession(userId: string, how: Pick<Session, 'openedBy' | 'browser'>, moment: Moment): New {
  return made('session', userId, how, sessionMs, moment);
}

function made(
  kind: Session['kind'],
  userId: string,
  { openedBy, browser }: Pick<Session, 'openedBy' | 'browser'>,
  lifeMs: number,
  moment: Moment,
): New {
  const secret = newSecret(kind, moment.randomHex);
  const createdAt = moment.now();
  const id = moment.newId('session');
  const expiresAt = addMs(createdAt, lifeMs);
  const session = { id, userId, kind, hash: secretHash(secret), openedBy, browser, createdAt, expiresAt };
  return { secret, session: { ...session, lastUsedAt: null } };
}
