/** People and campaign tools that proved who they are, for tests of HTTP alone. */
import type { Role, Scope, SignedIn } from '../../../src/domain/access.ts';

/** A person with roles in brands; by itself a copywriter of tilden-row. */
export function person(
  roles: readonly Role[] = ['copywriter'],
  brandIds: readonly string[] = ['tilden-row'],
): SignedIn {
  return {
    caller: {
      actor: { kind: 'user', id: 'user_loren' },
      name: 'Loren',
      memberships: brandIds.flatMap((brandId) => roles.map((role) => ({ memberId: 'user_loren', brandId, role }))),
      scopes: null,
    },
    sessionId: 'sess_1',
  };
}

/** A campaign tool whose key has these scopes. */
export function tool(scopes: readonly Scope[], roles: readonly Role[] = ['campaign-client']): SignedIn {
  const memberships = roles.map((role) => ({ memberId: 'client_1', brandId: 'tilden-row', role }));
  return {
    caller: { actor: { kind: 'client', id: 'client_1' }, name: 'Mailroom', memberships, scopes },
    sessionId: null,
  };
}
