/** What a check found in a line, and what follows from it. */
import * as z from 'zod';
import { Instant } from './instant.ts';

/** `block` keeps a line out of review, `warn` needs a reason to pass, `info` is a remark. */
export const Severity = z.enum(['block', 'warn', 'info']);
export type Severity = z.infer<typeof Severity>;

/** `violation`: the line breaks the rule. `not-evaluable`: a fact is missing. `error`: the rule itself failed. */
export const FindingKind = z.enum(['violation', 'not-evaluable', 'error']);
export type FindingKind = z.infer<typeof FindingKind>;

/** A piece of the text as written: UTF-16 offsets, half-open, so that `text.slice(start, end)` is what was seen. */
export const Span = z.strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative() });
export type Span = z.infer<typeof Span>;

/** A safe repair: put `text` in the place of the span. Applying it never yields a worse verdict. */
export const Suggestion = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string(),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** The fact a line was compared with, or lacks: its path in the brief and its value in words. */
export const ComparedFact = z.strictObject({ path: z.string(), value: z.string().optional() });
export type ComparedFact = z.infer<typeof ComparedFact>;

/** A line that readers may have seen before. */
export const SeenLine = z.strictObject({
  text: z.string(),
  /** The line's id where it is one of ours. */
  id: z.string().optional(),
  campaign: z.string().optional(),
  at: Instant.optional(),
});
export type SeenLine = z.infer<typeof SeenLine>;

/** A seen line as a finding names it: its instant is in UTC already, and read as it stands. */
const ResembledLine = SeenLine.extend({ at: z.string().optional() });

export const Finding = z.strictObject({
  rule: z.string(),
  ruleVersion: z.int().positive(),
  severity: Severity,
  kind: FindingKind,
  /** One plain sentence: the thing, the limit, what to do. */
  message: z.string(),
  /** Where it was seen in the field as written; empty where the whole line is meant. */
  spans: z.array(Span),
  /** Which text the spans are in; the subject where not given. */
  field: z.literal('preheader').optional(),
  /** The rendering it was seen in, in words: "first_name empty". Missing: in the text as written. */
  rendering: z.string().optional(),
  fact: ComparedFact.optional(),
  /** The line it resembles, which these readers saw. */
  resembles: ResembledLine.optional(),
  suggestion: Suggestion.optional(),
});
export type Finding = z.infer<typeof Finding>;

/** The worst severity among the findings decides: `block`, `warn`, or `pass` where there is neither. */
export const VerdictName = z.enum(['pass', 'warn', 'block']);
export type VerdictName = z.infer<typeof VerdictName>;

/** How far back lines count as seen by the same readers: a quarter. */
export const seenWindowMs = 90 * 24 * 60 * 60 * 1000;

/** What a verdict used, recorded so that the same check gives the same findings years later. */
export const VerdictBasis = z.strictObject({
  policyHash: z.string(),
  /** `null` where the line was checked without a brief. */
  factsHash: z.string().nullable(),
  now: Instant,
  neighbours: z.array(SeenLine),
  unicodeVersion: z.string(),
});
export type VerdictBasis = z.infer<typeof VerdictBasis>;

export const Verdict = z.strictObject({
  verdict: VerdictName,
  findings: z.array(Finding),
  /** Grapheme clusters of the text as written (UAX #29). */
  graphemes: z.int().nonnegative(),
  policyHash: z.string(),
});
export type Verdict = z.infer<typeof Verdict>;

/** A verdict with what it rested on, as the database keeps it. */
export const RecordedVerdict = Verdict.extend({ basis: VerdictBasis });
export type RecordedVerdict = z.infer<typeof RecordedVerdict>;

/** The verdict that follows from findings. */
export function verdictOf(findings: readonly Pick<Finding, 'severity'>[]): VerdictName {
  if (findings.some((finding) => finding.severity === 'block')) return 'block';
  return findings.some((finding) => finding.severity === 'warn') ? 'warn' : 'pass';
}

/** The rules a verdict warns by, each once, in the order of the findings. */
export function warningRules(verdict: Verdict): string[] {
  return [...new Set(verdict.findings.filter((finding) => finding.severity === 'warn').map(({ rule }) => rule))];
}
