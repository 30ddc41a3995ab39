/** What rules found in the lines of a brand, and what people made of it. */
import type { Instant } from '../domain/instant.ts';
import type { RuleCounts } from '../domain/policy-page.ts';

/** Counts of a time: every line that was drafted or typed in it, and the rules that found something. */
export type FoundByRules = { readonly lines: number; readonly byRule: ReadonlyMap<string, RuleCounts> };

export type RuleCountStore = {
  /** Of lines that were made at `since` or later. */
  readonly ruleCounts: (brandId: string, since: Instant) => Promise<FoundByRules>;
};
