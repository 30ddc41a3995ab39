/** What a rule is for. */
import { useQuery } from '@tanstack/react-query';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';

/** The page of a rule; `null` until it is known. */
export function useRule(id: string) {
  const answer = useQuery({
    queryKey: ['rule', id],
    queryFn: ({ signal }) => call(endpoints.readRule, { params: { id }, signal }),
    // Rules change with a new version of the service alone.
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { rule: answer.data ?? null, failure: answer.error, retry: () => void answer.refetch() };
}
