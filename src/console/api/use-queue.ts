/** What waits for a person: the cohorts with lines to decide. */
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';
import { usePages } from './use-pages.ts';
import { useQueueCounts } from './use-queue-counts.ts';

/** The queue in the order of the server, as far as it was loaded; read again when something in it changed. */
export function useQueue(brand: string | null) {
  const counts = useQueueCounts(brand);
  const { entries: cohorts, ...list } = usePages({
    queryKey: ['queue', brand],
    read: (page, signal) => call(endpoints.listCohorts, { query: { ...(brand && { brand }), ...page }, signal }),
  });
  // The count is of all cohorts, loaded or not.
  return { cohorts, waiting: counts?.waiting ?? 0, ...list };
}
