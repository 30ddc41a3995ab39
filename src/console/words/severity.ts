/** Severities in words and signs. */
import type { Finding, Severity } from '../../domain/finding.ts';

/** The worst first. */
const severities = ['block', 'warn', 'info'] as const satisfies readonly Severity[];

const words: Readonly<Record<Severity, string>> = { block: 'Blocked', warn: 'Warning', info: 'Note' };

/** What heads a finding. */
export function severityWord(finding: Pick<Finding, 'severity' | 'kind'>): string {
  if (finding.kind === 'violation') return words[finding.severity];
  return `${words[finding.severity]}, ${finding.kind === 'error' ? 'could not be checked' : 'a fact is missing'}`;
}

/** The worst of several severities. */
export function worstOf(given: readonly Severity[]): Severity {
  return severities.find((severity) => given.includes(severity)) ?? 'info';
}
