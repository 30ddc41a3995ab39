/** Campaign tools and their keys, as an admin sees them. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';

/** Oldest first: the first hundred, which is more than any installation has. */
export function useClients() {
  const queries = useQueryClient();
  const answer = useQuery({
    queryKey: ['clients'],
    queryFn: ({ signal }) => call(endpoints.listClients, { query: { limit: 100 }, signal }),
  });
  return {
    clients: answer.data?.data ?? [],
    isLoading: answer.isPending,
    failure: answer.error,
    retry: () => void answer.refetch(),
    refresh: () => queries.invalidateQueries({ queryKey: ['clients'] }),
  };
}

/** The keys a client ever had, newest first. */
export function useKeys(clientId: string) {
  const queries = useQueryClient();
  const answer = useQuery({
    queryKey: ['keys', clientId],
    queryFn: ({ signal }) => call(endpoints.listKeys, { params: { id: clientId }, query: { limit: 100 }, signal }),
  });
  return {
    keys: answer.data?.data ?? [],
    failure: answer.error,
    retry: () => void answer.refetch(),
    refresh: () => queries.invalidateQueries({ queryKey: ['keys', clientId] }),
  };
}
