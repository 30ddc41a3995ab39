/** The figures of the home page: of the period, and of what lies ahead. */
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';

/** Numbers that somebody reads over a coffee need not be of this second. */
const freshMs = 30_000;
/** What waits and what is being drafted changes while one looks. */
const nowMs = 5_000;

/** The figures of a brand, or of all, over so many days. */
export function useFigures(brand: string | null, days: number) {
  const answer = useQuery({
    queryKey: ['figures', brand, days],
    queryFn: ({ signal }) =>
      call(endpoints.readFigures, {
        query: { days, dayStart: startOfToday(), ...(brand === null ? {} : { brand }) },
        signal,
      }),
    placeholderData: keepPreviousData,
    staleTime: freshMs,
    refetchInterval: freshMs,
  });
  return { figures: answer.data ?? null, failure: answer.error, retry: () => void answer.refetch() };
}

/** How fast each brand is decided, and when it will be clear. Those that cannot be told are left out. */
export function usePaces(brandIds: readonly string[]) {
  const answers = useQueries({
    queries: brandIds.map((id) => ({
      queryKey: ['pace', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => call(endpoints.readPace, { params: { id }, signal }),
      staleTime: nowMs,
      refetchInterval: nowMs,
    })),
  });
  return answers.flatMap(({ data }) => (data ? [data] : []));
}

/** The first cohorts of the queue and how many lines wait. */
export function useWaiting(brand: string | null) {
  const query = brand === null ? {} : { brand };
  const cohorts = useQuery({
    queryKey: ['queue-start', brand],
    queryFn: ({ signal }) => call(endpoints.listCohorts, { query: { ...query, limit: 5 }, signal }),
    staleTime: nowMs,
    refetchInterval: nowMs,
  });
  const counts = useQuery({
    queryKey: ['counts', 'home', brand],
    queryFn: ({ signal }) => call(endpoints.countLines, { query, signal }),
    staleTime: nowMs,
    refetchInterval: nowMs,
  });
  return {
    cohorts: cohorts.data?.data ?? [],
    waiting: counts.data?.waiting ?? null,
    isLoading: cohorts.isPending || counts.isPending,
    failure: cohorts.error ?? counts.error,
    retry: () => void Promise.all([cohorts.refetch(), counts.refetch()]),
  };
}

function startOfToday(): string {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate()).toISOString();
}
