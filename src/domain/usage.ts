/** What calls to a model used and cost, added up and shared out. */
import * as z from 'zod';
import type { ModelReply } from './candidate.ts';
import { costMicros } from './price.ts';

/** What calls used together, by what their server told of each. The embedded writer calls nobody and uses nothing. */
export const Usage = z.strictObject({
  /** Calls that were answered. */
  calls: z.int().nonnegative(),
  inputTokens: z.int().nonnegative(),
  /** Those of the input tokens that the server had in its cache. */
  cachedInputTokens: z.int().nonnegative(),
  outputTokens: z.int().nonnegative(),
  /** Millionths of the currency; `null` where the price of a call is not known, or calls were paid in several. */
  costMicros: z.int().nonnegative().nullable(),
  /** `null` where there is no cost to state. */
  currency: z.string().nullable(),
});
export type Usage = z.infer<typeof Usage>;

/** No call, no cost. */
export const noUsage: Usage = {
  calls: 0,
  inputTokens: 0,
  cachedInputTokens: 0,
  outputTokens: 0,
  costMicros: 0,
  currency: null,
};

/** Usages together. */
export function addUsages(usages: readonly Usage[]): Usage {
  return usages.filter(({ calls }) => calls > 0).reduce(bothUsages, noUsage);
}

function bothUsages(one: Usage, other: Usage): Usage {
  const isOneCurrency = one.calls === 0 || one.currency === other.currency;
  const isKnown = one.costMicros !== null && other.costMicros !== null && isOneCurrency;
  return {
    calls: one.calls + other.calls,
    inputTokens: one.inputTokens + other.inputTokens,
    cachedInputTokens: one.cachedInputTokens + other.cachedInputTokens,
    outputTokens: one.outputTokens + other.outputTokens,
    costMicros: isKnown ? (one.costMicros ?? 0) + (other.costMicros ?? 0) : null,
    currency: isKnown ? other.currency : null,
  };
}

/** What of a reply tells its usage. */
type Used = Pick<ModelReply, 'inputTokens' | 'cachedInputTokens' | 'outputTokens' | 'costMicros' | 'price'> & {
  readonly writer: string;
};

/** The usage of one reply. */
export function usageOf(reply: Used): Usage {
  if (reply.writer !== 'model') return noUsage;
  return {
    calls: 1,
    inputTokens: reply.inputTokens ?? 0,
    cachedInputTokens: reply.cachedInputTokens ?? 0,
    outputTokens: reply.outputTokens ?? 0,
    costMicros: reply.costMicros,
    currency: reply.costMicros === null ? null : (reply.price?.currency ?? null),
  };
}

/** The share of the candidate of a rank in what its reply used; the shares of all `count` add up to the whole. */
export function shareOf(reply: Used, rank: number, count: number): Usage {
  const whole = usageOf(reply);
  const share = (total: number) => Math.floor(total / count) + (rank <= total % count ? 1 : 0);
  return {
    ...whole,
    inputTokens: share(whole.inputTokens),
    cachedInputTokens: share(whole.cachedInputTokens),
    outputTokens: share(whole.outputTokens),
    costMicros: whole.costMicros === null ? null : share(whole.costMicros),
  };
}

/** What counts towards caps. `micros` is `null` where there is no price. */
export type Spending = { readonly tokens: number; readonly micros: number | null };

/** What a reply counts. Where its server does not tell, the texts are counted, so that no cap is passed unseen. */
export function spendingOf(reply: ModelReply): Spending {
  if (reply.writer !== 'model') return { tokens: 0, micros: 0 };
  const { price, cachedInputTokens } = reply;
  const inputTokens = reply.inputTokens ?? tokensAtMost(reply.prompt);
  const outputTokens = reply.outputTokens ?? tokensAtMost(reply.raw);
  return {
    tokens: inputTokens + outputTokens,
    micros: costMicros(price, { inputTokens, cachedInputTokens, outputTokens }),
  };
}

/** About as many tokens as a text has at most: three letters of ASCII make one, any other unit is one of its own. */
export function tokensAtMost(text: string): number {
  let ascii = 0;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) < 128) ascii += 1;
  return text.length - ascii + Math.ceil(ascii / 3);
}
