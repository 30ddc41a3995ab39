/** What drafting cost, in words. */
import type { Usage } from '../../domain/usage.ts';

/** "0.04 ¢", "$0.12"; `null` where nobody was called or the price is not known. */
export function costWords({
  calls,
  costMicros,
  currency,
}: Pick<Usage, 'calls' | 'costMicros' | 'currency'>): string | null {
  if (calls === 0 || costMicros === null || currency === null) return null;
  const amount = costMicros / 1_000_000;
  // Drafting one line costs a fraction of a cent; three digits that say something are enough.
  return new Intl.NumberFormat('en-US', { style: 'currency', currency, maximumSignificantDigits: 3 }).format(amount);
}
