/** What drafting used and cost, in words. */
import type { Usage } from '../../domain/usage.ts';

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
