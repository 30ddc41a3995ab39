/** One request, followed while it is worked on. */
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ProgressView, RequestView } from '../../http/contracts/campaign-routes.ts';
import { addressOf, call } from './call.ts';
import { endpoints } from './endpoints.ts';

/** How often a request is read while its events come, for what they do not tell: dates, pace and findings. */
const besideMs = 20_000;
/** How often where they do not come. */
const pollMs = 4_000;

/**
 * The request with its cohorts. The server tells of every change; where the stream cannot be had it is read again and
 * again instead. `isLive` says which of the two.
 */
export function useRequest(id: string) {
  const queries = useQueryClient();
  const [isLive, setIsLive] = useState(false);
  const answer = useQuery({
    queryKey: ['request', id],
    queryFn: ({ signal }) => call(endpoints.readRequest, { params: { id }, signal }),
    refetchInterval: isLive ? besideMs : pollMs,
  });
  const isThere = answer.data !== undefined;
  useEffect(() => {
    if (!isThere) return;
    const stream = new EventSource(addressOf(endpoints.followRequest.path, { params: { id } }));
    const told = ({ data }: MessageEvent<string>) => {
      setIsLive(true);
      merge(queries, id, JSON.parse(data));
    };
    stream.addEventListener('snapshot', told);
    stream.addEventListener('change', told);
    stream.addEventListener('end', () => {
      stream.close();
      setIsLive(false);
      void queries.invalidateQueries({ queryKey: ['request', id] });
    });
    // The browser comes again by itself; until then the request is read instead.
    stream.addEventListener('error', () => setIsLive(false));
    return () => stream.close();
  }, [queries, id, isThere]);
  return {
    request: answer.data ?? null,
    isLive,
    failure: answer.error,
    retry: () => void answer.refetch(),
    refresh: () => queries.invalidateQueries({ queryKey: ['request', id] }),
  };
}

/** What an event says in the place of what was known. */
function merge(queries: QueryClient, id: string, told: ProgressView): void {
  const changed = new Map(told.cohorts.map((cohort) => [cohort.id, cohort]));
  queries.setQueryData<RequestView>(
    ['request', id],
    (known) =>
      known && {
        ...known,
        state: told.state,
        cohorts: known.cohorts.map((cohort) => changed.get(cohort.id) ?? cohort),
      },
  );
}
