/** What is to be said of a request's campaign as a whole, by the policy in force. */
import type { Brief } from '../domain/brief.ts';
import type { Finding } from '../domain/finding.ts';
import { checkCampaign } from '../guardrails/check-campaign.ts';
import type { CompiledPolicies } from '../guardrails/compiled-policies.ts';
import type { BrandStore } from '../ports/brand-store.ts';
import type { Moment } from '../ports/moment.ts';

/** Checks a brief, of which a brand that is gone has nothing to say any more. */
export function campaignFindings(parts: {
  readonly brands: Pick<BrandStore, 'brand'>;
  readonly compiled: CompiledPolicies;
  readonly moment: Moment;
}) {
  return async (brief: Brief): Promise<readonly Finding[]> => {
    const inForce = await parts.brands.brand(brief.brand);
    return inForce ? checkCampaign(brief, parts.compiled(inForce.release.policy), parts.moment.now()) : [];
  };
}
