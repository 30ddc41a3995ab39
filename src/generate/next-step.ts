/** Where a drafting run goes on, read off what is saved: so it resumes after a crash as if nothing had happened. */
import type { Candidate, ModelReply, Round } from '../domain/candidate.ts';
import type { CohortWork, KeptDrafts } from '../ports/generation-store.ts';
import { feedbackOn } from './feedback-on.ts';
import type { Feedback } from './prompt.ts';

/** What is to be done next. `feedback` says what was wrong with the last reply, where something was. */
export type NextStep =
  | { readonly kind: 'ask'; readonly round: Round; readonly feedback: Feedback | null }
  | { readonly kind: 'keep'; readonly reply: ModelReply }
  | { readonly kind: 'end' };

/**
 * A draft; while lines are missing a repair where the policy blocked lines that another wording can mend, then at most
 * two top-ups. No call is made where there is no hope in one: two replies in a row brought nothing for people to see,
 * or what blocked the last one's lines is none of their fault.
 */
export function nextStep(work: CohortWork): NextStep {
  const unkept = work.replies.find(({ isKept }) => !isKept);
  if (unkept) return { kind: 'keep', reply: unkept.reply };
  if (missing(work) === 0) return { kind: 'end' };
  const replies = work.replies.map(({ reply }) => reply);
  const last = replies.at(-1);
  if (!last) return { kind: 'ask', round: 'draft', feedback: null };
  const feedback = feedbackOn(last, candidatesOf(work, last));
  const round = roundAfter(last.round, feedback);
  if (round === null || isHopeless(work, last, feedback)) return { kind: 'end' };
  const before = replies.at(-2);
  if (before && isBarren(work, before) && isBarren(work, last)) return { kind: 'end' };
  return { kind: 'ask', round, feedback };
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

/**
 * Lines the run still lacks. Those in review count as there; a run asked for with a note wants its lines whatever the
 * cohort has already.
 */
export function missing(work: CohortWork): number {
  const { cohort, counts, note } = work;
  if (note) {
    const good = ofRun(work).filter((one) => one.duplicateOf === null && one.verdict.verdict !== 'block');
    return Math.max(0, note.count - good.length);
  }
  return Math.max(0, cohort.needed - counts.approved - counts.pending);
}

/** The candidates a writer gave in the current run. */
export function ofRun({ cohort, candidates }: CohortWork): Candidate[] {
  return candidates.filter(({ provenance }) => provenance.writer !== 'person' && provenance.run === cohort.run);
}

function candidatesOf({ candidates }: CohortWork, { id }: ModelReply): Candidate[] {
  return candidates.filter(({ provenance }) => provenance.writer !== 'person' && provenance.replyId === id);
}

function roundAfter(last: Round, feedback: Feedback | null): Round | null {
  switch (last) {
    case 'draft':
      return feedback && feedback.blocked.length > 0 ? 'repair' : 'top-up';
    case 'repair':
      return 'top-up';
    case 'top-up':
      return 'top-up-2';
    case 'top-up-2':
      return null;
    default:
      return last satisfies never;
  }
}

/** Whether a reply brought nothing that people can decide on. */
function isBarren(work: CohortWork, reply: ModelReply): boolean {
  return !candidatesOf(work, reply).some((one) => one.duplicateOf === null && one.verdict.verdict !== 'block');
}

/** Every line of the reply was blocked for what its wording cannot change: a rule that failed, a fact that is missing. */
function isHopeless(work: CohortWork, reply: ModelReply, feedback: Feedback | null): boolean {
  const candidates = candidatesOf(work, reply);
  const areFresh = candidates.length > 0 && candidates.every(({ duplicateOf }) => duplicateOf === null);
  return areFresh && isBarren(work, reply) && feedback === null;
}
