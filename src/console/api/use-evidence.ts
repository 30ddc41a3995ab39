/** The audit chains: their events, a file of them, and whether they hold. */
import { addressOf, call } from './call.ts';
import { endpoints } from './endpoints.ts';
import { usePages } from './use-pages.ts';
import { wholeCsv } from './whole-csv.ts';

const eventsPerFilePage = 1000;

/** Events of a brand or of all, newest first; `upTo` begins with a number of the chain. */
export function useEvents(brand: string | null, upTo: number | null) {
  const { entries: events, ...list } = usePages({
    queryKey: ['events', brand, upTo],
    read: (page, signal) =>
      call(endpoints.listEvents, {
        query: { ...(brand && { brand }), ...(upTo !== null && { upTo }), limit: 50, ...page },
        signal,
      }),
  });
  return { events, ...list };
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
