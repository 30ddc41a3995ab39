/** Severities in words and signs. */
import type { Finding, Severity } from '../../domain/finding.ts';
import type { RuleSummary } from '../../domain/rule-page.ts';

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

/** The name of a weight within a sentence. */
export function severityName(severity: Severity): string {
  return { block: 'block', warn: 'warning', info: 'note' }[severity];
}

/** What a rule looks at, within a sentence. */
export function looksAtWords(looksAt: RuleSummary['looksAt']): string {
  return {
    subject: 'the subject line',
    'subject-and-preheader': 'the subject line and the preheader',
    campaign: 'the brief as a whole',
  }[looksAt];
}
