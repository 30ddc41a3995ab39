/** Reads the review queue: entries, and cohorts with lines to decide. */
import { type Selectable, sql } from 'kysely';
import * as z from 'zod';
import { openStates } from '../domain/review-states.ts';
import type { Page, PageRequest } from '../ports/page.ts';
import type { QueueCohort, QueueEntry, QueueFilter } from '../ports/review-store.ts';
import { among } from './among.ts';
import type { BriefShelf } from './brief-shelf.ts';
import { readCandidates } from './candidate-reads.ts';
import { cohortCounts } from './cohort-counts.ts';
import { pageOf } from './cursor.ts';
import type { Reading } from './database.ts';
import { hotListQuery } from './hot-query.ts';
import { lineOrigins } from './line-origins.ts';
import { grantedOverrides } from './override-rows.ts';
import { keyAfter, mergeLists, type OrderKey, writeKey } from './queue-order.ts';
import { requestFrames } from './request-frame.ts';
import { cohortOf } from './request-rows.ts';
import { decisionOf, itemOf } from './review-rows.ts';
import type { CohortRow, ReviewItemRow, Tables } from './tables.ts';
import { takeBackTerms } from './take-back-terms.ts';

/** Items of a filter, oldest first, after an id. */
export function selectItems(db: Reading, filter: QueueFilter, after: string, limit: number): Promise<ReviewItemRow[]> {
  const { brandIds, state, requestId, cohortId } = filter;
  // A cohort has few lines and a brand has many. SQLite knows neither, and would walk through all of the brand's.
  const isNarrow = cohortId !== undefined || requestId !== undefined;
  return db
    .selectFrom('reviewItems')
    .selectAll()
    .where(({ eb, ref, fn, val }) =>
      eb(isNarrow ? fn.coalesce('brandId', val('')) : ref('brandId'), 'in', among(brandIds)),
    )
    .where('id', '>', after)
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
    .$if(requestId !== undefined, (query) => query.where('requestId', '=', requestId ?? ''))
    .$if(cohortId !== undefined, (query) => query.where('cohortId', '=', cohortId ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
}

const candidatesById = hotListQuery((db, ids) =>
  db.selectFrom('candidates').selectAll().where('id', 'in', ids).compile(),
);
const decisionsOnItems = hotListQuery((db, itemIds) =>
  selectDecisions(db).where('decisions.itemId', 'in', itemIds).orderBy('decisions.id').compile(),
);

/** Items with their lines, and the newest decision that stands where there is one. */
export async function queueEntries(db: Reading, rows: readonly ReviewItemRow[]): Promise<QueueEntry[]> {
  const candidates = await candidatesById(
    db,
    rows.map(({ candidateId }) => candidateId),
  );
  const decisions = await decisionsOnItems(
    db,
    rows.map(({ id }) => id),
  );
  const candidateById = new Map((await readCandidates(db, candidates)).map((candidate) => [candidate.id, candidate]));
  // The newest comes last and stays.
  const decisionByItem = new Map(decisions.map((row) => [row.itemId, decisionOf(row)]));
  const termsOf = await takeBackTerms(db, [...decisionByItem.values()]);
  const originOf = await lineOrigins(db, [...candidateById.values()]);
  const overrideOf = await grantedOverrides(
    db,
    rows.map(({ candidateId }) => candidateId),
  );
  return rows.flatMap((row) => {
    const override = overrideOf.get(row.candidateId) ?? null;
    const candidate = candidateById.get(row.candidateId);
    const decision = decisionByItem.get(row.id);
    if (!candidate) return [];
    const origin = originOf(candidate);
    return [{ item: itemOf(row), candidate, decision: decision ?? null, override, ...termsOf(decision), origin }];
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

/** Where a cohort stands in the queue. */
const CohortKey = z.tuple([z.string(), z.number(), z.number(), z.string()]);

/** The most urgent cohorts with items that wait for somebody, after a cursor. */
export async function selectWaitingCohorts(
  db: Reading,
  brandIds: readonly string[],
  { limit, cursor }: PageRequest,
): Promise<Page<Selectable<Tables['cohorts']>>> {
  const after = keyAfter('cohorts-waiting', CohortKey, cursor);
  const rows = await mergeLists(brandIds, limit + 1, cohortKey, (brandId) =>
    db
      .selectFrom('cohorts')
      .selectAll()
      .where('brandId', '=', brandId)
      .where('waiting', '>', sql.lit(0))
      .$if(after !== null, (query) =>
        query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('urgency', 'isCalm', 'smallness', 'id'), '>', tuple(...(after ?? ['', 0, 0, '']))),
        ),
      )
      .orderBy('urgency')
      .orderBy('isCalm')
      .orderBy('smallness')
      .orderBy('id')
      .limit(limit + 1)
      .execute(),
  );
  return pageOf('cohorts-waiting', rows, limit, (row) => writeKey(cohortKey(row)));
}

function cohortKey({ urgency, isCalm, smallness, id }: Selectable<Tables['cohorts']>): OrderKey {
  return [urgency, isCalm, smallness, id];
}

/** Cohorts with what a reviewer must know of them. */
export async function queueCohorts(db: Reading, shelf: BriefShelf, rows: readonly CohortRow[]): Promise<QueueCohort[]> {
  const cohortIds = rows.map(({ id }) => id);
  const countsOf = await cohortCounts(db, { cohortIds });
  const frameOf = await requestFrames(
    db,
    shelf,
    rows.map(({ requestId }) => requestId),
  );
  const warnings = await db
    .selectFrom('reviewItems')
    .select(({ fn }) => ['cohortId', fn.countAll<number>().as('lines')])
    .where('cohortId', 'in', among(cohortIds))
    .where('state', 'in', openStates)
    .where('verdict', '<>', 'pass')
    .groupBy('cohortId')
    .execute();
  const holders = await db
    .selectFrom('reviewItems')
    .select(({ fn }) => [
      'cohortId',
      'claimedBy as userId',
      fn.min<string>('claimedSince').as('since'),
      fn.max<string>('claimedUntil').as('until'),
      fn.countAll<number>().as('lines'),
    ])
    .where('cohortId', 'in', among(cohortIds))
    .where('state', 'in', openStates)
    .where('claimedBy', 'is not', null)
    .groupBy(['cohortId', 'claimedBy'])
    .orderBy('claimedBy')
    .execute();
  const warningsOf = new Map(warnings.map(({ cohortId, lines }) => [cohortId, lines]));
  const holdersOf = Map.groupBy(holders, ({ cohortId }) => cohortId);
  return rows.map((row) => ({
    cohort: cohortOf(row),
    ...frameOf(row.requestId),
    counts: countsOf(row.id),
    warnings: warningsOf.get(row.id) ?? 0,
    holders: (holdersOf.get(row.id) ?? []).flatMap(({ userId, since, until, lines }) =>
      userId === null ? [] : [{ userId, since, until, lines }],
    ),
  }));
}
