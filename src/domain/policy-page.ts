/** A policy in force as people read it: every rule with its settings, where they were written, and what it found lately. */
import * as z from 'zod';
import { Severity } from './finding.ts';
import { Instant } from './instant.ts';
import { RuleSummary } from './rule-page.ts';

/**
 * Where a setting was written: a place in a file, or `default` where no file says it. `null` where it is not known: the
 * files are not those that were published.
 */
export const SettingOrigin = z
  .union([
    z.literal('default'),
    z.strictObject({ file: z.string(), line: z.int().positive(), column: z.int().positive() }),
  ])
  .nullable();
export type SettingOrigin = z.infer<typeof SettingOrigin>;

/** A setting by its name, dots between its steps. */
export const PolicySetting = z.strictObject({
  setting: z.string(),
  /** As JSON, as the defaults of a rule's options are; `null` for a list. */
  value: z.string().nullable(),
  from: SettingOrigin,
  /** Of a list, each entry as JSON and where it was written; `null` for anything else. */
  entries: z.array(z.strictObject({ value: z.string(), from: SettingOrigin })).nullable(),
});
export type PolicySetting = z.infer<typeof PolicySetting>;

/** What a rule found in lines, and what people made of it. Counts lines, not findings. */
export const RuleCounts = z.strictObject({
  /** Lines it found something in. */
  lines: z.int().nonnegative(),
  /** Lines it blocked. */
  blocked: z.int().nonnegative(),
  /** Of those it blocked: let through for one text by somebody with that right. */
  overridden: z.int().nonnegative(),
  /** Lines it warned of. */
  warned: z.int().nonnegative(),
  /** Of those it warned of: approved as they are, with a reason. */
  passed: z.int().nonnegative(),
  /** Of those it warned of: approved in other words. */
  edited: z.int().nonnegative(),
  /** Of those it warned of: rejected. */
  rejected: z.int().nonnegative(),
});
export type RuleCounts = z.infer<typeof RuleCounts>;

/** A rule as a policy has it. */
export const RuleInForce = z.strictObject({
  ...RuleSummary.pick({ id: true, summary: true, looksAt: true }).shape,
  version: z.int().positive(),
  on: z.boolean(),
  /** Who said whether it is on. */
  from: SettingOrigin,
  severity: Severity,
  /** The weight where a fact is missing; `null` where it needs none. */
  onMissingFacts: Severity.nullable(),
  settings: z.array(PolicySetting),
  counts: RuleCounts,
});
export type RuleInForce = z.infer<typeof RuleInForce>;

/** The whole policy. */
export const PolicyPage = z.strictObject({
  policyHash: z.string(),
  policySince: Instant.nullable(),
  dialect: z.string(),
  locale: z.string(),
  market: z.string(),
  /** The files it was made of, the ground first; `null` where they are not those that were published. */
  files: z.array(z.string()).nullable(),
  /** Lines the policy must block, and must not: it cannot be published while one of them does not hold. */
  examples: z.strictObject({ pass: z.array(z.string()), block: z.array(z.string()) }),
  /** From when on lines are counted, and how many there were. */
  countedSince: Instant,
  lines: z.int().nonnegative(),
  /** By id, those that are off too. */
  rules: z.array(RuleInForce),
});
export type PolicyPage = z.infer<typeof PolicyPage>;
