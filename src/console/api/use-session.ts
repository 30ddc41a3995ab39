/** Who is signed in, and signing out. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Role } from '../../domain/access.ts';
import type { MeView } from '../../http/contracts/access-routes.ts';
import { isProblem } from './api-error.ts';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';

/** What the pages know of the person before the screen. */
export type Session = {
  readonly me: MeView;
  /** Whether they may decide lines of this brand. */
  readonly mayDecide: (brandId: string) => boolean;
  /** Whether they have one of these roles in this brand. */
  readonly hasRole: (brandId: string, roles: readonly Role[]) => boolean;
  readonly signOut: () => void;
};

const deciders: readonly Role[] = ['copywriter', 'admin'];

/** The session of this browser: still asked for, none, or one; `failure` where the service could not say. */
export function useSession() {
  const queries = useQueryClient();
  const answer = useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => call(endpoints.readMe, { signal }),
    staleTime: 60_000,
  });
  const signOut = useMutation({
    mutationFn: () => call(endpoints.endSession),
    onSettled: () => {
      queries.clear();
      window.location.assign('/');
    },
  });
  const isSignedOut = isProblem(answer.error, 'not-signed-in');
  return {
    isLoading: answer.isPending,
    isSignedOut,
    failure: isSignedOut ? null : answer.error,
    retry: () => void answer.refetch(),
    session: answer.data && !isSignedOut ? sessionOf(answer.data, () => signOut.mutate()) : null,
  };
}

/** Sign in with the token of a one-time link. */
export function signIn(token: string): Promise<MeView> {
  return call(endpoints.startSession, { body: { token } });
}

function sessionOf(me: MeView, signOut: () => void): Session {
  const hasRole = (brandId: string, roles: readonly Role[]) =>
    me.memberships.some((membership) => membership.brandId === brandId && roles.includes(membership.role));
  return { me, mayDecide: (brandId) => hasRole(brandId, deciders), hasRole, signOut };
}
