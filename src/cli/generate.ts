/** `generate FILE`: draft lines for a brief from the shell, with a bar while it runs and a table per cohort. */
import { styleText } from 'node:util';
import type { Brief } from '../domain/brief.ts';
import type { Candidate } from '../domain/candidate.ts';
import type { CohortCounts, RequestCohort } from '../domain/variant-request.ts';
import type { RequestProgress } from '../ports/generation-store.ts';
import { alignedRows, harmless } from './console-table.ts';
import { type BarOutput, progressBar } from './progress-bar.ts';

/** What the command works with. */
export type GenerateParts = {
  readonly accept: (brief: Brief) => Promise<RequestProgress>;
  readonly progress: (requestId: string) => Promise<RequestProgress>;
  /** Every candidate of a cohort. */
  readonly candidates: (cohortId: string) => Promise<readonly Candidate[]>;
  readonly writerName: string;
  readonly out: (text: string) => void;
  readonly bar: BarOutput;
  readonly pause: (ms: number) => Promise<void>;
};

/** Draft and show. Gives back how many cohorts failed. */
export async function generate(parts: GenerateParts, brief: Brief): Promise<number> {
  const accepted = await parts.accept(brief);
  parts.out(`Request ${accepted.request.id}, drafted by ${parts.writerName}\n`);
  const finished = await waitFor(parts, accepted.request.id);
  let failed = 0;
  for (const { cohort, counts } of finished.cohorts) {
    const name = brief.cohorts.find(({ externalId }) => externalId === cohort.externalId)?.name ?? cohort.externalId;
    parts.out(cohortTable(name, cohort, counts, await parts.candidates(cohort.id)));
    if (cohort.state === 'failed') failed += 1;
  }
  return failed;
}

async function waitFor(parts: GenerateParts, requestId: string): Promise<RequestProgress> {
  let progress = await parts.progress(requestId);
  const bar = progressBar(parts.bar, progress.cohorts.length, 'cohorts drafted');
  for (;;) {
    const done = progress.cohorts.filter(({ cohort }) => !isUnderWay(cohort)).length;
    const lines = progress.cohorts.reduce((sum, { counts }) => sum + counts.candidates, 0);
    const delayed = progress.cohorts.find(({ cohort }) => isUnderWay(cohort) && cohort.reason !== null);
    bar.show(done, `${lines} lines`, harmless(delayed?.cohort.reason ?? ''));
    if (done === progress.cohorts.length) break;
    await parts.pause(150);
    progress = await parts.progress(requestId);
  }
  bar.end();
  return progress;
}

function isUnderWay({ state }: RequestCohort): boolean {
  return state === 'waiting' || state === 'drafting';
}

function cohortTable(
  name: string,
  cohort: RequestCohort,
  counts: CohortCounts,
  candidates: readonly Candidate[],
): string {
  const summary = `${counts.pending} to review, ${counts.blocked} blocked, ${counts.duplicates} seen before`;
  const reason = cohort.reason === null ? '' : `\n  ${harmless(cohort.reason)}`;
  const rows = candidates.map((candidate) => ['', whereabouts(candidate), harmless(candidate.text), why(candidate)]);
  const heading = styleText('bold', harmless(name));
  return `\n${heading}: ${cohort.state}, needs ${cohort.needed}; ${summary}${reason}\n${alignedRows(rows)}\n`;
}

function whereabouts({ duplicateOf, verdict }: Candidate): string {
  if (duplicateOf !== null) return styleText('dim', 'duplicate');
  if (verdict.verdict === 'block') return styleText('red', 'blocked');
  return verdict.verdict === 'warn' ? styleText('yellow', 'review, warning') : styleText('green', 'review');
}

function why({ verdict }: Candidate): string {
  return verdict.findings.map(({ rule, message }) => `${rule}: ${harmless(message)}`).join(' · ');
}
