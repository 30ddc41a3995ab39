/** People, campaign tools, their memberships and keys. */
import {
  type Actor,
  type ApiKey,
  type Client,
  type Membership,
  type Role,
  type Scope,
  theService,
  type User,
} from '../domain/access.ts';
import { type AuditAction, installationChain, type NewAuditEvent } from '../domain/audit-event.ts';
import type { Json } from '../domain/hash.ts';
import { addMs } from '../domain/instant.ts';
import type { AccessStore } from '../ports/access-store.ts';
import type { Moment } from '../ports/moment.ts';
import { newSecret, secretHash, secretPrefix } from './secret.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Makes accounts. What is there already is found rather than made again. */
export function accounts({ store, moment }: { readonly store: AccessStore; readonly moment: Moment }) {
  return {
    /** The user of an e-mail address, made where there is none. */
    async user(name: string, email: string, by: Actor = theService): Promise<User> {
      const found = await store.userByEmail(email);
      if (found) return found;
      const user = { id: moment.newId('user'), name, email, createdAt: moment.now() };
      await store.addUser(user, [event('user.created', user.id, {}, by)]);
      return (await store.userByEmail(email)) ?? user;
    },

    /** The user of an e-mail address, or `null`. */
    byEmail: (email: string): Promise<User | null> => store.userByEmail(email),

    /** The client of a name, made where there is none. */
    async client(name: string, by: Actor = theService): Promise<Client> {
      const found = await store.clientByName(name);
      if (found) return found;
      const client = { id: moment.newId('client'), name, createdAt: moment.now() };
      await store.addClient(client, [event('client.created', client.id, { name }, by)]);
      return (await store.clientByName(name)) ?? client;
    },

    /** Let a user or client into brands, in each of the roles. */
    async grant(memberId: string, brandIds: readonly string[], roles: readonly Role[], by: Actor = theService) {
      const memberships = brandIds.flatMap((brandId) => roles.map((role): Membership => ({ memberId, brandId, role })));
      await store.grant(
        memberships.map((membership) => ({
          membership,
          event: { ...event('membership.granted', memberId, { role: membership.role }, by), chain: membership.brandId },
        })),
      );
    },

    /** A new key for a client. `secret` is shown to a person once and kept nowhere. */
    async createKey(
      clientId: string,
      scopes: readonly Scope[],
      daysValid: number,
      by: Actor = theService,
    ): Promise<{ key: ApiKey; secret: string }> {
      const secret = newSecret('key', moment.randomHex);
      const createdAt = moment.now();
      const key = {
        id: moment.newId('key'),
        clientId,
        hash: secretHash(secret),
        hint: secret.slice(0, secretPrefix.key.length + 4),
        scopes: [...scopes],
        createdAt,
        expiresAt: addMs(createdAt, daysValid * dayMs),
        revokedAt: null,
      };
      const { expiresAt } = key;
      await store.addKey(key, [event('key.created', key.id, { clientId, scopes, expiresAt }, by)]);
      return { key, secret };
    },
  };

  function event(
    action: AuditAction,
    subject: string,
    details: { readonly [key: string]: Json },
    actor: Actor,
  ): NewAuditEvent {
    return { id: moment.newId('event'), chain: installationChain, at: moment.now(), actor, action, subject, details };
  }
}
