/** What the review queue as a whole asks of the Store. */
import { sha256Hex } from '../domain/hash.ts';
import { openStates } from '../domain/review-states.ts';
import type { QueueLine, QueueStore } from '../ports/queue-store.ts';
import { among } from './among.ts';
import type { BriefShelf } from './brief-shelf.ts';
import { candidateOf } from './candidate-rows.ts';
import type { Database, Reading } from './database.ts';
import { unescapeText } from './escape-text.ts';
import { newestOverrides } from './override-rows.ts';
import { type LineSpot, lineSpots } from './queue-lines.ts';
import { selectDecisions } from './queue-reads.ts';
import { requestFrames } from './request-frame.ts';
import { cohortOf } from './request-rows.ts';
import { decisionOf, itemOf } from './review-rows.ts';
import { seenLines } from './seen-lines.ts';

/** The QueueStore on a database. */
export function queueStore(database: Database, shelf: BriefShelf): QueueStore {
  return {
    lines: (filter, page) =>
      database.snapshot(async (db) => {
        const { data, nextCursor } = await lineSpots(db, filter, page);
        return { data: await queueLines(db, shelf, data), nextCursor };
      }),
    counts: (brandIds, userId, now) => database.read((db) => countTabs(db, brandIds, userId, now)),
    seenLines: (brandIds, cohortId, since, limit) =>
      database.read(async (db) => {
        const cohort = await db
          .selectFrom('cohorts')
          .select(['brandId', 'externalId'])
          .where('id', '=', cohortId)
          .where('brandId', 'in', among(brandIds))
          .executeTakeFirst();
        if (!cohort) return null;
        const readers = { brandId: cohort.brandId, cohortExternalId: unescapeText(cohort.externalId), since };
        return seenLines(db, readers, limit);
      }),
  };
}

async function queueLines(db: Reading, shelf: BriefShelf, spots: readonly LineSpot[]): Promise<QueueLine[]> {
  const itemIds = spots.flatMap(({ itemId }) => itemId ?? []);
  const candidates = await db
    .selectFrom('candidates')
    .selectAll()
    .where('id', 'in', among(spots.map(({ candidateId }) => candidateId)))
    .execute();
  const items = await db.selectFrom('reviewItems').selectAll().where('id', 'in', among(itemIds)).execute();
  const decisions = await selectDecisions(db)
    .where('decisions.itemId', 'in', among(itemIds))
    .orderBy('decisions.id')
    .execute();
  const cohorts = await db
    .selectFrom('cohorts')
    .selectAll()
    .where('id', 'in', among([...new Set(candidates.map(({ cohortId }) => cohortId))]))
    .execute();
  const frameOf = await requestFrames(
    db,
    shelf,
    candidates.map(({ requestId }) => requestId),
  );
  const overrideOf = await newestOverrides(
    db,
    candidates.map(({ id }) => id),
  );
  const candidateById = new Map(candidates.map((row) => [row.id, candidateOf(row)]));
  const itemById = new Map(items.map((row) => [row.id, itemOf(row)]));
  const decisionByItem = new Map(decisions.map((row) => [row.itemId, decisionOf(row)]));
  const cohortById = new Map(cohorts.map((row) => [row.id, { cohort: cohortOf(row), sendAt: row.sendAt }]));
  return spots.flatMap(({ itemId, candidateId }) => {
    const candidate = candidateById.get(candidateId);
    const placed = candidate && cohortById.get(candidate.cohortId);
    if (!candidate || !placed) return [];
    const item = (itemId !== null && itemById.get(itemId)) || null;
    const decision = (item && decisionByItem.get(item.id)) ?? null;
    const override = overrideOf.get(candidate.id) ?? null;
    return [{ item, candidate, decision, override, ...placed, ...frameOf(candidate.requestId) }];
  });
}

async function countTabs(
  db: Reading,
  brandIds: readonly string[],
  userId: string,
  now: string,
): ReturnType<QueueStore['counts']> {
  const tallies = await db
    .selectFrom('reviewTallies')
    .selectAll()
    .where('brandId', 'in', among(brandIds))
    .orderBy('brandId')
    .orderBy('name')
    .execute();
  const { mine } = await db
    .selectFrom('decisions')
    .select(({ fn }) => fn.countAll<number>().as('mine'))
    .where('brandId', 'in', among(brandIds))
    .where('decidedBy', '=', userId)
    .where('undoneAt', 'is', null)
    .executeTakeFirstOrThrow();
  // Claims write no audit event and come and go by the clock; those that hold are few.
  const held = await db
    .selectFrom('reviewItems')
    .select(({ fn }) => ['cohortId', 'claimedBy', fn.max('claimedUntil').as('until')])
    .where('brandId', 'in', among(brandIds))
    .where('claimedUntil', '>', now)
    .groupBy(['cohortId', 'claimedBy'])
    .orderBy('cohortId')
    .orderBy('claimedBy')
    .execute();
  const sum = (...names: readonly string[]) =>
    tallies.reduce((total, { name, tally }) => total + (names.includes(name) ? tally : 0), 0);
  return {
    counts: {
      waiting: sum(...openStates),
      mine,
      blocked: sum('blocked'),
      approved: sum('approved'),
      rejected: sum('rejected'),
      expired: sum('expired', 'not-needed'),
    },
    mark: sha256Hex(JSON.stringify([brandIds, userId, tallies, held])).slice(0, 32),
  };
}
