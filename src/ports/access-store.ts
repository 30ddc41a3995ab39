/** What access/ asks of the Store. */
import type { Client, Membership, Session, User } from '../domain/access.ts';
import type { ApiKey } from '../domain/api-key.ts';
import type { NewAuditEvent } from '../domain/audit-event.ts';
import type { Page, PageRequest } from './page.ts';

/** A key with the tool it belongs to. */
export type HeldKey = { readonly key: ApiKey; readonly client: Client };

/** A key that took another's place, and the other as it is from then on. */
export type KeyReplacement = {
  readonly old: ApiKey;
  readonly fresh: ApiKey;
  readonly events: readonly NewAuditEvent[];
};

/** A campaign tool with its roles in brands. */
export type ClientMember = { readonly client: Client; readonly memberships: readonly Membership[] };

/** A membership and the event that tells of it. */
export type GrantedMembership = { readonly membership: Membership; readonly event: NewAuditEvent };

export type AccessStore = {
  readonly user: (userId: string) => Promise<User | null>;
  readonly userByEmail: (email: string) => Promise<User | null>;
  /** People by id, for showing names. */
  readonly users: (userIds: readonly string[]) => Promise<readonly User[]>;
  /** False where a user with that e-mail address is there already. */
  readonly addUser: (user: User, events: readonly NewAuditEvent[]) => Promise<boolean>;
  readonly clientByName: (name: string) => Promise<Client | null>;
  readonly client: (clientId: string) => Promise<ClientMember | null>;
  /** Those with a role in at least one of the brands, oldest first, with every role they have anywhere. */
  readonly clientsIn: (brandIds: readonly string[], page: PageRequest) => Promise<Page<ClientMember>>;
  /** With its first memberships, in one act. False where a client of that name is there already. */
  readonly addClient: (
    client: Client,
    events: readonly NewAuditEvent[],
    granted?: readonly GrantedMembership[],
  ) => Promise<boolean>;
  readonly memberships: (memberId: string) => Promise<readonly Membership[]>;
  /** A membership that is there already stays; its event is then not written. */
  readonly grant: (granted: readonly GrantedMembership[]) => Promise<void>;
  readonly addKey: (key: ApiKey, events: readonly NewAuditEvent[]) => Promise<void>;
  readonly keyByHash: (hash: string) => Promise<HeldKey | null>;
  readonly key: (keyId: string) => Promise<HeldKey | null>;
  /** Every key a client ever had, newest first. */
  readonly keysOf: (clientId: string) => Promise<readonly ApiKey[]>;
  /**
   * Let a new key take a key's place, in one transaction. The pure `judge` gets the key and the one it replaced, and
   * may throw a Problem. `null` where there is no such key.
   */
  readonly replaceKey: (
    keyId: string,
    judge: (key: ApiKey, before: ApiKey | null) => KeyReplacement,
  ) => Promise<KeyReplacement | null>;
  /** Nothing happens to a key that is revoked already, or not there. */
  readonly revokeKey: (keyId: string, at: string, events: readonly NewAuditEvent[]) => Promise<void>;
  /** Nothing is written where a use was noted after `unlessSince`. */
  readonly noteKeyUsed: (keyId: string, at: string, unlessSince: string) => Promise<void>;
  readonly addLink: (link: Session, events: readonly NewAuditEvent[]) => Promise<void>;
  /** Use a link up and start the session in its place; `null` where there is no such link or it is over. */
  readonly exchangeLink: (act: {
    readonly linkHash: string;
    readonly now: string;
    readonly sessionFor: (userId: string) => { readonly session: Session; readonly events: readonly NewAuditEvent[] };
  }) => Promise<Session | null>;
  /** `null` for whoever may not sign in any more, too. */
  readonly sessionByHash: (hash: string) => Promise<{ readonly session: Session; readonly user: User } | null>;
  /** Nothing is written where a use was noted after `unlessSince`. Also tells when the person was last here. */
  readonly noteSessionUsed: (session: Session, at: string, unlessSince: string) => Promise<void>;
  readonly endSession: (sessionId: string, events: readonly NewAuditEvent[]) => Promise<void>;
};
