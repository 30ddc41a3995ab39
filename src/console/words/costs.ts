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

/** "$1.24", "under $0.01", "no charge" where no model was called, "not known" where its price is not. */
export function costOf({ calls, costMicros, currency }: Usage): string {
  if (calls === 0) return 'no charge';
  if (costMicros === null || currency === null) return 'not known';
  const amount = costMicros / 1e6;
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency });
  const { maximumFractionDigits = 2 } = format.resolvedOptions();
  const least = 10 ** -maximumFractionDigits;
  return amount > 0 && amount < least ? `under ${format.format(least)}` : format.format(amount);
}

/** "24 calls, 31,200 tokens". */
export function usageInWords({ calls, inputTokens, outputTokens }: Usage): string {
  const tokens = (inputTokens + outputTokens).toLocaleString('en-US');
  return `${calls.toLocaleString('en-US')} ${calls === 1 ? 'call' : 'calls'}, ${tokens} tokens`;
}
