/** The text that was approved where it is not the one that was drafted. */
import { useQuery } from '@tanstack/react-query';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';

/** The text of an edited candidate, or `null` until it is known; `id` is `null` where nothing was edited. */
export function useApprovedText(id: string | null): string | null {
  const answer = useQuery({
    queryKey: ['candidate', id],
    queryFn: ({ signal }) => call(endpoints.readCandidate, { params: { id: id ?? '' }, signal }),
    enabled: id !== null,
    // A candidate never changes.
    staleTime: Number.POSITIVE_INFINITY,
  });
  return answer.data?.candidate.text ?? null;
}
