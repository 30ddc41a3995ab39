/** Where an admin looks after people: lets them in, gives and takes roles, and shuts them out. */
import { type Actor, brandsAs, type Caller, type Role } from '../domain/access.ts';
import {
  adminOf,
  type PersonSeen,
  type RoleAsked,
  refuseElsewhere,
  refuseLastAdmin,
  seenFrom,
} from '../domain/person.ts';
import { Problem } from '../domain/problem.ts';
import type { GrantedMembership } from '../ports/access-store.ts';
import type { AccountStore, JudgePerson } from '../ports/account-store.ts';
import type { Moment } from '../ports/moment.ts';
import type { Page, PageRequest } from '../ports/page.ts';
import { installationEvent } from './installation-event.ts';
import { newHandedLink } from './new-session.ts';

/** A one-time link that an admin hands over. The secret is shown once and kept nowhere. */
export type HandedLink = { readonly secret: string; readonly expiresAt: string };

/** Somebody to let in. */
export type Invitation = { readonly name: string; readonly email: string; readonly roles: readonly RoleAsked[] };

/** The caller must be an admin of each brand an act reaches; whoever has no role in one of theirs is `not-found`. */
export function peopleDesk({ accounts, moment }: { readonly accounts: AccountStore; readonly moment: Moment }) {
  return {
    /** Oldest first; `brandIds` narrows the list, not what is seen of a person. */
    async list(caller: Caller, brandIds: readonly string[], page: PageRequest): Promise<Page<PersonSeen>> {
      const { data, nextCursor } = await accounts.peopleIn(brandIds, page);
      return { data: data.map((person) => seenFrom(brandsAs(caller, ['admin']), person)), nextCursor };
    },

    /**
     * Let somebody into brands. Whoever has the address already keeps their name and gets the roles beside those they
     * have; no link is made for an account that reaches brands of others, whose holder can sign in as before.
     */
    async invite(
      caller: Caller,
      { name, email, roles }: Invitation,
    ): Promise<{ readonly seen: PersonSeen; readonly link: HandedLink | null }> {
      const mine = brandsAs(caller, ['admin']);
      const brandIds = [...new Set(roles.map(({ brand }) => brand))];
      for (const brandId of brandIds) refuseOther(brandId, mine);
      const user = { id: moment.newId('user'), name, email: email.toLowerCase(), createdAt: moment.now() };
      const events = [installationEvent(moment, caller.actor, 'user.created', user.id)];
      let link: HandedLink | null = null;
      const person = await accounts.invite({ user, brandIds, events }, (found) => {
        const { id } = found.user;
        const granted = roles.map(({ brand, role }) =>
          membershipOf(id, brand, role, 'membership.granted', caller.actor),
        );
        if (seenFrom(mine, found).isElsewhere) return { granted, events: [] };
        const { secret, session } = newHandedLink(id, moment);
        link = { secret, expiresAt: session.expiresAt };
        const enabled = found.disabledAt === null ? [] : [installationEvent(moment, caller.actor, 'user.enabled', id)];
        const made = installationEvent(moment, caller.actor, 'link.made', session.id, { userId: id });
        return { granted, link: session, disabledAt: null, events: [...enabled, made] };
      });
      return { seen: seenFrom(mine, person), link };
    },

    /** Make these the roles of a person in a brand; none takes them out of it. Throws `last-admin`. */
    async setRoles(caller: Caller, personId: string, brandId: string, roles: readonly Role[]): Promise<PersonSeen> {
      refuseOther(brandId, brandsAs(caller, ['admin']));
      return change(caller, personId, [brandId], (person, others) => {
        const has = person.memberships.filter((each) => each.brandId === brandId).map(({ role }) => role);
        const granted = roles.filter((role) => !has.includes(role));
        const revoked = has.filter((role) => !roles.includes(role));
        if (revoked.includes('admin') && person.disabledAt === null) refuseLastAdmin([brandId], others);
        return {
          granted: granted.map((role) => membershipOf(personId, brandId, role, 'membership.granted', caller.actor)),
          revoked: revoked.map((role) => membershipOf(personId, brandId, role, 'membership.revoked', caller.actor)),
          events: [],
        };
      });
    },

    /** Shut a person out, ending their sessions and links at once, or let them in again. Throws `last-admin`. */
    setState(caller: Caller, personId: string, state: 'active' | 'disabled'): Promise<PersonSeen> {
      return change(caller, personId, [], (person, others) => {
        refuseElsewhere(seenFrom(brandsAs(caller, ['admin']), person));
        const isDisabled = person.disabledAt !== null;
        if ((state === 'disabled') === isDisabled) return { events: [] };
        if (state === 'active')
          return { disabledAt: null, events: [installationEvent(moment, caller.actor, 'user.enabled', personId)] };
        refuseLastAdmin(adminOf(person.memberships), others);
        const events = [installationEvent(moment, caller.actor, 'user.disabled', personId)];
        return { disabledAt: moment.now(), endsSessions: true, events };
      });
    },

    /** A new one-time link for a person. Throws `not-allowed` where they are disabled. */
    async makeLink(caller: Caller, personId: string): Promise<HandedLink> {
      const { secret, session } = newHandedLink(personId, moment);
      await change(caller, personId, [], (person) => {
        refuseElsewhere(seenFrom(brandsAs(caller, ['admin']), person));
        if (person.disabledAt !== null)
          throw new Problem('not-allowed', `${person.user.name} is disabled. Let them in again first.`);
        const details = { userId: personId };
        return { link: session, events: [installationEvent(moment, caller.actor, 'link.made', session.id, details)] };
      });
      return { secret, expiresAt: session.expiresAt };
    },

    /** End every session of a person, and every link that was not used. */
    async endSessions(caller: Caller, personId: string): Promise<void> {
      await change(caller, personId, [], (person) => {
        refuseElsewhere(seenFrom(brandsAs(caller, ['admin']), person));
        return { endsSessions: true, events: [installationEvent(moment, caller.actor, 'sessions.ended', personId)] };
      });
    },
  };

  async function change(
    caller: Caller,
    personId: string,
    brandIds: readonly string[],
    judge: JudgePerson,
  ): Promise<PersonSeen> {
    const mine = brandsAs(caller, ['admin']);
    const unknown = () => new Problem('not-found', `There is no person ${JSON.stringify(personId)} in your brands.`);
    const person = await accounts.changePerson(personId, brandIds, (found, others) => {
      if (seenFrom(mine, found).memberships.length === 0) throw unknown();
      return judge(found, others);
    });
    if (!person) throw unknown();
    return seenFrom(mine, person);
  }

  function membershipOf(
    memberId: string,
    brandId: string,
    role: Role,
    action: 'membership.granted' | 'membership.revoked',
    by: Actor,
  ): GrantedMembership {
    const event = installationEvent(moment, by, action, memberId, { role });
    return { membership: { memberId, brandId, role }, event: { ...event, chain: brandId } };
  }
}

function refuseOther(brandId: string, mine: readonly string[]): void {
  if (!mine.includes(brandId))
    throw new Problem('not-found', `There is no brand ${JSON.stringify(brandId)} of which you are an admin.`);
}
