/** What a writer can learn from what became of its reply. */
import type { Candidate, ModelReply } from '../domain/candidate.ts';
import { parseReply, wasCutOff } from './parse-reply.ts';
import type { Feedback } from './prompt.ts';

/** `candidates`: the reply's own. `null` where there is nothing to learn. */
export function feedbackOn(reply: ModelReply, candidates: readonly Candidate[]): Feedback | null {
  const blocked = candidates.filter(isRepairable);
  if (blocked.length > 0)
    return { blocked: blocked.map(({ text, verdict }) => ({ text, findings: verdict.findings })), problem: null };
  if (candidates.length > 0) return null;
  const { problem } = parseReply(reply.raw, { isCutOff: wasCutOff(reply.finish) });
  return { blocked: [], problem: problem ?? 'The reply holds no lines.' };
}

/** A rule that failed, or a fact that is missing, is not the line's fault: no other wording helps. */
function isRepairable({ duplicateOf, verdict }: Candidate): boolean {
  const faults = verdict.findings.filter(({ severity }) => severity === 'block');
  return duplicateOf === null && faults.some(({ kind }) => kind === 'violation');
}
