/** The audit chains: their events, a file of them, and whether they hold. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { addressOf, call } from './call.ts';
import { endpoints } from './endpoints.ts';
import { wholeCsv } from './whole-csv.ts';

const eventsPerFilePage = 1000;

/** Events of a brand or of all, newest first; `upTo` begins with a number of the chain. */
export function useEvents(brand: string | null, upTo: number | null) {
  const asked = { ...(brand === null ? {} : { brand }), ...(upTo === null ? {} : { upTo }) };
  const answer = useInfiniteQuery({
    queryKey: ['events', brand, upTo],
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.listEvents, {
        query: { ...asked, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  return {
    events: answer.data?.pages.flatMap((page) => page.data) ?? [],
    isLoading: answer.isPending,
    failure: answer.error,
    retry: () => void answer.refetch(),
    more: answer.hasNextPage ? () => void answer.fetchNextPage() : null,
    isLoadingMore: answer.isFetchingNextPage,
  };
}

/** Every event of a brand, or of all one may see, as a CSV file with the bytes that were hashed. Throws `ApiError`. */
export function eventsCsv(brand: string | null): Promise<Blob> {
  const query = { ...(brand === null ? {} : { brand }), limit: eventsPerFilePage, format: 'csv' };
  return wholeCsv(addressOf(endpoints.listEvents.path, { query }));
}

/** Reads the chains from their first event on. Throws `ApiError`. */
export function checkChains(brand: string | null) {
  return call(endpoints.checkChains, { query: brand === null ? {} : { brand } });
}
