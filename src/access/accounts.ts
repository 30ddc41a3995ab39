/** People, campaign tools, and their memberships in brands. */
import { type Actor, type Client, type Role, theService, type User } from '../domain/access.ts';
import { Problem } from '../domain/problem.ts';
import { isSandbox } from '../domain/sandbox.ts';
import type { AccessStore, GrantedMembership } from '../ports/access-store.ts';
import type { Moment } from '../ports/moment.ts';
import { installationEvent } from './installation-event.ts';

/** Where a new client comes in. */
type Place = { readonly brandIds: readonly string[]; readonly role: Role };

/** Makes accounts. What is there already is found rather than made again. */
export function accounts({ store, moment }: { readonly store: AccessStore; readonly moment: Moment }) {
  return {
    /** The user of an e-mail address, made where there is none. */
    async user(name: string, email: string, by: Actor = theService): Promise<User> {
      const found = await store.userByEmail(email);
      if (found) return found;
      const user = { id: moment.newId('user'), name, email, createdAt: moment.now() };
      await store.addUser(user, [installationEvent(moment, by, 'user.created', user.id)]);
      return (await store.userByEmail(email)) ?? user;
    },

    /** The user of an e-mail address, or `null`. */
    byEmail: (email: string): Promise<User | null> => store.userByEmail(email),

    /** The client of a name, made where there is none. */
    async client(name: string, by: Actor = theService): Promise<Client> {
      return (await store.clientByName(name)) ?? (await addClient(name, false, by)) ?? client(name);
    },

    /** The same tool's double for sandboxes: a client of its own, so that nothing it counts or keeps is ever shared. */
    async sandboxClient(name: string, by: Actor = theService): Promise<Client> {
      const own = sandboxName(name);
      return (await store.clientByName(own)) ?? (await addClient(own, true, by)) ?? client(own);
    },

    /** A new client in a role in brands, in one act. Throws `invalid-request` where the name is taken. */
    async newClient(name: string, isForSandbox: boolean, place: Place, by: Actor): Promise<Client> {
      const own = isForSandbox ? sandboxName(name) : name;
      const added = await addClient(own, isForSandbox, by, place);
      if (added) return added;
      const detail = `there is a client ${JSON.stringify(own)} already`;
      throw new Problem('invalid-request', 'The name is taken.', { mistakes: [{ pointer: '#/name', detail }] });
    },

    /**
     * Let a user or client into brands, in each of the roles. A sandbox takes its own clients and nobody else, and they
     * go nowhere else: whoever else is granted one, or the other way round, is a bug.
     */
    async grant(memberId: string, brandIds: readonly string[], roles: readonly Role[], by: Actor = theService) {
      const isForSandbox = (await store.client(memberId))?.client.isSandbox ?? false;
      await store.grant(grants({ memberId, isForSandbox }, brandIds, roles, by));
    },
  };

  function grants(
    { memberId, isForSandbox }: { readonly memberId: string; readonly isForSandbox: boolean },
    brandIds: readonly string[],
    roles: readonly Role[],
    by: Actor,
  ): GrantedMembership[] {
    const wrong = brandIds.find((brandId) => isSandbox(brandId) !== isForSandbox);
    if (wrong !== undefined) throw new Error(`${memberId} cannot be let into the brand ${wrong}`);
    return brandIds.flatMap((brandId) =>
      roles.map((role) => {
        const granted = installationEvent(moment, by, 'membership.granted', memberId, { role });
        return { membership: { memberId, brandId, role }, event: { ...granted, chain: brandId } };
      }),
    );
  }

  /** `null` where the name is taken. */
  async function addClient(
    name: string,
    isForSandbox: boolean,
    by: Actor,
    place: Place = { brandIds: [], role: 'campaign-client' },
  ): Promise<Client | null> {
    const made: Client = { id: moment.newId('client'), name, isSandbox: isForSandbox, createdAt: moment.now() };
    const event = installationEvent(moment, by, 'client.created', made.id, { name, isSandbox: isForSandbox });
    const granted = grants({ memberId: made.id, isForSandbox }, place.brandIds, [place.role], by);
    return (await store.addClient(made, [event], granted)) ? made : null;
  }

  async function client(name: string): Promise<Client> {
    const found = await store.clientByName(name);
    if (!found) throw new Error(`the client ${name} could be neither made nor found`);
    return found;
  }
}

function sandboxName(name: string): string {
  return `${name} (sandbox)`;
}
