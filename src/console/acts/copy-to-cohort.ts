/** Approving a line for one further cohort, and what came of it. */
import type { PassReason } from '../../domain/decision.ts';
import type { Finding } from '../../domain/finding.ts';
import { isProblem } from '../api/api-error.ts';
import { call } from '../api/call.ts';
import { endpoints } from '../api/endpoints.ts';
import { count } from '../words/counts.ts';

/** `warn` is a text that carries a warning there and waits for the reason why it passes. */
export type CopyResult =
  | { readonly kind: 'pass' | 'block'; readonly words: string }
  | { readonly kind: 'warn'; readonly findings: readonly Finding[] };

/** Nothing is written where the text does not pass. */
export async function copyToCohort(itemId: string, cohort: string, warningsPassed?: PassReason): Promise<CopyResult> {
  const body = { cohort, ...(warningsPassed ? { warningsPassed } : {}) };
  try {
    const { line } = await call(endpoints.copyLine, { params: { id: itemId }, body });
    return { kind: 'pass', words: line ? 'Approved' : 'Approved once, waits for a second pair of eyes' };
  } catch (error) {
    if (!isProblem(error)) throw error;
    const findings = error.verdict?.findings ?? [];
    if (error.code === 'warning-needs-reason') return { kind: 'warn', findings };
    const found = findings.find(({ severity }) => severity === 'block');
    return { kind: 'block', words: `Not approved: ${found?.message ?? error.message}` };
  }
}

/** How many cohorts have the line now, how many wait for a reason, and how many do not get it. */
export function copySummary(results: Iterable<CopyResult>): string {
  const of = Object.groupBy(results, ({ kind }) => kind);
  const parts = [`Approved for ${count(of.pass?.length ?? 0, 'cohort')}`];
  if (of.warn) parts.push(`${of.warn.length === 1 ? 'one waits' : `${of.warn.length} wait`} for your reason`);
  if (of.block) parts.push(`not approved for ${count(of.block.length, 'cohort')}`);
  return `${parts.join(', ')}.`;
}
