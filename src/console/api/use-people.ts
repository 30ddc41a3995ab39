/** The people an admin looks after. */
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { PersonView } from '../../http/contracts/people-routes.ts';
import type { PersonRole } from '../words/roles.ts';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';

/** Oldest first, as far as they were loaded, with what can be done. */
export function usePeople(brand: string | null) {
  const queries = useQueryClient();
  const answer = useInfiniteQuery({
    queryKey: ['people', brand],
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.listPeople, {
        query: { limit: 100, ...(brand === null ? {} : { brand }), ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const refresh = () => Promise.all([['people'], ['me']].map((queryKey) => queries.invalidateQueries({ queryKey })));
  return {
    people: answer.data?.pages.flatMap((page) => page.data) ?? [],
    isLoading: answer.isPending,
    failure: answer.error,
    retry: () => void answer.refetch(),
    more: answer.hasNextPage ? () => void answer.fetchNextPage() : null,
    refresh,
  };
}

/** What an admin does with one person. */
export const personActs = {
  setRoles: (person: PersonView, brand: string, roles: readonly PersonRole[]) =>
    call(endpoints.setRoles, { params: { id: person.id }, body: { brand, roles: [...roles] } }),
  setState: (person: PersonView, state: PersonView['state']) =>
    call(endpoints.changePerson, { params: { id: person.id }, body: { state } }),
  makeLink: (person: PersonView) => call(endpoints.createSignInLink, { params: { id: person.id } }),
  signOut: (person: PersonView) => call(endpoints.endSessionsOf, { params: { id: person.id } }),
} as const;
