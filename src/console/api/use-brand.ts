/** One brand: all there is to say of it, its policy, and whether it is drafted for. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';

/** The brand. */
export function useBrand(id: string) {
  const answer = useQuery({
    queryKey: ['brand', id],
    queryFn: ({ signal }) => call(endpoints.readBrand, { params: { id }, signal }),
  });
  return { brand: answer.data ?? null, failure: answer.error, retry: () => void answer.refetch() };
}

/** Its policy, rule by rule. */
export function useBrandPolicy(id: string) {
  const answer = useQuery({
    queryKey: ['brand-policy', id],
    queryFn: ({ signal }) => call(endpoints.readBrandPolicy, { params: { id }, signal }),
    staleTime: 60_000,
  });
  return { policy: answer.data ?? null, failure: answer.error, retry: () => void answer.refetch() };
}

/** Pauses the drafting of a brand with a reason, or resumes it where the reason is `null`. */
export function usePause(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (reason: string | null): Promise<void> => {
      if (reason === null) await call(endpoints.resumeBrand, { params: { id } });
      else await call(endpoints.pauseBrand, { params: { id }, body: { reason } });
    },
    onSettled: () =>
      Promise.all([['brand', id], ['brands']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
