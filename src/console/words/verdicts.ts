/** Verdicts in words. */
import type { Finding, Verdict } from '../../domain/finding.ts';
import { count } from './counts.ts';

/** What saving the text would meet: "Passes", "Carries a warning", "Blocked by the policy". */
export function verdictWords({ verdict }: Pick<Verdict, 'verdict'>): string {
  switch (verdict) {
    case 'pass':
      return 'This text passes';
    case 'warn':
      return 'This text carries a warning';
    case 'block':
      return 'The policy blocks this text';
    default:
      return verdict satisfies never;
  }
}

/** How many findings of each weight: "2 blocks, 1 warning", or "no findings". */
export function findingCounts(findings: readonly Pick<Finding, 'severity'>[]): string {
  const of = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  const parts = [
    [of('block'), 'block'],
    [of('warn'), 'warning'],
    [of('info'), 'note'],
  ] as const;
  const said = parts.flatMap(([number, word]) => (number > 0 ? [count(number, word)] : []));
  return said.length === 0 ? 'no findings' : said.join(', ');
}
