/** What is kept of a reply: every line in it with its verdict, and a review item for those a person may see. */
import { theService } from '../domain/access.ts';
import type { Candidate, ModelReply } from '../domain/candidate.ts';
import type { RecordedVerdict } from '../domain/finding.ts';
import { contentHash } from '../domain/hash.ts';
import type { ReviewItem } from '../domain/review-item.ts';
import type { KeptDrafts } from '../ports/generation-store.ts';
import type { Moment } from '../ports/moment.ts';
import type { DraftedLine } from './lines-in-value.ts';
import { parseReply, wasCutOff } from './parse-reply.ts';

/** Parse a saved reply and judge its lines. `earlier`: the cohort's candidates so far, oldest first. */
export function keptDrafts(given: {
  readonly reply: ModelReply;
  readonly earlier: readonly Candidate[];
  /** The revision of the brief that `judge` judges by. */
  readonly briefId: string;
  readonly judge: (line: DraftedLine) => RecordedVerdict;
  readonly moment: Moment;
  /** Lines people look at; what a writer gives beyond them is kept and not shown. */
  readonly mostToReview: number;
}): KeptDrafts {
  const { reply, earlier, judge, moment, mostToReview } = given;
  const { lines, problem } = parseReply(reply.raw, { isCutOff: wasCutOff(reply.finish) });
  const firstWithWords = new Map<string, string>();
  for (const { id, text } of earlier) if (!firstWithWords.has(wordsOf(text))) firstWithWords.set(wordsOf(text), id);
  const createdAt = moment.now();

  const candidates = lines.map((line, index): Candidate => {
    const id = moment.newId('candidate');
    const words = wordsOf(line.text);
    const duplicateOf = firstWithWords.get(words) ?? null;
    if (duplicateOf === null) firstWithWords.set(words, id);
    return { ...candidateOf(reply, line, index + 1), id, duplicateOf, verdict: judge(line), createdAt };
  });
  const items = candidates
    .filter(({ verdict, duplicateOf }) => verdict.verdict !== 'block' && duplicateOf === null)
    .slice(0, mostToReview)
    .map((candidate) => itemFor(candidate, moment));
  const kept = {
    id: moment.newId('event'),
    chain: reply.brandId,
    at: createdAt,
    actor: theService,
    action: 'candidates.kept' as const,
    subject: reply.cohortId,
    details: {
      requestId: reply.requestId,
      replyId: reply.id,
      run: reply.run,
      round: reply.round,
      toReview: items.length,
      candidates: candidates.map(({ id, text, preheader, duplicateOf, verdict }) => ({
        id,
        textHash: contentHash([text, preheader]),
        verdict: verdict.verdict,
        policyHash: verdict.policyHash,
        duplicateOf,
      })),
      problem,
    },
  };
  return { replyId: reply.id, cohortId: reply.cohortId, briefId: given.briefId, candidates, items, events: [kept] };
}

/** Nobody wants to choose between lines that differ in case, spaces and punctuation alone. */
function wordsOf(text: string): string {
  const words = text.normalize('NFKC').toLowerCase();
  return words.replace(/[[\p{P}\p{Z}]--[%‰]]+/gv, ' ').trim() || text;
}

function candidateOf(reply: ModelReply, line: DraftedLine, rank: number) {
  const { brandId, requestId, cohortId, writer, model, promptHash, run, round } = reply;
  const provenance = { writer, model, promptHash, replyId: reply.id, run, round };
  return { brandId, requestId, cohortId, ...line, rank, provenance };
}

function itemFor({ id, brandId, requestId, cohortId, createdAt }: Candidate, moment: Moment): ReviewItem {
  return {
    id: moment.newId('item'),
    brandId,
    requestId,
    cohortId,
    candidateId: id,
    state: 'pending',
    version: 1,
    claim: null,
    firstApproval: null,
    createdAt,
    updatedAt: createdAt,
  };
}
