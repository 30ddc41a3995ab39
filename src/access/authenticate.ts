/** From a secret to who holds it. */
import type { Caller, SignedIn } from '../domain/access.ts';
import { type ApiKey, keyState, type RefusedKey } from '../domain/api-key.ts';
import { addMs } from '../domain/instant.ts';
import { isSandbox } from '../domain/sandbox.ts';
import type { AccessStore, HeldKey } from '../ports/access-store.ts';
import type { Log } from '../ports/log.ts';
import type { Moment } from '../ports/moment.ts';
import { secretHash, secretPrefix } from './secret.ts';

/** How exact "last used" is. */
const lastUseMs = 60_000;

type Parts = {
  readonly store: Pick<AccessStore, 'keyByHash' | 'memberships' | 'noteKeyUsed' | 'noteSessionUsed' | 'sessionByHash'>;
  readonly moment: Moment;
  readonly log?: Log;
};

/** Finds the holder of a key or a session secret; `null` for one that is unknown, and for a session that is over. */
export function authentication({ store, moment, log }: Parts) {
  const noting = new Set<string>();
  return {
    async byKey(secret: string): Promise<SignedIn | RefusedKey | null> {
      const isKey = secret.startsWith(secretPrefix.key) || secret.startsWith(secretPrefix.sandboxKey);
      const held = isKey ? await store.keyByHash(secretHash(secret)) : null;
      if (!held) return null;
      const { key } = held;
      const state = keyState(key, moment.now());
      if (state === 'revoked') return { refused: state, at: key.revokedAt ?? key.expiresAt };
      if (state === 'expired') return { refused: state, at: key.expiresAt };
      noteUse(key, 'a key', store.noteKeyUsed);
      return { caller: await toolCalling(held), sessionId: null, isSandbox: held.client.isSandbox };
    },

    async bySession(secret: string): Promise<SignedIn | null> {
      if (!secret.startsWith(secretPrefix.session)) return null;
      const found = await store.sessionByHash(secretHash(secret));
      if (found?.session.kind !== 'session' || found.session.expiresAt <= moment.now()) return null;
      noteUse(found.session, 'a session', (_, at, unlessSince) =>
        store.noteSessionUsed(found.session, at, unlessSince),
      );
      return { caller: await personCalling(store, found.user), sessionId: found.session.id };
    },
  };

  /** Of the client's brands those the key reaches; sandboxes for a sandbox key, and none for any other. */
  async function toolCalling({ client, key }: HeldKey): Promise<Caller> {
    const memberships = (await store.memberships(client.id)).filter(
      ({ brandId }) => isSandbox(brandId) === client.isSandbox && (key.brandIds?.includes(brandId) ?? true),
    );
    return { actor: { kind: 'client', id: client.id }, name: client.name, memberships, scopes: key.scopes };
  }

  /** Nobody waits for it: an answer must not be late, and still less fail, because a use could not be noted. */
  function noteUse(
    { id, lastUsedAt }: Pick<ApiKey, 'id' | 'lastUsedAt'>,
    what: string,
    note: (id: string, at: string, unlessSince: string) => Promise<void>,
  ): void {
    const now = moment.now();
    const unlessSince = addMs(now, -lastUseMs);
    if (noting.has(id) || (lastUsedAt !== null && lastUsedAt > unlessSince)) return;
    noting.add(id);
    note(id, now, unlessSince)
      .catch((error: unknown) => log?.warn({ err: error, id }, `the use of ${what} could not be noted`))
      .finally(() => noting.delete(id));
  }
}

/** A person as the caller of use cases, with the memberships they have now. */
export async function personCalling(
  store: Pick<AccessStore, 'memberships'>,
  user: { readonly id: string; readonly name: string },
): Promise<Caller> {
  const memberships = await store.memberships(user.id);
  return { actor: { kind: 'user', id: user.id }, name: user.name, memberships, scopes: null };
}
