/** Keys of campaign tools: made, replaced without a gap, and ended. */
import { type Actor, type Client, type Scope, theService } from '../domain/access.ts';
import { type ApiKey, replaced } from '../domain/api-key.ts';
import { addMs } from '../domain/instant.ts';
import { Problem } from '../domain/problem.ts';
import type { AccessStore, KeyReplacement } from '../ports/access-store.ts';
import type { Moment } from '../ports/moment.ts';
import { installationEvent } from './installation-event.ts';
import { newSecret, secretHash, secretPrefix } from './secret.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** A key that was just made. `secret` is shown to a person once and kept nowhere. */
export type NewKey = { readonly key: ApiKey; readonly secret: string };

/** What a key is to be good for. */
type KeyOrder = {
  readonly clientId: string;
  readonly scopes: readonly Scope[];
  /** Left out or `null`, it reaches every brand of its client. */
  readonly brandIds?: readonly string[] | null;
  readonly daysValid: number;
};

/** How a key takes the place of another. */
type KeyTurn = {
  readonly overlapDays: number;
  readonly daysValid?: number | undefined;
  readonly brandIds?: readonly string[] | null | undefined;
};

/** Makes, rotates and revokes keys. Who may is asked before. */
export function apiKeys({ store, moment }: { readonly store: AccessStore; readonly moment: Moment }) {
  return {
    async create({ clientId, scopes, brandIds = null, daysValid }: KeyOrder, by: Actor = theService): Promise<NewKey> {
      const member = await store.client(clientId);
      if (!member) throw new Problem('not-found', `There is no client ${clientId}.`);
      const made = newKey(member.client, { scopes, brandIds, lifeMs: daysValid * dayMs });
      const { id, expiresAt } = made.key;
      const details = { clientId, scopes, brandIds, expiresAt };
      await store.addKey(made.key, [installationEvent(moment, by, 'key.created', id, details)]);
      return made;
    },

    /**
     * A key in the place of another, which lives on for the overlap. It has the same scopes, and the same brands where
     * `brandIds` is left out; `null` is every brand of its client. It lives as long as the other was made for where
     * `daysValid` is left out. Throws `not-found` and what `replaced` throws.
     */
    async rotate(
      keyId: string,
      { overlapDays, daysValid, brandIds: wanted }: KeyTurn,
      by: Actor,
    ): Promise<NewKey & { readonly old: ApiKey }> {
      const held = await store.key(keyId);
      if (!held) throw new Problem('not-found', `There is no key ${keyId}.`);
      const now = moment.now();
      const { scopes } = held.key;
      const brandIds = wanted === undefined ? held.key.brandIds : wanted;
      const lifeMs = daysValid === undefined ? lifeOf(held.key) : daysValid * dayMs;
      const { key: fresh, secret } = newKey(held.client, { scopes, brandIds, lifeMs });
      const replacement = await store.replaceKey(keyId, (key, before): KeyReplacement => {
        const old = replaced(key, before, { keyId: fresh.id, now, overlapUntil: addMs(now, overlapDays * dayMs) });
        const details = { replacedBy: fresh.id, until: old.expiresAt, expiresAt: fresh.expiresAt, brandIds };
        return { old, fresh, events: [installationEvent(moment, by, 'key.rotated', keyId, details)] };
      });
      if (!replacement) throw new Error(`the key ${keyId} was there and is gone`);
      return { key: fresh, secret, old: replacement.old };
    },

    /** End a key at once. One that is revoked already stays as it is. */
    async revoke(keyId: string, by: Actor): Promise<void> {
      await store.revokeKey(keyId, moment.now(), [installationEvent(moment, by, 'key.revoked', keyId)]);
    },
  };

  function newKey(
    client: Client,
    of: { readonly scopes: readonly Scope[]; readonly brandIds: readonly string[] | null; readonly lifeMs: number },
  ): NewKey {
    const kind = client.isSandbox ? 'sandboxKey' : 'key';
    const secret = newSecret(kind, moment.randomHex);
    const createdAt = moment.now();
    const key: ApiKey = {
      id: moment.newId('key'),
      clientId: client.id,
      hash: secretHash(secret),
      hint: secret.slice(0, secretPrefix[kind].length + 4),
      scopes: [...of.scopes],
      brandIds: of.brandIds && [...of.brandIds],
      createdAt,
      expiresAt: addMs(createdAt, of.lifeMs),
      revokedAt: null,
      lastUsedAt: null,
      replacedBy: null,
    };
    return { key, secret };
  }
}

function lifeOf({ createdAt, expiresAt }: ApiKey): number {
  return Date.parse(expiresAt) - Date.parse(createdAt);
}
