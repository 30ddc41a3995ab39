/** From a secret to who holds it. */
import type { Caller, SignedIn } from '../domain/access.ts';
import type { AccessStore } from '../ports/access-store.ts';
import type { Moment } from '../ports/moment.ts';
import { secretHash, secretPrefix } from './secret.ts';

/** Finds the holder of a key or a session secret; `null` for one that is unknown, over or revoked. */
export function authentication({ store, moment }: { readonly store: AccessStore; readonly moment: Moment }) {
  return {
    async byKey(secret: string): Promise<SignedIn | null> {
      if (!secret.startsWith(secretPrefix.key)) return null;
      const found = await store.keyByHash(secretHash(secret));
      if (!found || found.key.revokedAt !== null || found.key.expiresAt <= moment.now()) return null;
      const { client, key } = found;
      const memberships = await store.memberships(client.id);
      return {
        caller: { actor: { kind: 'client', id: client.id }, name: client.name, memberships, scopes: key.scopes },
        sessionId: null,
      };
    },

    async bySession(secret: string): Promise<SignedIn | null> {
      if (!secret.startsWith(secretPrefix.session)) return null;
      const found = await store.sessionByHash(secretHash(secret));
      if (found?.session.kind !== 'session' || found.session.expiresAt <= moment.now()) return null;
      return { caller: await personCalling(store, found.user), sessionId: found.session.id };
    },
  };
}

/** A person as the caller of use cases, with the memberships they have now. */
export async function personCalling(
  store: AccessStore,
  user: { readonly id: string; readonly name: string },
): Promise<Caller> {
  const memberships = await store.memberships(user.id);
  return { actor: { kind: 'user', id: user.id }, name: user.name, memberships, scopes: null };
}
