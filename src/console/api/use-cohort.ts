/** One cohort with its brief and all its lines. */
import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
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
    ...cohortQuery(id),
    // The counts of the queue tell of lines; that drafting goes on or failed, they do not.
    refetchInterval: ({ state }) => (state.data && isDrafting(state.data) ? pollMs : slowMs),
  });
  const lines = useInfiniteQuery(linesQuery(id));
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

/** Reads cohorts that are likely to be opened next, so that going on shows them at once. */
export function usePrefetchedCohorts(ids: readonly string[]): void {
  const queries = useQueryClient();
  const key = ids.join(' ');
  useEffect(() => {
    for (const id of key === '' ? [] : key.split(' ')) {
      void queries.prefetchQuery({ ...cohortQuery(id), staleTime: slowMs });
      void queries.prefetchInfiniteQuery({ ...linesQuery(id), staleTime: slowMs });
    }
  }, [key, queries]);
}

function cohortQuery(id: string) {
  return queryOptions({
    queryKey: ['cohort', id],
    queryFn: ({ signal }) => call(endpoints.readCohort, { params: { id }, signal }),
  });
}

function linesQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ['lines', id],
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.listItems, {
        query: { cohort: id, limit: 100, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}

function isDrafting({ cohort }: QueueCohortView): boolean {
  return cohort.state === 'waiting' || cohort.state === 'drafting';
}
