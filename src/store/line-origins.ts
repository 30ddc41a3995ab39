/** Where lines came from, in short: what drafting each used, and what its run was asked for. */
import type { Candidate } from '../domain/candidate.ts';
import { Price } from '../domain/price.ts';
import { shareOf } from '../domain/usage.ts';
import type { LineOrigin } from '../ports/review-store.ts';
import type { Reading } from './database.ts';
import { notesOfRuns } from './run-notes.ts';

const unknown: LineOrigin = { usage: null, note: null };

/** The origins of lines; of one that a person wrote nothing is known. */
export async function lineOrigins(
  db: Reading,
  candidates: readonly Candidate[],
): Promise<(candidate: Candidate) => LineOrigin> {
  const usageOf = await usagesOf(db, candidates);
  const noteOf = await notesOfRuns(db, candidates.flatMap(runOf));
  return (candidate) => {
    const { provenance } = candidate;
    if (provenance.writer === 'person') return unknown;
    return { usage: usageOf(candidate, provenance.replyId), note: noteOf(candidate.cohortId, provenance.run) };
  };
}

/** The first run of a cohort is asked for by its brief, and never with a note. */
function runOf({ cohortId, provenance }: Candidate) {
  return provenance.writer === 'person' || provenance.run === 1 ? [] : [{ cohortId, run: provenance.run }];
}

/** The embedded writer calls nobody, so that its replies need not be looked up. */
async function usagesOf(db: Reading, candidates: readonly Candidate[]) {
  const drafted = candidates.filter(({ provenance }) => provenance.writer === 'model');
  const replyIds = [
    ...new Set(drafted.flatMap(({ provenance }) => (provenance.writer === 'person' ? [] : [provenance.replyId]))),
  ];
  if (replyIds.length === 0) return () => null;
  const replies = await db
    .selectFrom('replies')
    .select([
      'id',
      'writer',
      'inputTokens',
      'cachedInputTokens',
      'outputTokens',
      'costMicros',
      'priceDocument',
      // Within the cohort, since candidates are found by it.
      ({ selectFrom }) =>
        selectFrom('candidates')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .whereRef('candidates.cohortId', '=', 'replies.cohortId')
          .whereRef('candidates.replyId', '=', 'replies.id')
          .as('lines'),
    ])
    .where('id', 'in', replyIds)
    .execute();
  const known = new Map(
    replies.map(({ priceDocument, lines, ...reply }) => {
      const price = priceDocument === null ? null : Price.parse(JSON.parse(priceDocument));
      return [reply.id, { reply: { ...reply, price }, lines: lines ?? 1 }];
    }),
  );
  return (candidate: Candidate, replyId: string) => {
    const found = known.get(replyId);
    return found ? shareOf(found.reply, candidate.rank, found.lines) : null;
  };
}
