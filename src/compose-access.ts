/** Puts together who may come in: people, campaign tools, their keys, sessions and passwords. */
import { accounts } from './access/accounts.ts';
import { apiKeys } from './access/api-keys.ts';
import { attempts } from './access/attempts.ts';
import { authentication } from './access/authenticate.ts';
import { clientDesk } from './access/client-desk.ts';
import { ownAccount } from './access/own-account.ts';
import { passwords } from './access/password.ts';
import { peopleDesk } from './access/people-desk.ts';
import { signingIn, signingInByPassword } from './access/sign-in.ts';
import type { Actor } from './domain/access.ts';
import type { UseCases } from './http/use-cases.ts';
import type { Chore } from './jobs/housekeeping.ts';
import type { Log } from './ports/log.ts';
import type { Moment } from './ports/moment.ts';
import type { Store } from './ports/store.ts';

/** The use cases of access, and what the command line needs of them besides. */
export function composeAccess(parts: {
  readonly store: Pick<Store, 'access' | 'accounts'>;
  readonly moment: Moment;
  readonly log: Log;
  readonly openSandbox: (brandId: string, by: Actor) => Promise<string>;
}) {
  const { store, moment, log, openSandbox } = parts;
  const given = { store: store.access, moment };
  const members = accounts(given);
  const keys = apiKeys(given);
  const signIn = signingIn(given);
  // The tries of an account are counted together, wherever its password is asked for.
  const tries = attempts({ accounts: store.accounts, moment });
  const byPassword = { accounts: store.accounts, passwords: passwords(moment.randomHex), tries, moment };
  const clients = clientDesk({ store: store.access, accounts: members, keys, openSandbox });
  const useCases: Pick<UseCases, 'access' | 'account' | 'clients' | 'people'> = {
    access: {
      ...authentication({ ...given, log }),
      ...signIn,
      signInByPassword: signingInByPassword({ ...byPassword, store: store.access }),
      people: store.access.users,
    },
    account: ownAccount(byPassword),
    clients,
    people: peopleDesk({ accounts: store.accounts, moment }),
  };
  const chores: readonly Chore[] = [{ name: 'forget old tries at passwords', run: tries.forget }];
  return { accounts: members, keys, signIn, clients, useCases, chores };
}
