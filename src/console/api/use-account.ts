/** One's own account and where one is signed in. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';

/** The account, its open sessions, and a way to ask for both again. */
export function useAccount() {
  const queries = useQueryClient();
  const account = useQuery({
    queryKey: ['account'],
    queryFn: ({ signal }) => call(endpoints.readAccount, { signal }),
  });
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => call(endpoints.listSessions, { query: { limit: 100 }, signal }),
  });
  return {
    account: account.data ?? null,
    sessions: sessions.data?.data ?? [],
    isLoading: account.isPending || sessions.isPending,
    failure: account.error ?? sessions.error,
    refresh: async () => {
      await Promise.all([['account'], ['sessions']].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  };
}
