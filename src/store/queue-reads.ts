/** Reads the review queue: entries, and cohorts with lines to decide. */
import type { QueueCohort, QueueEntry, QueueFilter } from '../ports/review-store.ts';
import { among } from './among.ts';
import type { BriefShelf } from './brief-shelf.ts';
import { readCandidates } from './candidate-reads.ts';
import { cohortCounts } from './cohort-counts.ts';
import type { Reading } from './database.ts';
import { requestFrame } from './request-frame.ts';
import { cohortOf } from './request-rows.ts';
import { decisionOf, itemOf } from './review-rows.ts';
import type { CohortRow, ReviewItemRow } from './tables.ts';
import { takeBackTerms } from './take-back-terms.ts';

/** Items of a filter, oldest first, after an id. */
export function selectItems(db: Reading, filter: QueueFilter, after: string, limit: number): Promise<ReviewItemRow[]> {
  const { brandIds, state, requestId, cohortId } = filter;
  return db
    .selectFrom('reviewItems')
    .selectAll()
    .where('brandId', 'in', among(brandIds))
    .where('id', '>', after)
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
    .$if(requestId !== undefined, (query) => query.where('requestId', '=', requestId ?? ''))
    .$if(cohortId !== undefined, (query) => query.where('cohortId', '=', cohortId ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Items with their lines, and their decisions where there are some. */
export async function queueEntries(db: Reading, rows: readonly ReviewItemRow[]): Promise<QueueEntry[]> {
  const candidates = await db
    .selectFrom('candidates')
    .selectAll()
    .where('id', 'in', among(rows.map(({ candidateId }) => candidateId)))
    .execute();
  const decisions = await selectDecisions(db)
    .where('decisions.itemId', 'in', among(rows.map(({ id }) => id)))
    .execute();
  const candidateById = new Map((await readCandidates(db, candidates)).map((candidate) => [candidate.id, candidate]));
  const decisionByItem = new Map(decisions.map((row) => [row.itemId, decisionOf(row)]));
  const termsOf = await takeBackTerms(db, [...decisionByItem.values()]);
  return rows.flatMap((row) => {
    const candidate = candidateById.get(row.candidateId);
    const decision = decisionByItem.get(row.id);
    return candidate ? [{ item: itemOf(row), candidate, decision: decision ?? null, ...termsOf(decision) }] : [];
  });
}

/** Decisions that stand, with their comments. */
export function selectDecisions(db: Reading) {
  return withComments(db).where('decisions.undoneAt', 'is', null);
}

/** Decisions that were taken back, with their comments. */
export function selectUndone(db: Reading) {
  return withComments(db).where('decisions.undoneAt', 'is not', null);
}

function withComments(db: Reading) {
  return db
    .selectFrom('decisions')
    .leftJoin('decisionComments', 'decisionComments.decisionId', 'decisions.id')
    .selectAll('decisions')
    .select('decisionComments.comment');
}

/** Cohorts with pending items, oldest first, after an id. */
export function selectWaitingCohorts(
  db: Reading,
  brandIds: readonly string[],
  after: string,
  limit: number,
): Promise<CohortRow[]> {
  return (
    db
      .selectFrom('cohorts')
      .selectAll()
      .where('brandId', 'in', among(brandIds))
      .where('id', '>', after)
      // Not "exists": that would look at every cohort there ever was, and few of them wait.
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('reviewItems')
          .select('cohortId')
          .where('reviewItems.brandId', 'in', among(brandIds))
          .where('reviewItems.state', '=', 'pending'),
      )
      .orderBy('id')
      .limit(limit)
      .execute()
  );
}

/** Cohorts with what a reviewer must know of them. */
export async function queueCohorts(db: Reading, shelf: BriefShelf, rows: readonly CohortRow[]): Promise<QueueCohort[]> {
  const countsOf = await cohortCounts(db, { cohortIds: rows.map(({ id }) => id) });
  const frames = new Map<string, Awaited<ReturnType<typeof requestFrame>>>();
  const found: QueueCohort[] = [];
  for (const row of rows) {
    const frame = frames.get(row.requestId) ?? (await requestFrame(db, shelf, row.requestId));
    frames.set(row.requestId, frame);
    found.push({ cohort: cohortOf(row), campaign: frame.campaign, brief: frame.brief, counts: countsOf(row.id) });
  }
  return found;
}
