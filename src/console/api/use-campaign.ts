/** A campaign by name, and the revisions of its briefs. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';

/** The campaign with its briefs; `null` until it is known. */
export function useCampaign(brand: string, campaign: string) {
  const answer = useQuery({
    queryKey: ['campaign', brand, campaign],
    queryFn: ({ signal }) => call(endpoints.readCampaign, { params: { campaign }, query: { brand }, signal }),
  });
  return answer.data ?? null;
}

/** Revisions of a brief, newest first; `isWanted` once somebody looks. */
export function useRevisions(briefId: string, isWanted: boolean) {
  const answer = useInfiniteQuery({
    queryKey: ['revisions', briefId],
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.listRevisions, {
        params: { id: briefId },
        query: { limit: 10, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    enabled: isWanted,
  });
  return {
    revisions: answer.data?.pages.flatMap((page) => page.data) ?? [],
    isLoading: isWanted && answer.isPending,
    failure: answer.error,
    retry: () => void answer.refetch(),
    more: answer.hasNextPage ? () => void answer.fetchNextPage() : null,
  };
}
