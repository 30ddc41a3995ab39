/** The campaigns of a brand, and the briefs and cohorts of one: what a text can be tried for. */
import { useQuery } from '@tanstack/react-query';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';

/** The newest campaigns; empty until they are known. */
export function useBrandCampaigns(brand: string) {
  const answer = useQuery({
    queryKey: ['brand-campaigns', brand],
    queryFn: ({ signal }) => call(endpoints.listCampaigns, { query: { brand, limit: 100 }, signal }),
    staleTime: 60_000,
  });
  return answer.data?.data ?? [];
}

/** The briefs of a campaign; empty until they are known, and where no campaign is chosen. */
export function useCampaignBriefs(brand: string, campaign: string | null) {
  const answer = useQuery({
    queryKey: ['brand-briefs', brand, campaign],
    queryFn: ({ signal }) =>
      call(endpoints.readCampaign, { params: { campaign: campaign ?? '' }, query: { brand }, signal }),
    enabled: campaign !== null,
    staleTime: 60_000,
  });
  return answer.data?.briefs ?? [];
}
