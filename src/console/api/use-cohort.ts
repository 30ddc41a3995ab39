/** One cohort with its brief and all its lines. */
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueueCohortView } from '../../http/contracts/review-routes.ts';
import { call } from './call.ts';
import { refreshCohort } from './cohort-cache.ts';
import { endpoints } from './endpoints.ts';
import { pollMs } from './use-queue-counts.ts';

/** How often what seldom changes by itself is asked for. */
const slowMs = 30_000;

/** The cohort and its lines, oldest first, kept fresh while the page is visible. */
export function useCohort(id: string) {
  const queries = useQueryClient();
  const cohort = useQuery({
    queryKey: ['cohort', id],
    queryFn: ({ signal }) => call(endpoints.readCohort, { params: { id }, signal }),
    // The counts of the queue tell of lines; that drafting goes on or failed, they do not.
    refetchInterval: ({ state }) => (state.data && isDrafting(state.data) ? pollMs : slowMs),
  });
  const lines = useInfiniteQuery({
    queryKey: ['lines', id],
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.listItems, {
        query: { cohort: id, limit: 100, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  return {
    cohort: cohort.data ?? null,
    entries: lines.data?.pages.flatMap((page) => page.data) ?? [],
    isLoading: cohort.isPending || lines.isPending,
    failure: cohort.error ?? lines.error,
    more: lines.hasNextPage ? () => void lines.fetchNextPage() : null,
    isLoadingMore: lines.isFetchingNextPage,
    refresh: () => refreshCohort(queries, id),
  };
}

function isDrafting({ cohort }: QueueCohortView): boolean {
  return cohort.state === 'waiting' || cohort.state === 'drafting';
}
