/** A brand's policy with everything resolved: what rules are on, how strictly, and on which data. */
import * as z from 'zod';
import { Attributes } from './attribute.ts';
import { Market } from './brief.ts';
import { Severity } from './finding.ts';
import { BrandId } from './ids.ts';
import { Instant, Locale } from './instant.ts';

/** One rule's setting. `options` is what the rule's own schema made of the file, defaults filled in. */
export const RuleSetting = z.strictObject({
  on: z.boolean(),
  version: z.int().positive(),
  severity: Severity,
  /** The weight of "not evaluable" findings of this rule. */
  onMissingFacts: Severity,
  options: z.record(z.string(), z.json()),
});
export type RuleSetting = z.infer<typeof RuleSetting>;

/** A line the policy must block, or must not. `pass` means not blocked. */
export const PolicyExamples = z.strictObject({
  pass: z.array(z.string()).default([]),
  block: z.array(z.string()).default([]),
});
export type PolicyExamples = z.infer<typeof PolicyExamples>;

export const Policy = z.strictObject({
  dialect: z.string(),
  locale: Locale,
  market: Market,
  attributes: Attributes,
  /** Every rule of the catalogue by id. */
  rules: z.record(z.string(), RuleSetting),
  examples: PolicyExamples,
});
export type Policy = z.infer<typeof Policy>;

/** A policy as published for a brand. Named by the hash of its settings; never changed once made. */
export const PolicyRelease = z.strictObject({
  id: z.string(),
  brandId: BrandId,
  policyHash: z.string(),
  policy: Policy,
  state: z.enum(['draft', 'shadow', 'published', 'retired']),
  createdAt: Instant,
  publishedAt: Instant.nullable(),
});
export type PolicyRelease = z.infer<typeof PolicyRelease>;
