/** A person as an admin looks after them, and what may be done to their account. */
import type { Membership, Role, User } from './access.ts';
import { Problem } from './problem.ts';

/** What a person can be in a brand; the fifth role is for campaign tools. */
export const personRoles = ['admin', 'policy-owner', 'copywriter', 'compliance'] as const satisfies readonly Role[];

/** A person with every role they have anywhere. */
export type Person = {
  readonly user: User;
  readonly memberships: readonly Membership[];
  /** `null` while they may sign in. */
  readonly disabledAt: string | null;
  /** To the minute; `null` where they never were here. */
  readonly lastSeenAt: string | null;
  readonly passwordSetAt: string | null;
};

/** A person, as far as an admin of some brands may know of them. */
export type PersonSeen = {
  readonly person: Person;
  /** Their roles in the brands of that admin. */
  readonly memberships: readonly Membership[];
  /** Whether they have roles in other brands: then their account is not this admin's alone to change. */
  readonly isElsewhere: boolean;
};

/** A role in a brand, as it is asked for. */
export type RoleAsked = { readonly brand: string; readonly role: Role };

/** How many others are admins of a brand and may sign in, by brand. */
export type OtherAdmins = ReadonlyMap<string, number>;

/** A person as an admin of these brands sees them. */
export function seenFrom(brandIds: readonly string[], person: Person): PersonSeen {
  const memberships = person.memberships.filter(({ brandId }) => brandIds.includes(brandId));
  return { person, memberships, isElsewhere: memberships.length < person.memberships.length };
}

/**
 * Throws `not-allowed` where the account reaches brands of which the caller is not an admin: whoever makes a sign-in
 * link for an account can act as that person wherever they may.
 */
export function refuseElsewhere({ isElsewhere }: PersonSeen): void {
  if (!isElsewhere) return;
  throw new Problem(
    'not-allowed',
    'This person also has roles in brands of which you are not an admin. Change their roles in yours, or ask an admin of all of them.',
  );
}

/** Throws `last-admin` for the first of the brands that would be left without anybody who can let people in. */
export function refuseLastAdmin(leaving: readonly string[], others: OtherAdmins): void {
  const bereft = leaving.find((brandId) => (others.get(brandId) ?? 0) === 0);
  if (bereft === undefined) return;
  throw new Problem('last-admin', `${bereft} would have no admin. Make somebody else an admin of it first.`);
}

/** The brands of which somebody is an admin. */
export function adminOf(memberships: readonly Membership[]): string[] {
  return memberships.filter(({ role }) => role === 'admin').map(({ brandId }) => brandId);
}
