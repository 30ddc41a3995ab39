/** What waits for a person: the cohorts with lines to decide. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { QueueCohortView } from '../../http/contracts/review-routes.ts';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';

/** How often the screen asks for new work while it is looked at. */
export const pollMs = 5_000;

/** The queue, as far as it was loaded; kept fresh while the page is visible. */
export function useQueue(brand: string | null) {
  const answer = useInfiniteQuery({
    queryKey: ['queue', brand],
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.listCohorts, {
        query: { ...ofBrand(brand), ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: pollMs,
    placeholderData: keepPreviousData,
  });
  // Apologies go before everything else: their readers wait for a mended mail.
  const cohorts = (answer.data?.pages.flatMap((page) => page.data) ?? []).toSorted(
    (one, other) => Number(isApology(other)) - Number(isApology(one)),
  );
  return {
    cohorts,
    warnings: useWarnings(brand, cohorts),
    isLoading: answer.isPending,
    failure: answer.error,
    retry: () => void answer.refetch(),
    more: answer.hasNextPage ? () => void answer.fetchNextPage() : null,
    isLoadingMore: answer.isFetchingNextPage,
  };
}

/**
 * Waiting lines that carry a warning, by cohort id. The queue's answer does not count them, so they are counted in
 * the first waiting lines; a cohort that is not wholly among these is left out. Asked again only when the queue changed.
 */
function useWarnings(brand: string | null, cohorts: readonly QueueCohortView[]): ReadonlyMap<string, number> {
  const fingerprint = cohorts.map(({ cohort, counts }) => `${cohort.id}:${counts.pending}`).join(' ');
  const answer = useQuery({
    queryKey: ['warnings', brand, fingerprint],
    queryFn: ({ signal }) =>
      call(endpoints.listItems, { query: { ...ofBrand(brand), state: 'pending', limit: 100 }, signal }),
    enabled: cohorts.length > 0,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const waiting = Map.groupBy(answer.data?.data ?? [], ({ item }) => item.cohortId);
  return new Map(
    cohorts.flatMap(({ cohort, counts }) => {
      const entries = waiting.get(cohort.id) ?? [];
      const warned = entries.filter(({ candidate }) => candidate.verdict.verdict === 'warn').length;
      return entries.length === counts.pending ? [[cohort.id, warned] satisfies [string, number]] : [];
    }),
  );
}

function isApology({ brief }: QueueCohortView): boolean {
  return brief.brief.messageType === 'apology';
}

function ofBrand(brand: string | null): { brand?: string } {
  return brand === null ? {} : { brand };
}
