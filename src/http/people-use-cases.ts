/** What HTTP asks of people's accounts; parts of UseCases. */
import type { Caller, Role, Session, SignedIn } from '../domain/access.ts';
import type { Person, PersonSeen, RoleAsked } from '../domain/person.ts';
import type { Page, PageRequest } from '../ports/page.ts';

type Link = { readonly secret: string; readonly expiresAt: string };

/** For admins. Each throws `not-found` for whoever has no role in a brand of theirs. */
export type PeopleUseCases = {
  readonly list: (caller: Caller, brandIds: readonly string[], page: PageRequest) => Promise<Page<PersonSeen>>;
  readonly invite: (
    caller: Caller,
    asked: { readonly name: string; readonly email: string; readonly roles: readonly RoleAsked[] },
  ) => Promise<{ readonly seen: PersonSeen; readonly link: Link | null }>;
  /** Throws `last-admin`. */
  readonly setRoles: (caller: Caller, personId: string, brandId: string, roles: readonly Role[]) => Promise<PersonSeen>;
  /** Throws `last-admin`, and `not-allowed` for whoever has roles elsewhere. So for the acts below. */
  readonly setState: (caller: Caller, personId: string, state: 'active' | 'disabled') => Promise<PersonSeen>;
  readonly makeLink: (caller: Caller, personId: string) => Promise<Link>;
  readonly endSessions: (caller: Caller, personId: string) => Promise<void>;
};

/** For everybody, about themselves. */
export type AccountUseCases = {
  readonly read: (signedIn: SignedIn) => Promise<{ readonly person: Person; readonly needsCurrent: boolean }>;
  readonly sessions: (signedIn: SignedIn, page: PageRequest) => Promise<Page<Session>>;
  /** Throws `not-found`. */
  readonly endSession: (signedIn: SignedIn, sessionId: string) => Promise<void>;
  readonly endSessions: (signedIn: SignedIn) => Promise<void>;
  /** Throws `invalid-request` and `too-many-requests`. */
  readonly setPassword: (
    signedIn: SignedIn,
    asked: { readonly password: string; readonly current?: string | undefined },
  ) => Promise<void>;
};
