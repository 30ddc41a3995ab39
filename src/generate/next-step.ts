/** Where a drafting run goes on, read off what is saved: so it resumes after a crash as if nothing had happened. */
import type { Candidate, ModelReply } from '../domain/candidate.ts';
import type { CohortWork, KeptDrafts } from '../ports/generation-store.ts';
import { parseReply, wasCutOff } from './parse-reply.ts';
import type { Feedback } from './prompt.ts';

/** What is to be done next. */
export type NextStep =
  | { readonly kind: 'ask'; readonly round: 'draft' }
  | { readonly kind: 'ask'; readonly round: 'repair'; readonly feedback: Feedback }
  | { readonly kind: 'keep'; readonly reply: ModelReply }
  | { readonly kind: 'end' };

/** One round, a second one where the first gave too few lines and there is something to learn from, then the end. */
export function nextStep(work: CohortWork): NextStep {
  const unkept = work.replies.find(({ isKept }) => !isKept);
  if (unkept) return { kind: 'keep', reply: unkept.reply };
  if (missing(work) === 0) return { kind: 'end' };
  const draft = work.replies.find(({ reply }) => reply.round === 'draft');
  if (!draft) return { kind: 'ask', round: 'draft' };
  if (work.replies.some(({ reply }) => reply.round === 'repair')) return { kind: 'end' };
  const feedback = feedbackOn(draft.reply, ofRun(work));
  return feedback ? { kind: 'ask', round: 'repair', feedback } : { kind: 'end' };
}

/** The work once a reply is saved, without reading it all again. */
export function withReply(work: CohortWork, reply: ModelReply): CohortWork {
  return { ...work, replies: [...work.replies, { reply, isKept: false }] };
}

/** The work once a reply's candidates are saved. What people decided meanwhile counts when the run ends. */
export function withDrafts(work: CohortWork, { replyId, candidates, items }: KeptDrafts): CohortWork {
  return {
    ...work,
    replies: work.replies.map((kept) => (kept.reply.id === replyId ? { ...kept, isKept: true } : kept)),
    candidates: [...work.candidates, ...candidates],
    counts: { ...work.counts, pending: work.counts.pending + items.length },
  };
}

/** Lines the cohort still lacks, those in review counted as there. */
export function missing({ cohort, counts }: CohortWork): number {
  return Math.max(0, cohort.needed - counts.approved - counts.pending);
}

/** The candidates a writer gave in the current run. */
export function ofRun({ cohort, candidates }: CohortWork): Candidate[] {
  return candidates.filter(({ provenance }) => provenance.writer !== 'person' && provenance.run === cohort.run);
}

/** `null` where asking again would teach the writer nothing. */
function feedbackOn(reply: ModelReply, candidates: readonly Candidate[]): Feedback | null {
  // A rule that failed, or a fact that is missing, is not the line's fault: no other wording helps.
  const blocked = candidates.filter(({ duplicateOf, verdict }) => {
    const faults = verdict.findings.filter(({ severity }) => severity === 'block');
    return duplicateOf === null && faults.some(({ kind }) => kind === 'violation');
  });
  if (blocked.length > 0) {
    return { blocked: blocked.map(({ text, verdict }) => ({ text, findings: verdict.findings })), problem: null };
  }
  if (candidates.length > 0) return null;
  const { problem } = parseReply(reply.raw, { isCutOff: wasCutOff(reply.finish) });
  return { blocked: [], problem: problem ?? 'The reply holds no lines.' };
}
