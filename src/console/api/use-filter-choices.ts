/** What the list of lines can be narrowed to. */
import { useQuery } from '@tanstack/react-query';
import type { Campaign } from '../../domain/campaign.ts';
import type { RuleSummary } from '../../domain/rule-page.ts';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';

const staleTime = 60_000;

/** The newest campaigns and all rules; empty until they are known. */
export function useFilterChoices(brand: string | null): {
  readonly campaigns: readonly Campaign[];
  readonly rules: readonly RuleSummary[];
} {
  const campaigns = useQuery({
    queryKey: ['campaign-names', brand],
    queryFn: ({ signal }) =>
      call(endpoints.listCampaigns, { query: { limit: 100, ...(brand === null ? {} : { brand }) }, signal }),
    staleTime,
  });
  const rules = useQuery({
    queryKey: ['rules'],
    queryFn: ({ signal }) => call(endpoints.listRules, { query: { limit: 100 }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { campaigns: campaigns.data?.data ?? [], rules: rules.data?.data ?? [] };
}
