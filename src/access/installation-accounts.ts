/** The accounts an installation has by itself: its owner, and the command line as a campaign tool. */
import { type Caller, theService } from '../domain/access.ts';
import { adminOf } from '../domain/person.ts';
import type { AccessStore } from '../ports/access-store.ts';
import type { AccountStore } from '../ports/account-store.ts';
import type { Moment } from '../ports/moment.ts';
import type { accounts } from './accounts.ts';
import { installationEvent } from './installation-event.ts';

/** The owner as they are now. */
export type Owner = {
  readonly id: string;
  readonly name: string;
  readonly isDisabled: boolean;
  /** Brands that other people look after and the owner does not. */
  readonly brandsOfOthers: readonly string[];
};

/** Finds or makes them, with their roles in the brands that are there by now. */
export function installationAccounts(parts: {
  readonly accounts: Pick<ReturnType<typeof accounts>, 'user' | 'client' | 'grant'>;
  readonly store: Pick<AccessStore, 'memberships'>;
  readonly people: Pick<AccountStore, 'changePerson'>;
  readonly knownBrandIds: () => Promise<readonly string[]>;
  readonly moment: Moment;
}) {
  const { accounts, store, people, knownBrandIds, moment } = parts;
  return {
    /**
     * The person who looks after this installation: made admin of each brand that has no admin who may sign in. Where
     * there is one, nothing is granted: an admin who took the role away meant it.
     */
    async owner(): Promise<Owner> {
      const { id, name } = await accounts.user('Owner', 'owner@localhost');
      const known = await knownBrandIds();
      const owner = await people.changePerson(id, known, ({ memberships, disabledAt }, others) => {
        const own = adminOf(memberships);
        const bereft = known.filter((brandId) => !own.includes(brandId) && (others.get(brandId) ?? 0) === 0);
        const granted = bereft.map((brandId) => ({
          membership: { memberId: id, brandId, role: 'admin' as const },
          event: {
            ...installationEvent(moment, theService, 'membership.granted', id, { role: 'admin' }),
            chain: brandId,
          },
        }));
        return { granted: disabledAt === null ? granted : [], events: [] };
      });
      if (!owner) throw new Error('the owner was there and is gone');
      const own = adminOf(owner.memberships);
      const brandsOfOthers = known.filter((brandId) => !own.includes(brandId));
      return { id, name, isDisabled: owner.disabledAt !== null, brandsOfOthers };
    },

    /** Whoever sits at this machine's shell, as a client, so that the audit chain can name it. */
    async commandLine(brandIds: readonly string[]): Promise<Caller> {
      const client = await accounts.client('Command line');
      const known = await knownBrandIds();
      const granted = brandIds.filter((id) => known.includes(id));
      await accounts.grant(client.id, granted, ['campaign-client']);
      const memberships = await store.memberships(client.id);
      return { actor: { kind: 'client', id: client.id }, name: client.name, memberships, scopes: null };
    },
  };
}
