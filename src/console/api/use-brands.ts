/** The brands the person may see. */
import { useQuery } from '@tanstack/react-query';
import type { BrandView } from '../../http/contracts/access-routes.ts';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';

/** Brands by name; empty until they are known. */
export function useBrands(): readonly BrandView[] {
  return useBrandList().brands;
}

/** The same, with whether and why they are not there. */
export function useBrandList() {
  const answer = useQuery({
    queryKey: ['brands'],
    queryFn: ({ signal }) => call(endpoints.listBrands, { query: { limit: 100 }, signal }),
    staleTime: 5 * 60_000,
  });
  return {
    brands: answer.data?.data ?? [],
    isLoading: answer.isPending,
    failure: answer.error,
    retry: () => void answer.refetch(),
  };
}
