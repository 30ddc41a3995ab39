/** What a drafting run does next, by what is saved alone. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/domain/finding.ts';
import { nextStep } from '../../src/generate/next-step.ts';
import type { CohortWork } from '../../src/ports/generation-store.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { sampleAccepted, sampleCandidate, sampleFinding, sampleReply } from '../support/samples.ts';

/** A run whose draft gave one line for each list of findings. */
function drafted(...lines: readonly (readonly Finding[])[]): CohortWork {
  const moment = fixedMoment();
  const { request, campaign, brief, cohorts } = sampleAccepted(moment);
  const [cohort] = cohorts;
  if (!cohort) throw new Error('no cohort');
  const reply = sampleReply(moment, cohort);
  const candidates = lines.map((findings) => sampleCandidate(moment, reply, { findings: [...findings] }));
  const counts = {
    candidates: lines.length,
    blocked: 0,
    duplicates: 0,
    pending: 0,
    approvedOnce: 0,
    approved: 0,
    rejected: 0,
  };
  return { cohort, request, campaign, brief, replies: [{ reply, isKept: true }], candidates, counts, note: null };
}

const violation = sampleFinding();
const failed = sampleFinding({ kind: 'error' });
const unknown = sampleFinding({ kind: 'not-evaluable' });
const warning = sampleFinding({ severity: 'warn' });

describe('after a draft', () => {
  it.each<[string, readonly (readonly Finding[])[], string | null]>([
    ['whose line broke a rule comes a repair', [[violation], [failed]], 'repair'],
    ['whose lines a rule could not check comes the end', [[failed], [failed]], null],
    ['whose lines lack a fact comes the end', [[unknown]], null],
    ['that gave a line besides comes a top-up', [[failed], [warning]], 'top-up'],
    ['that gave no lines comes a top-up', [], 'top-up'],
  ])('%s', (_name, lines, round) => {
    const step = nextStep(drafted(...lines));
    expect(step.kind === 'ask' ? step.round : null).toBe(round);
  });

  it('that gave enough lines comes the end, whatever was blocked', () => {
    const work = drafted([violation], []);
    expect(nextStep({ ...work, counts: { ...work.counts, approved: 1, pending: 1 } })).toEqual({ kind: 'end' });
  });
});

it('keeps a saved reply before anything else', () => {
  const work = drafted([violation]);
  const replies = work.replies.map(({ reply }) => ({ reply, isKept: false }));
  expect(nextStep({ ...work, replies })).toMatchObject({ kind: 'keep' });
});
