/** What is said of a checked line outside, in the order of keys that others rely on. */
import type { Finding, RecordedVerdict, Verdict } from '../domain/finding.ts';

/** A line with its verdict, and without what the verdict rested on. */
export type ReportedLine = { readonly text: string } & Verdict;

/** The line as the shell and the API tell it. */
export function reportedLine(
  text: string,
  { verdict, findings, graphemes, policyHash }: RecordedVerdict,
): ReportedLine {
  return { text, verdict, findings: findings.map(reportedFinding), graphemes, policyHash };
}

function reportedFinding(finding: Finding): Finding {
  const { rule, ruleVersion, severity, kind, message, spans, field, rendering, fact, resembles, suggestion } = finding;
  return {
    rule,
    ruleVersion,
    severity,
    kind,
    message,
    spans: spans.map(({ start, end }) => ({ start, end })),
    ...(field !== undefined && { field }),
    ...(rendering !== undefined && { rendering }),
    ...(fact && { fact: { path: fact.path, ...(fact.value !== undefined && { value: fact.value }) } }),
    ...(resembles && { resembles }),
    ...(suggestion && { suggestion: { start: suggestion.start, end: suggestion.end, text: suggestion.text } }),
  };
}
