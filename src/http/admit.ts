/** Decides whether somebody may use a route, and for which brands. The one place where roles and scopes are weighed. */

import { brandsAs, type Caller, type SignedIn } from '../domain/access.ts';
import { Problem } from '../domain/problem.ts';
import type { Route } from './contracts/route.ts';

/** Somebody who may, with the brands for which they may. */
export type Admitted = { readonly signedIn: SignedIn; readonly brandIds: readonly string[] };

/** Throws `not-signed-in` or `not-allowed`, saying what was wanted. */
export function admit(
  route: Pick<Route, 'roles' | 'scope'>,
  { signedIn, refusal }: { readonly signedIn: SignedIn | null; readonly refusal: string | null },
): Admitted {
  if (!signedIn) throw new Problem('not-signed-in', refusal ?? howToSignIn);
  const { caller } = signedIn;
  if (typeof route.roles === 'string') return { signedIn, brandIds: brandsOf(caller) };
  const brandIds = brandsAs(caller, route.roles);
  if (brandIds.length === 0)
    throw new Problem('not-allowed', `This is for the roles ${route.roles.join(', ')}. Ask an admin for one of them.`);
  if (caller.scopes !== null && route.scope === null)
    throw new Problem('not-allowed', 'This is for people: a key cannot be used here. Sign in to the console.');
  if (caller.scopes !== null && route.scope !== null && !caller.scopes.includes(route.scope))
    throw new Problem('not-allowed', `This key lacks the scope ${route.scope}. Use a key that has it.`);
  return { signedIn, brandIds };
}

/**
 * The brands a request is about: the one it asks for, or all.
 * Throws `not-found` for a brand the caller has no part in, as if it were not there; `not-allowed` where the role is missing.
 */
export function narrowedTo(brand: string | null, admitted: Admitted): readonly string[] {
  if (brand === null) return admitted.brandIds;
  if (admitted.brandIds.includes(brand)) return [brand];
  if (brandsOf(admitted.signedIn.caller).includes(brand))
    throw new Problem('not-allowed', `Your role in the brand ${brand} does not allow this. Ask an admin for another.`);
  throw new Problem('not-found', `There is no brand ${JSON.stringify(brand)} among yours.`);
}

const howToSignIn = 'Send a valid key as "Authorization: Bearer lw_…", or sign in to the console.';

function brandsOf(caller: Caller): string[] {
  return [...new Set(caller.memberships.map(({ brandId }) => brandId))];
}
