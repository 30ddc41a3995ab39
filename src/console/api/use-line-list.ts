/** A page of the list of lines, with the one after it ready before it is asked for. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { queueRoutes } from '../../http/contracts/queue-routes.ts';
import { call } from './call.ts';
import type { Given } from './endpoint.ts';
import { endpoints } from './endpoints.ts';

/** Which lines, as the route takes it. */
export type LinesAsked = NonNullable<Given<(typeof queueRoutes)['listLines']>['query']>;

/** The page; the one before stays on screen until it is there. */
export function useLineList(asked: LinesAsked) {
  const queries = useQueryClient();
  const answer = useQuery({ ...pageOf(asked), placeholderData: keepPreviousData });
  const next = answer.isPlaceholderData ? null : (answer.data?.nextCursor ?? null);
  const following = next === null ? null : JSON.stringify({ ...asked, cursor: next });
  useEffect(() => {
    if (following !== null) void queries.prefetchQuery(pageOf(JSON.parse(following)));
  }, [following, queries]);
  return {
    lines: answer.data?.data ?? [],
    next,
    isLoading: answer.isPending,
    /** What is shown is of the page before. */
    isStale: answer.isPlaceholderData,
    failure: answer.error,
    /** Read it again, and the counts with it. */
    refresh: () =>
      Promise.all([['review-lines'], ['counts']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  };
}

function pageOf(asked: LinesAsked) {
  return {
    queryKey: ['review-lines', asked],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) => call(endpoints.listLines, { query: asked, signal }),
    staleTime: 10_000,
  };
}
