/** Overrides of blocks: the list, and what is said to one. */
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { Override } from '../../domain/override.ts';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';
import { pollMs } from './use-queue-counts.ts';

/** Those of a state, newest first; `refresh` asks again, and for the queue that a granted one adds to. */
export function useOverrides(brand: string | null, state: Override['state']) {
  const queries = useQueryClient();
  const answer = useInfiniteQuery({
    queryKey: ['overrides', brand, state],
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.listOverrides, {
        query: { state, limit: 20, ...(brand ? { brand } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: pollMs,
  });
  return {
    overrides: answer.data?.pages.flatMap((page) => page.data) ?? [],
    isLoading: answer.isPending,
    failure: answer.error,
    refresh: async () => {
      await Promise.all([['overrides'], ['queue']].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
    more: answer.hasNextPage ? () => void answer.fetchNextPage() : null,
    isLoadingMore: answer.isFetchingNextPage,
  };
}
