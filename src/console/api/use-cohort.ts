/** One cohort with its brief and all its lines. */
import { type QueryClient, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueueCohortView, QueueEntryView } from '../../http/contracts/review-routes.ts';
import { call } from './call.ts';
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
    /** Put what a decision answered in the place of what was known. */
    replace: (entry: QueueEntryView) => replaceEntry(queries, id, entry),
  };
}

function isDrafting({ cohort }: QueueCohortView): boolean {
  return cohort.state === 'waiting' || cohort.state === 'drafting';
}

/** The counts tell the queue. */
async function refreshCohort(queries: QueryClient, id: string): Promise<void> {
  await Promise.all(
    [['cohort', id], ['lines', id], ['counts']].map((queryKey) => queries.invalidateQueries({ queryKey })),
  );
}

type LinePages = { pages: { data: QueueEntryView[]; nextCursor: string | null }[]; pageParams: unknown[] };

function replaceEntry(queries: QueryClient, id: string, entry: QueueEntryView): void {
  queries.setQueryData<LinePages>(
    ['lines', id],
    (known) =>
      known && {
        ...known,
        pages: known.pages.map((page) => ({
          ...page,
          data: page.data.map((each) => (each.item.id === entry.item.id ? entry : each)),
        })),
      },
  );
}
