/** What is to be known of a rule, for a person who met it in a finding or reads a policy. */
import * as z from 'zod';
import { SeenLine, Severity } from './finding.ts';

/** A rule in a list. */
export const RuleSummary = z.strictObject({
  id: z.string(),
  version: z.int().positive(),
  /** One sentence: what holds. */
  summary: z.string(),
  /** Whether a policy that says nothing of it has it on. */
  isOnByDefault: z.boolean(),
  /** Its weight where a policy says nothing else. */
  severity: Severity,
  /** The weight where a fact is missing; `null` where it needs none. */
  onMissingFacts: Severity.nullable(),
  looksAt: z.enum(['subject', 'subject-and-preheader', 'campaign']),
});
export type RuleSummary = z.infer<typeof RuleSummary>;

/** One option of a rule. */
export const RuleOption = z.strictObject({
  name: z.string(),
  /** In words: "integer, 1 to 1000". */
  takes: z.string(),
  /** The default as JSON; `null` where it must be given. */
  default: z.string().nullable(),
});
export type RuleOption = z.infer<typeof RuleOption>;

/** A line that shows what a rule does. In a line it finds something in, `[|` and `|]` mark what is found. */
export const RuleExampleView = z.strictObject({
  line: z.string(),
  preheader: z.string().optional(),
  locale: z.string().optional(),
  dialect: z.string().optional(),
  /** Options other than the defaults. */
  options: z.record(z.string(), z.json()).optional(),
  /** Facts of the brief it is compared with. */
  facts: z.record(z.string(), z.json()).optional(),
  seen: z.array(SeenLine).optional(),
  /** Why it passes or not, where the line does not say it. */
  because: z.string().optional(),
});
export type RuleExampleView = z.infer<typeof RuleExampleView>;

/** The whole page of a rule. `why`, `traps` and `sources` are Markdown, `null` where the page has none. */
export const RulePage = z.strictObject({
  ...RuleSummary.shape,
  options: z.array(RuleOption),
  /** Lines that pass. */
  good: z.array(RuleExampleView),
  /** Lines it finds something in. */
  bad: z.array(RuleExampleView),
  why: z.string().nullable(),
  traps: z.string().nullable(),
  sources: z.string().nullable(),
});
export type RulePage = z.infer<typeof RulePage>;
