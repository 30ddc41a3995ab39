/** Where an admin looks after campaign tools and their keys, as far as the brands reach that they are admin of. */
import type { Actor, Client, Membership } from '../domain/access.ts';
import type { ApiKey } from '../domain/api-key.ts';
import type { ClientAsked, ClientSeen, KeyAsked, KeySeen, RotationAsked } from '../domain/client-desk.ts';
import { Problem } from '../domain/problem.ts';
import { realBrand, sandboxOf } from '../domain/sandbox.ts';
import type { AccessStore, ClientMember } from '../ports/access-store.ts';
import type { Page, PageRequest } from '../ports/page.ts';
import type { accounts } from './accounts.ts';
import type { apiKeys, NewKey } from './api-keys.ts';

type Parts = {
  readonly store: Pick<AccessStore, 'client' | 'clientsIn' | 'key' | 'keysOf'>;
  readonly accounts: Pick<ReturnType<typeof accounts>, 'newClient'>;
  readonly keys: ReturnType<typeof apiKeys>;
  /** The id of a brand's sandbox, made where there is none. */
  readonly openSandbox: (brandId: string, by: Actor) => Promise<string>;
};

/**
 * `brandIds` are the brands the caller is admin of. What reaches none of them is `not-found`; what reaches others too
 * can be seen, and is `not-allowed` to change.
 */
export function clientDesk({ store, accounts, keys, openSandbox }: Parts) {
  return {
    /** Oldest first. */
    async clients(brandIds: readonly string[], page: PageRequest): Promise<Page<ClientSeen>> {
      const { data, nextCursor } = await store.clientsIn([...brandIds, ...brandIds.map(sandboxOf)], page);
      return { data: data.map((member) => clientSeen(member, brandIds)), nextCursor };
    },

    /**
     * A new campaign tool in brands, or its double in their sandboxes. Throws `not-found` for a brand that is not the
     * caller's, and `invalid-request` for a name that is taken.
     */
    async create(by: Actor, brandIds: readonly string[], asked: ClientAsked): Promise<ClientSeen> {
      refuseOthers(asked.brands, brandIds);
      const own: string[] = [];
      for (const brandId of asked.brands) own.push(asked.isSandbox ? await openSandbox(brandId, by) : brandId);
      const client = await accounts.newClient(asked.name, asked.isSandbox, { brandIds: own, role: asked.role }, by);
      return { client, brandIds: asked.brands, roles: [asked.role] };
    },

    /** Every key the client ever had that reaches a brand of the caller, newest first. */
    async keys(brandIds: readonly string[], clientId: string): Promise<readonly KeySeen[]> {
      const member = await memberOf(brandIds, clientId);
      const all = (await store.keysOf(clientId)).filter((key) => reachOf(key, member).some(isAmong(brandIds)));
      return all.map((key) => keySeen(key, member.client, brandIds));
    },

    async createKey(
      by: Actor,
      brandIds: readonly string[],
      clientId: string,
      asked: KeyAsked,
    ): Promise<NewKey & { readonly seen: KeySeen }> {
      const member = await memberOf(brandIds, clientId);
      const reached = reachAsked(member, asked.brands, brandIds);
      const { scopes, daysValid } = asked;
      const made = await keys.create({ clientId, scopes, brandIds: reached, daysValid }, by);
      return { ...made, seen: keySeen(made.key, member.client, brandIds) };
    },

    /** See apiKeys.rotate. A key itself never changes what it reaches; the one in its place may reach other brands. */
    async rotate(
      by: Actor,
      brandIds: readonly string[],
      keyId: string,
      asked: RotationAsked,
    ): Promise<NewKey & { readonly seen: KeySeen; readonly old: KeySeen }> {
      const member = await keyToChange(brandIds, keyId);
      const { client } = member;
      const { brands, ...rest } = asked;
      const reached = brands === undefined ? undefined : reachAsked(member, brands, brandIds);
      const { key, secret, old } = await keys.rotate(keyId, { ...rest, brandIds: reached }, by);
      return { key, secret, seen: keySeen(key, client, brandIds), old: keySeen(old, client, brandIds) };
    },

    async revoke(by: Actor, brandIds: readonly string[], keyId: string): Promise<void> {
      await keyToChange(brandIds, keyId);
      await keys.revoke(keyId, by);
    },
  };

  async function memberOf(brandIds: readonly string[], clientId: string): Promise<ClientMember> {
    const member = await store.client(clientId);
    if (!member || !brandsOf(member.memberships).map(realBrand).some(isAmong(brandIds)))
      throw new Problem('not-found', `There is no client ${JSON.stringify(clientId)} in your brands.`);
    return member;
  }

  async function keyToChange(brandIds: readonly string[], keyId: string): Promise<ClientMember> {
    const held = await store.key(keyId);
    const member = held && (await store.client(held.client.id));
    const reach = held && member ? reachOf(held.key, member) : [];
    if (!member || !reach.some(isAmong(brandIds)))
      throw new Problem('not-found', `There is no key ${JSON.stringify(keyId)} in your brands.`);
    refuseReach(reach, brandIds);
    return member;
  }
}

/** The brands a key reaches, by the names outsiders use. */
function reachOf(key: ApiKey, { memberships }: ClientMember): string[] {
  return brandsOf(memberships)
    .filter((brandId) => key.brandIds?.includes(brandId) ?? true)
    .map(realBrand);
}

/** What a key shall reach, by the ids of the Store; `null` for every brand of its client. */
function reachAsked(
  { client, memberships }: ClientMember,
  brands: readonly string[] | null,
  brandIds: readonly string[],
): readonly string[] | null {
  const own = brandsOf(memberships);
  const reached = brands && [...new Set(brands)].map((brand) => (client.isSandbox ? sandboxOf(brand) : brand));
  const foreign = reached?.find((brandId) => !own.includes(brandId) || !brandIds.includes(realBrand(brandId)));
  if (foreign !== undefined)
    throw new Problem('not-found', `The client has no part in a brand ${JSON.stringify(realBrand(foreign))} of yours.`);
  refuseReach(reached ?? own, brandIds);
  return reached;
}

function refuseReach(reached: readonly string[], brandIds: readonly string[]): void {
  if (reached.map(realBrand).every(isAmong(brandIds))) return;
  throw new Problem(
    'not-allowed',
    'This reaches brands of which you are not an admin. Narrow it to yours, or ask an admin of all of them.',
  );
}

function refuseOthers(asked: readonly string[], brandIds: readonly string[]): void {
  const other = asked.find((brandId) => !brandIds.includes(brandId));
  if (other !== undefined) throw new Problem('not-found', `There is no brand ${JSON.stringify(other)} among yours.`);
}

function clientSeen({ client, memberships }: ClientMember, brandIds: readonly string[]): ClientSeen {
  const seen = memberships.filter(({ brandId }) => brandIds.includes(realBrand(brandId)));
  return { client, brandIds: brandsOf(seen).map(realBrand), roles: [...new Set(seen.map(({ role }) => role))] };
}

function keySeen(key: ApiKey, client: Client, brandIds: readonly string[]): KeySeen {
  return { key, client, brandIds: key.brandIds?.map(realBrand).filter(isAmong(brandIds)) ?? null };
}

function brandsOf(memberships: readonly Membership[]): string[] {
  return [...new Set(memberships.map(({ brandId }) => brandId))];
}

function isAmong(brandIds: readonly string[]) {
  return (brandId: string): boolean => brandIds.includes(brandId);
}
