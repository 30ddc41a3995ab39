/** The accounts an installation has by itself: its owner, and the command line as a campaign tool. */
import type { Caller, User } from '../domain/access.ts';
import type { AccessStore } from '../ports/access-store.ts';
import type { accounts } from './accounts.ts';

/** Finds or makes them, with their roles in the brands that are there by now. */
export function installationAccounts(parts: {
  readonly accounts: Pick<ReturnType<typeof accounts>, 'user' | 'client' | 'grant'>;
  readonly store: Pick<AccessStore, 'memberships'>;
  readonly knownBrandIds: () => Promise<readonly string[]>;
}) {
  const { accounts, store, knownBrandIds } = parts;
  return {
    /** The person who looks after this installation: admin of every brand. */
    async owner(): Promise<User> {
      const user = await accounts.user('Owner', 'owner@localhost');
      await accounts.grant(user.id, await knownBrandIds(), ['admin']);
      return user;
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
