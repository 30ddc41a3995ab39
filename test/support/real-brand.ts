/** A brand whose policy is the default one, so that use cases can be tried with real rules. */
import type { BrandProfile } from '../../src/domain/brand.ts';
import type { Policy } from '../../src/domain/policy.ts';
import { compilePolicy } from '../../src/guardrails/compile-policy.ts';
import { defaultPolicy } from '../../src/guardrails/default-policy.ts';
import type { Moment } from '../../src/ports/moment.ts';
import type { Store } from '../../src/ports/store.ts';
import { sampleBrand, sampleEvent, sampleRelease } from './samples.ts';

/** Adds a brand with a published policy that real rules can check by. */
export async function addRealBrand(
  store: Store,
  moment: Moment,
  id: string,
  policy: Policy = defaultPolicy,
  profile: Partial<BrandProfile> = {},
) {
  const { policyHash } = compilePolicy(policy);
  const release = sampleRelease(moment, id, { policy, policyHash });
  const brand = sampleBrand(id);
  await store.brands.addBrand({ brand: { ...brand, profile: { ...brand.profile, ...profile } }, release }, [
    sampleEvent(moment, id, { action: 'brand.imported' }),
  ]);
  return release;
}
