/** The campaigns, with how far each is. */
import type { RequestState } from '../../domain/variant-request.ts';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';
import { usePages } from './use-pages.ts';

/** How often the list is asked for anew while it is looked at. */
const pollMs = 10_000;

/** Campaigns, newest first, as far as they were loaded; kept fresh while the page is visible. */
export function useCampaigns(chosen: {
  readonly brand: string | null;
  readonly state: RequestState | null;
  readonly search: string | null;
}) {
  const { brand, state, search } = chosen;
  const { entries: campaigns, ...list } = usePages({
    queryKey: ['campaigns', brand, state, search],
    read: (page, signal) =>
      call(endpoints.listCampaigns, {
        query: { ...(brand && { brand }), ...(state && { state }), ...(search && { search }), ...page },
        signal,
      }),
    everyMs: pollMs,
  });
  return { campaigns, ...list };
}
