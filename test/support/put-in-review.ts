/** Lines put in front of people word for word, as if a writer had drafted them. */
import type { Brief } from '../../src/domain/brief.ts';
import type { Angle, ModelReply } from '../../src/domain/candidate.ts';
import { factsFor } from '../../src/domain/facts.ts';
import { type RecordedVerdict, verdictOf } from '../../src/domain/finding.ts';
import type { RequestCohort } from '../../src/domain/variant-request.ts';
import { settledState } from '../../src/domain/variant-request.ts';
import { checkLine } from '../../src/guardrails/check-line.ts';
import type { CompiledPolicy } from '../../src/guardrails/compile-policy.ts';
import type { Moment } from '../../src/ports/moment.ts';
import type { Store } from '../../src/ports/store.ts';
import { sampleAccepted, sampleCandidate, sampleItem, sampleReply } from './samples.ts';

/** A line as a writer would have drafted it. */
export type WrittenLine = {
  readonly text: string;
  readonly angle?: Angle;
  readonly preheader?: string;
  /** Let it wait for review whatever blocks it: its blocks become warnings. */
  readonly isLetThrough?: boolean;
};

/** What is put in the queue: a brief, and the lines of each cohort by its external id. */
export type Drafted = {
  readonly brief: Brief;
  readonly lines: Readonly<Record<string, readonly WrittenLine[]>>;
  readonly writer: Pick<ModelReply, 'writer' | 'model'>;
};

/** Checks the lines and lets those that nothing blocks wait for review. */
export async function putInReview(store: Store, moment: Moment, policy: CompiledPolicy, drafted: Drafted) {
  const { brief, lines, writer } = drafted;
  const accepted = sampleAccepted(moment, brief);
  await store.generation.acceptRequest(accepted);
  for (const cohort of accepted.cohorts) await draft(cohort, lines[cohort.externalId] ?? []);

  async function draft(cohort: RequestCohort, written: readonly WrittenLine[]): Promise<void> {
    const { generation } = store;
    const { id: cohortId, run } = cohort;
    const facts = factsFor(
      brief,
      brief.cohorts.find(({ externalId }) => externalId === cohort.externalId),
    );
    const reply = sampleReply(moment, cohort, writer);
    const candidates = written.map(({ text, angle = 'other', preheader = null, isLetThrough = false }, index) => {
      const verdict = checkLine({ text, preheader }, policy, { facts, now: moment.now() });
      const more = { text, angle, preheader, rank: index + 1 };
      return sampleCandidate(moment, reply, { ...more, verdict: isLetThrough ? letThrough(verdict) : verdict });
    });
    const items = candidates
      .filter(({ verdict }) => verdict.verdict !== 'block')
      .map((candidate) => sampleItem(moment, candidate));
    await generation.startDrafting(cohortId, run, moment.now());
    await generation.keepReply(reply, []);
    await generation.keepDrafts({ replyId: reply.id, cohortId, candidates, items, events: [] });
    await generation.endRun({
      cohortId,
      run,
      at: moment.now(),
      settle: (counts) => ({ state: settledState(cohort.needed, counts), reason: null, events: [] }),
    });
  }
}

function letThrough(verdict: RecordedVerdict): RecordedVerdict {
  const findings = verdict.findings.map((finding) =>
    finding.severity === 'block' ? { ...finding, severity: 'warn' as const } : finding,
  );
  return { ...verdict, findings, verdict: verdictOf(findings) };
}
