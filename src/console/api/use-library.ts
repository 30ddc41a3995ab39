/** Approved lines as the library shows them. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from './call.ts';
import type { Given } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { usePages } from './use-pages.ts';

/** What narrows the library; paging is the hook's own. */
export type LibraryQuery = Omit<
  NonNullable<Given<(typeof endpoints.listLibrary)['contract'] & object>['query']>,
  'cursor' | 'format'
>;

/** The lines that fit, as far as they were loaded. */
export function useLibrary(query: LibraryQuery) {
  const { entries: lines, ...list } = usePages({
    queryKey: ['library', query],
    read: (page, signal) => call(endpoints.listLibrary, { query: { ...query, ...page }, signal }),
  });
  return { lines, ...list };
}

/** What there is to narrow the library by. */
export function useLibraryChoices(brand: string | null, campaign: string | null) {
  const answer = useQuery({
    queryKey: ['library-choices', brand, campaign],
    queryFn: ({ signal }) =>
      call(endpoints.readLibraryChoices, {
        query: { ...(brand ? { brand } : {}), ...(campaign ? { campaign } : {}) },
        signal,
      }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return answer.data ?? { campaigns: [], cohorts: [], approvers: [] };
}

/** The merge-tag dialects, by name; empty until they are known. */
export function useDialects() {
  const answer = useQuery({
    queryKey: ['dialects'],
    queryFn: ({ signal }) => call(endpoints.readDialects, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return answer.data?.dialects ?? [];
}
