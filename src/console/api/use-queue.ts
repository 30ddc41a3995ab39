/** What waits for a person: the cohorts with lines to decide. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';
import { useQueueCounts } from './use-queue-counts.ts';

/** The queue in the order of the server, as far as it was loaded; read again when something in it changed. */
export function useQueue(brand: string | null) {
  const counts = useQueueCounts(brand);
  const answer = useInfiniteQuery({
    queryKey: ['queue', brand],
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.listCohorts, {
        query: { ...(brand === null ? {} : { brand }), ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
  return {
    cohorts: answer.data?.pages.flatMap((page) => page.data) ?? [],
    /** Lines that wait in all cohorts, loaded or not. */
    waiting: counts?.waiting ?? 0,
    isLoading: answer.isPending,
    failure: answer.error,
    retry: () => void answer.refetch(),
    more: answer.hasNextPage ? () => void answer.fetchNextPage() : null,
    isLoadingMore: answer.isFetchingNextPage,
  };
}
