/** A list that is read page by page, as far as somebody asked for it. */
import { keepPreviousData, type QueryKey, useInfiniteQuery } from '@tanstack/react-query';

/** A page, and where the next one begins. */
type PageOf<Entry> = { readonly data: readonly Entry[]; readonly nextCursor: string | null };

/**
 * What was read so far. `read` gets the cursor of a page, nothing for the first; what another key showed stays on screen
 * until its answer comes. `everyMs` asks again while the page is looked at.
 */
export function usePages<Entry>(given: {
  readonly queryKey: QueryKey;
  readonly read: (page: { readonly cursor?: string }, signal: AbortSignal) => Promise<PageOf<Entry>>;
  readonly everyMs?: number;
}) {
  const { queryKey, read, everyMs } = given;
  const answer = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => read(pageParam ? { cursor: pageParam } : {}, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
  });
  return {
    entries: answer.data?.pages.flatMap((page) => page.data) ?? [],
    isLoading: answer.isPending,
    /** Entries of the choice before stand there while the next ones come. */
    isStale: answer.isPlaceholderData,
    failure: answer.error,
    retry: () => void answer.refetch(),
    more: answer.hasNextPage ? () => void answer.fetchNextPage() : null,
    isLoadingMore: answer.isFetchingNextPage,
  };
}
