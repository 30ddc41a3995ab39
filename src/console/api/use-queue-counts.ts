/** How many lines stand where; and the one question that is asked again and again, so that the lists need not be. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { QueueCountsView } from '../../http/contracts/queue-routes.ts';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';

/** How often the screen asks for new work while it is looked at. */
export const pollMs = 4_000;

/** What is shown of the queue, and read again once its counts say that something changed. */
const shown = ['queue', 'cohort', 'lines', 'review-lines'];

/** The counts; `null` until they are known. */
export function useQueueCounts(brand: string | null): QueueCountsView | null {
  const queries = useQueryClient();
  const answer = useQuery({
    queryKey: ['counts', brand],
    queryFn: ({ signal }) => call(endpoints.countLines, { query: brand === null ? {} : { brand }, signal }),
    refetchInterval: pollMs,
    placeholderData: keepPreviousData,
  });
  const mark = answer.isPlaceholderData ? undefined : answer.data?.mark;
  const known = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (mark === undefined || mark === known.current) return;
    if (known.current !== undefined) for (const name of shown) void queries.invalidateQueries({ queryKey: [name] });
    known.current = mark;
  }, [mark, queries]);
  return answer.data ?? null;
}
