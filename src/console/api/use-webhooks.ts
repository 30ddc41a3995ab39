/** Webhook endpoints and what was sent to them. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';
import { usePages } from './use-pages.ts';

/** Oldest first: the first hundred. */
export function useWebhooks(brand: string | null) {
  const queries = useQueryClient();
  const answer = useQuery({
    queryKey: ['webhooks', brand],
    queryFn: ({ signal }) =>
      call(endpoints.listWebhooks, { query: { limit: 100, ...(brand === null ? {} : { brand }) }, signal }),
  });
  return {
    webhooks: answer.data?.data ?? [],
    isLoading: answer.isPending,
    failure: answer.error,
    retry: () => void answer.refetch(),
    refresh: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  };
}

/** What was sent to one endpoint, newest first; asked again while it is looked at. */
export function useDeliveries(webhookId: string) {
  const { entries: deliveries, ...list } = usePages({
    queryKey: ['deliveries', webhookId],
    read: (page, signal) =>
      call(endpoints.listDeliveries, { params: { id: webhookId }, query: { limit: 25, ...page }, signal }),
    everyMs: 5_000,
  });
  return { deliveries, ...list };
}
