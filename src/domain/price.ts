/** What a model costs. Money is counted in millionths of its currency, as integers. */
import * as z from 'zod';
import type { Money } from './money.ts';

/** What a model's server takes for a million tokens, in millionths of the currency. */
export const Price = z.strictObject({
  inputMicros: z.int().nonnegative(),
  /** For input tokens the server had in its cache. */
  cachedInputMicros: z.int().nonnegative(),
  outputMicros: z.int().nonnegative(),
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code, such as USD'),
});
export type Price = z.infer<typeof Price>;

type Tokens = {
  readonly inputTokens: number | null;
  readonly cachedInputTokens: number | null;
  readonly outputTokens: number | null;
};

/** What tokens cost, rounded to a millionth; `null` where the price or the tokens are not known. */
export function costMicros(
  price: Price | null,
  { inputTokens, cachedInputTokens, outputTokens }: Tokens,
): number | null {
  if (price === null || inputTokens === null || outputTokens === null) return null;
  const cached = Math.min(cachedInputTokens ?? 0, inputTokens);
  const { inputMicros, cachedInputMicros, outputMicros } = price;
  const perMillion = (inputTokens - cached) * inputMicros + cached * cachedInputMicros + outputTokens * outputMicros;
  return Math.round(perMillion / 1_000_000);
}

/** An amount in millionths of its currency. */
export function microsOf({ minor, currency }: Money): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return minor * 10 ** (6 - (format.resolvedOptions().maximumFractionDigits ?? 2));
}
