/** The policy a verdict was found by, against the one that is in force. */
import type { PolicyShown } from '../text/finding-why.tsx';
import { useBrands } from './use-brands.ts';

/** `null` until the brand is known. */
export function usePolicyShown(brandId: string, hash: string): PolicyShown | null {
  const brand = useBrands().find(({ id }) => id === brandId);
  if (!brand) return null;
  const isInForce = brand.policyHash === hash;
  return { hash, isInForce, since: isInForce ? brand.policySince : null };
}
