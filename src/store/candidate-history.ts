/** A candidate with all that happened to it: the reply it came from, its review, and the line it became. */
import type { UndoneDecision } from '../domain/decision.ts';
import type { Override } from '../domain/override.ts';
import { shareOf } from '../domain/usage.ts';
import type { CandidateHistory } from '../ports/evidence-store.ts';
import { among } from './among.ts';
import type { BriefShelf } from './brief-shelf.ts';
import { readCandidates } from './candidate-reads.ts';
import { replyOf } from './candidate-rows.ts';
import type { Reading } from './database.ts';
import type { ReplyRow } from './drafting-tables.ts';
import { commentsOfItem } from './line-comments.ts';
import { overrideOf } from './override-rows.ts';
import { selectDecisions, selectUndone } from './queue-reads.ts';
import { selectReplies } from './reply-reads.ts';
import { requestFrame } from './request-frame.ts';
import { cohortOf } from './request-rows.ts';
import { decisionOf, itemOf, lineOf, undoneOf } from './review-rows.ts';
import { noteOfRun, sentBackBy } from './run-notes.ts';
import type { DecisionRow } from './tables.ts';

/** `null` where there is no such candidate in these brands. */
export async function candidateHistory(
  db: Reading,
  shelf: BriefShelf,
  brandIds: readonly string[],
  candidateId: string,
): Promise<CandidateHistory | null> {
  const row = await db
    .selectFrom('candidates')
    .selectAll()
    .where('id', '=', candidateId)
    .where('brandId', 'in', among(brandIds))
    .executeTakeFirst();
  if (!row) return null;
  const cohort = await db.selectFrom('cohorts').selectAll().where('id', '=', row.cohortId).executeTakeFirstOrThrow();
  const reply = await selectReplies(db)
    .where('replies.id', '=', row.replyId ?? '')
    .executeTakeFirst();
  const standing = await decisionsAbout(db, candidateId);
  const decision = standing.at(-1);
  const item = await itemAbout(db, candidateId, decision);
  const line = await db
    .selectFrom('approvedLines')
    .selectAll()
    .where('candidateId', '=', candidateId)
    // The newest: those before it were undone.
    .orderBy('id', 'desc')
    .executeTakeFirst();
  const undone = await undoneAbout(db, candidateId);
  const decisionIds = [...standing, ...undone].map(({ id }) => id);
  const [candidate] = await readCandidates(db, [row]);
  if (!candidate) return null;
  return {
    candidate,
    cohort: cohortOf(cohort),
    campaign: (await requestFrame(db, shelf, row.requestId)).campaign,
    reply: reply ? replyOf(reply) : null,
    usage: reply ? shareOf(replyOf(reply), candidate.rank, await linesOf(db, reply)) : null,
    note: candidate.provenance.writer === 'person' ? null : await noteOfRun(db, row.cohortId, candidate.provenance.run),
    item: item ? itemOf(item) : null,
    decision: decision ? decisionOf(decision) : null,
    firstApprovals: standing.filter(({ isFirstOfTwo }) => isFirstOfTwo === 1).map(decisionOf),
    overrides: await overridesOf(db, candidateId),
    undone,
    sentBack: await sentBackBy(db, row.cohortId, decisionIds),
    comments: item ? await commentsOfItem(db, item.id) : [],
    line: line ? lineOf(line) : null,
  };
}

async function overridesOf(db: Reading, candidateId: string): Promise<Override[]> {
  const rows = await db
    .selectFrom('overrides')
    .selectAll()
    .where('candidateId', '=', candidateId)
    .orderBy('id')
    .execute();
  return rows.map(overrideOf);
}

/** Within the cohort, since candidates are found by it. */
async function linesOf(db: Reading, { id, cohortId }: Pick<ReplyRow, 'id' | 'cohortId'>): Promise<number> {
  const { count } = await db
    .selectFrom('candidates')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('cohortId', '=', cohortId)
    .where('replyId', '=', id)
    .executeTakeFirstOrThrow();
  return count;
}

/** The decisions on its item, or for a text a reviewer wrote those that approved it; the newest last. */
function decisionsAbout(db: Reading, candidateId: string) {
  return aboutCandidate(selectDecisions(db), candidateId).orderBy('decisions.id').execute();
}

async function undoneAbout(db: Reading, candidateId: string): Promise<UndoneDecision[]> {
  const rows = await aboutCandidate(selectUndone(db), candidateId).orderBy('decisions.id').execute();
  return rows.map(undoneOf);
}

function aboutCandidate(decisions: ReturnType<typeof selectDecisions>, candidateId: string) {
  return decisions
    .innerJoin('reviewItems', 'reviewItems.id', 'decisions.itemId')
    .where((eb) =>
      eb.or([
        eb('reviewItems.candidateId', '=', candidateId),
        eb('reviewItems.draftedCandidateId', '=', candidateId),
        eb('decisions.candidateId', '=', candidateId),
      ]),
    );
}

function itemAbout(db: Reading, candidateId: string, decision: DecisionRow | undefined) {
  return db
    .selectFrom('reviewItems')
    .selectAll()
    .where((eb) => (decision ? eb('id', '=', decision.itemId) : eb('candidateId', '=', candidateId)))
    .executeTakeFirst();
}
