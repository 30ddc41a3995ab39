/** What access/ asks of the Store about people's accounts: who may come in, how, and where they are signed in. */
import type { Session, User } from '../domain/access.ts';
import type { NewAuditEvent } from '../domain/audit-event.ts';
import type { OtherAdmins, Person } from '../domain/person.ts';
import type { GrantedMembership } from './access-store.ts';
import type { Page, PageRequest } from './page.ts';

/** What is kept of a password; see access/password.ts. */
export type KeptPassword = { readonly userId: string; readonly hash: string; readonly setAt: string };

/** What becomes of a person in one act; what is left out stays. */
export type PersonChange = {
  /** `null` lets them in again. */
  readonly disabledAt?: string | null;
  /** One that is there already stays; its event is then not written. */
  readonly granted?: readonly GrantedMembership[];
  /** One that is not there is not told of. */
  readonly revoked?: readonly GrantedMembership[];
  /** True ends every session and every link that was not used. */
  readonly endsSessions?: boolean;
  readonly link?: Session;
  readonly events: readonly NewAuditEvent[];
};

/** Judges a change inside its transaction; pure, and may throw a Problem. */
export type JudgePerson = (person: Person, others: OtherAdmins) => PersonChange;

export type AccountStore = {
  /** Those with a role in at least one of the brands, oldest first, with every role they have anywhere. */
  readonly peopleIn: (brandIds: readonly string[], page: PageRequest) => Promise<Page<Person>>;
  readonly person: (userId: string) => Promise<Person | null>;
  /** Change a person, in one transaction with the chains of these brands held. `null` where there is nobody. */
  readonly changePerson: (userId: string, brandIds: readonly string[], judge: JudgePerson) => Promise<Person | null>;
  /** The same for whoever has the e-mail address of `user`, who is made by this where there is nobody. */
  readonly invite: (
    act: { readonly user: User; readonly brandIds: readonly string[]; readonly events: readonly NewAuditEvent[] },
    judge: JudgePerson,
  ) => Promise<Person>;
  readonly password: (userId: string) => Promise<KeptPassword | null>;
  /** Every other session and link of the person ends with it, so that whoever knew the old one is out. */
  readonly setPassword: (
    kept: KeptPassword,
    keptSessionId: string | null,
    events: readonly NewAuditEvent[],
  ) => Promise<void>;
  /** One more try at an account; a count that is over begins anew and ends at `endsAt`. Gives back what was counted. */
  readonly countTry: (
    accountHash: string,
    now: string,
    endsAt: string,
  ) => Promise<{ readonly tries: number; readonly endsAt: string }>;
  readonly clearTries: (accountHash: string) => Promise<void>;
  /** Drops counts that are over. */
  readonly forgetTries: (now: string) => Promise<void>;
  /** False where the person may not sign in any more. */
  readonly startSession: (session: Session, events: readonly NewAuditEvent[]) => Promise<boolean>;
  /** Open ones, newest first. */
  readonly sessionsOf: (userId: string, now: string, page: PageRequest) => Promise<Page<Session>>;
  /** End one session of a person; false where they have none of that id. */
  readonly endSessionOf: (userId: string, sessionId: string, events: readonly NewAuditEvent[]) => Promise<boolean>;
};
