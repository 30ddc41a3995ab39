/** The lists behind the tabs of the queue: which lines a page holds. Each page costs the same, however deep it lies. */
import { type Expression, type SqlBool, sql } from 'kysely';
import * as z from 'zod';
import type { QueueTab } from '../domain/queue-tab.ts';
import { openStates, type ReviewState } from '../domain/review-states.ts';
import type { Page, PageRequest } from '../ports/page.ts';
import type { QueueLineFilter } from '../ports/queue-store.ts';
import { among } from './among.ts';
import { pageOf } from './cursor.ts';
import type { Reading } from './database.ts';
import { keyAfter, mergeLists, type OrderKey, writeKey } from './queue-order.ts';
import { holds } from './search-key.ts';

/** A line of a list, by its ids, and its place there. */
export type LineSpot = { readonly itemId: string | null; readonly candidateId: string; readonly key: OrderKey };

const WaitingKey = z.tuple([z.string(), z.number(), z.number(), z.string(), z.string()]);
const ChangedKey = z.tuple([z.string(), z.string()]);
const IdKey = z.tuple([z.string()]);

type Ask = { readonly filter: QueueLineFilter; readonly limit: number; readonly cursor: string | null };

/** A page of a tab. */
export async function lineSpots(db: Reading, filter: QueueLineFilter, page: PageRequest): Promise<Page<LineSpot>> {
  const list = `queue-lines ${filter.tab}`;
  const spots = await readTab(db, list, { filter, limit: page.limit + 1, cursor: page.cursor });
  return pageOf(list, spots, page.limit, ({ key }) => writeKey(key));
}

function readTab(db: Reading, list: string, ask: Ask): Promise<LineSpot[]> {
  const { tab } = ask.filter;
  switch (tab) {
    case 'waiting':
      return waiting(db, list, ask);
    case 'mine':
      return decidedByMe(db, list, ask);
    case 'blocked':
      return blocked(db, list, ask);
    case 'approved':
    case 'rejected':
    case 'expired':
      return settled(db, list, ask, statesOf[tab]);
    default:
      return tab satisfies never;
  }
}

const statesOf: Readonly<Record<Extract<QueueTab, 'approved' | 'rejected' | 'expired'>, readonly ReviewState[]>> = {
  approved: ['approved'],
  rejected: ['rejected'],
  expired: ['expired', 'not-needed'],
};

async function waiting(db: Reading, list: string, { filter, limit, cursor }: Ask): Promise<LineSpot[]> {
  const after = keyAfter(list, WaitingKey, cursor);
  // A list for each state, so that each is read in the order of an index; none where it would look for long in vain.
  const lists = await db
    .selectFrom('reviewTallies')
    .select(['brandId', 'name as state'])
    .where('brandId', 'in', among(filter.brandIds))
    .where('name', 'in', openStates)
    .where('tally', '>', 0)
    .execute();
  return mergeLists(lists, limit, keyOf, async ({ brandId, state }) => {
    const rows = await db
      .selectFrom('cohorts')
      .innerJoin('reviewItems as line', 'line.cohortId', 'cohorts.id')
      .select(['line.id', 'line.candidateId', 'cohorts.urgency', 'cohorts.isCalm', 'cohorts.smallness'])
      .select('cohorts.id as cohortId')
      .where('cohorts.brandId', '=', brandId)
      .where('cohorts.waiting', '>', sql.lit(0))
      .where('line.state', '=', state)
      .where(({ eb, and, or, refTuple, tuple }) => {
        if (!after) return and([]);
        const [urgency, isCalm, smallness, cohortId, itemId] = after;
        return and([
          eb(
            refTuple('cohorts.urgency', 'cohorts.isCalm', 'cohorts.smallness', 'cohorts.id'),
            '>=',
            tuple(urgency, isCalm, smallness, cohortId),
          ),
          or([eb('cohorts.id', '<>', cohortId), eb('line.id', '>', itemId)]),
        ]);
      })
      .where(({ and }) => and(narrowing(filter, 'line.candidateId')))
      .orderBy('cohorts.urgency')
      .orderBy('cohorts.isCalm')
      .orderBy('cohorts.smallness')
      .orderBy('cohorts.id')
      .orderBy('line.id')
      .limit(limit)
      .execute();
    return rows.map(
      ({ id, candidateId, urgency, isCalm, smallness, cohortId }): LineSpot => ({
        itemId: id,
        candidateId,
        key: [urgency, isCalm, smallness, cohortId, id],
      }),
    );
  });
}

