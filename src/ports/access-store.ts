/** What access/ asks of the Store. */
import type { ApiKey, Client, Membership, Session, User } from '../domain/access.ts';
import type { NewAuditEvent } from '../domain/audit-event.ts';

export type AccessStore = {
  readonly user: (userId: string) => Promise<User | null>;
  readonly userByEmail: (email: string) => Promise<User | null>;
  /** People by id, for showing names. */
  readonly users: (userIds: readonly string[]) => Promise<readonly User[]>;
  /** False where a user with that e-mail address is there already. */
  readonly addUser: (user: User, events: readonly NewAuditEvent[]) => Promise<boolean>;
  readonly clientByName: (name: string) => Promise<Client | null>;
  readonly addClient: (client: Client, events: readonly NewAuditEvent[]) => Promise<boolean>;
  readonly memberships: (memberId: string) => Promise<readonly Membership[]>;
  /** A membership that is there already stays; its event is then not written. */
  readonly grant: (granted: readonly { membership: Membership; event: NewAuditEvent }[]) => Promise<void>;
  readonly addKey: (key: ApiKey, events: readonly NewAuditEvent[]) => Promise<void>;
  readonly keyByHash: (hash: string) => Promise<{ readonly key: ApiKey; readonly client: Client } | null>;
  readonly addLink: (link: Session, events: readonly NewAuditEvent[]) => Promise<void>;
  /** Use a link up and start the session in its place; `null` where there is no such link or it is over. */
  readonly exchangeLink: (act: {
    readonly linkHash: string;
    readonly now: string;
    readonly sessionFor: (userId: string) => { readonly session: Session; readonly events: readonly NewAuditEvent[] };
  }) => Promise<Session | null>;
  readonly sessionByHash: (hash: string) => Promise<{ readonly session: Session; readonly user: User } | null>;
  readonly endSession: (sessionId: string, events: readonly NewAuditEvent[]) => Promise<void>;
};
