/** The campaigns, with how far each is. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { RequestState } from '../../domain/variant-request.ts';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';

/** How often the list is asked for anew while it is looked at. */
const pollMs = 10_000;

/** Campaigns, newest first, as far as they were loaded; kept fresh while the page is visible. */
export function useCampaigns(chosen: {
  readonly brand: string | null;
  readonly state: RequestState | null;
  readonly search: string | null;
}) {
  const answer = useInfiniteQuery({
    queryKey: ['campaigns', chosen.brand, chosen.state, chosen.search],
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.listCampaigns, {
        query: {
          ...(chosen.brand === null ? {} : { brand: chosen.brand }),
          ...(chosen.state === null ? {} : { state: chosen.state }),
          ...(chosen.search === null ? {} : { search: chosen.search }),
          ...(pageParam ? { cursor: pageParam } : {}),
        },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: pollMs,
    placeholderData: keepPreviousData,
  });
  return {
    campaigns: answer.data?.pages.flatMap((page) => page.data) ?? [],
    isLoading: answer.isPending,
    isStale: answer.isPlaceholderData,
    failure: answer.error,
    retry: () => void answer.refetch(),
    more: answer.hasNextPage ? () => void answer.fetchNextPage() : null,
    isLoadingMore: answer.isFetchingNextPage,
  };
}