function settled(
  db: Reading,
  list: string,
  { filter, limit, cursor }: Ask,
  states: readonly ReviewState[],
): Promise<LineSpot[]> {
  const after = keyAfter(list, ChangedKey, cursor);
  const lists = filter.brandIds.flatMap((brandId) => states.map((state) => ({ brandId, state })));
  return mergeLists(
    lists,
    limit,
    keyOf,
    async ({ brandId, state }) => {
      const rows = await db
        .selectFrom('reviewItems as line')
        .select(['line.id', 'line.candidateId', 'line.updatedAt'])
        .where('line.brandId', '=', brandId)
        .where('line.state', '=', state)
        .where(({ eb, and, refTuple, tuple }) =>
          after ? eb(refTuple('line.updatedAt', 'line.id'), '<', tuple(...after)) : and([]),
        )
        .where(({ and }) => and(narrowing(filter, 'line.candidateId')))
        .orderBy('line.updatedAt', 'desc')
        .orderBy('line.id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(
        ({ id, candidateId, updatedAt }): LineSpot => ({ itemId: id, candidateId, key: [updatedAt, id] }),
      );
    },
    -1,
  );
}

function decidedByMe(db: Reading, list: string, { filter, limit, cursor }: Ask): Promise<LineSpot[]> {
  const after = keyAfter(list, IdKey, cursor);
  return mergeLists(
    filter.brandIds,
    limit,
    keyOf,
    async (brandId) => {
      const rows = await db
        .selectFrom('decisions')
        .innerJoin('reviewItems as line', 'line.id', 'decisions.itemId')
        .select(['line.id', 'line.candidateId', 'decisions.id as decisionId'])
        .where('decisions.brandId', '=', brandId)
        .where('decisions.decidedBy', '=', filter.userId)
        .where('decisions.undoneAt', 'is', null)
        // Of two decisions of mine on one line, the first approval and what came after it, the newer.
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('decisions as later')
                .select('later.id')
                .whereRef('later.itemId', '=', 'decisions.itemId')
                .where('later.decidedBy', '=', filter.userId)
                .where('later.undoneAt', 'is', null)
                .whereRef('later.id', '>', 'decisions.id'),
            ),
          ),
        )
        .$if(after !== null, (query) => query.where('decisions.id', '<', after?.[0] ?? ''))
        .where(({ and }) => and(narrowing(filter, 'line.candidateId')))
        .orderBy('decisions.id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ id, candidateId, decisionId }): LineSpot => ({ itemId: id, candidateId, key: [decisionId] }));
    },
    -1,
  );
}

function blocked(db: Reading, list: string, { filter, limit, cursor }: Ask): Promise<LineSpot[]> {
  const after = keyAfter(list, IdKey, cursor);
  return mergeLists(
    filter.brandIds,
    limit,
    keyOf,
    async (brandId) => {
      const rows = await db
        .selectFrom('candidates as line')
        .select('line.id')
        .where('line.brandId', '=', brandId)
        .where('line.verdict', '=', 'block')
        .where('line.duplicateOf', 'is', null)
        .$if(after !== null, (query) => query.where('line.id', '<', after?.[0] ?? ''))
        .where(({ and }) => and(narrowing(filter, 'line.id')))
        .orderBy('line.id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ id }): LineSpot => ({ itemId: null, candidateId: id, key: [id] }));
    },
    -1,
  );
}

function keyOf({ key }: LineSpot): OrderKey {
  return key;
}

/** Conditions on `line`, an item or a candidate: both tables have the columns that are asked for. */
function narrowing(filter: QueueLineFilter, candidateId: 'line.candidateId' | 'line.id'): Expression<SqlBool>[] {
  const { brandIds, campaignId, cohortId, rule, hasWarnings, until, search } = filter;
  const conditions: Expression<SqlBool>[] = [];
  if (cohortId !== undefined) conditions.push(sql<SqlBool>`${sql.ref('line.cohortId')} = ${cohortId}`);
  if (campaignId !== undefined)
    conditions.push(
      sql<SqlBool>`${sql.ref('line.requestId')} in (select id from requests where campaign_id = ${campaignId})`,
    );
  if (rule !== undefined)
    conditions.push(
      sql<SqlBool>`${sql.ref(candidateId)} in (select candidate_id from findings where brand_id in (${sql.join(brandIds)}) and rule = ${rule})`,
    );
  if (hasWarnings !== undefined)
    conditions.push(sql<SqlBool>`(${sql.ref('line.verdict')} <> 'pass') = ${hasWarnings ? sql`true` : sql`false`}`);
  if (until !== undefined) conditions.push(sql<SqlBool>`${sql.ref('line.createdAt')} <= ${until}`);
  if (search !== undefined) conditions.push(holds(sql.ref<string>('line.searchKey'), search));
  return conditions;
}
