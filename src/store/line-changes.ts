/** Lines that something happened to since a position, read from the audit chains and, for what comes due, by the clock. */
import type { Instant } from '../domain/instant.ts';
import type { DeliveryStore, LineChanges } from '../ports/delivery-store.ts';
import { among } from './among.ts';
import type { BriefShelf } from './brief-shelf.ts';
import { chainBefore, chainEnds, quietActions } from './chain-positions.ts';
import type { Reading } from './database.ts';
import { escapeText } from './escape-text.ts';
import { lineCases, selectLineCases } from './line-cases.ts';
import { type SyncPosition, syncCursor, syncPosition } from './sync-cursor.ts';

type Filter = Parameters<DeliveryStore['changes']>[0];
type Ask = Parameters<DeliveryStore['changes']>[1];
type Position = Pick<SyncPosition, 'read' | 'due'>;

/** Events looked through in one query, and queries for one page: what bounds a page of a filter that little fits. */
const windowEvents = 20_000;
const mostWindows = 10;

/** One page of changes; everything it says is of the snapshot `db` sees. */
export async function lineChanges(db: Reading, shelf: BriefShelf, filter: Filter, ask: Ask): Promise<LineChanges> {
  const ends = await chainEnds(db, filter.brandIds);
  const start = await startOf(db, filter, ask);
  const told = new Set<string>();
  const read: Record<string, number> = { ...start.read };
  let windows = 0;
  let hasMore = false;
  for (const brandId of [...filter.brandIds].sort()) {
    const end = ends[brandId] ?? 0;
    while (!hasMore && (read[brandId] ?? 0) < end) {
      const room = ask.limit - told.size;
      const from = read[brandId] ?? 0;
      const to = Math.min(end, from + windowEvents);
      const touched = await touchedLines(db, filter, { brandId, from, to, limit: room + 1 });
      for (const { id } of touched.slice(0, room)) told.add(id);
      windows += 1;
      hasMore = touched.length > room;
      read[brandId] = hasMore ? (touched[room - 1]?.sequence ?? from) : to;
      hasMore ||= windows >= mostWindows && to < end;
    }
  }
  // A node whose clock was ahead may have watched further than this one can see.
  let due = start.due.at > ask.now ? { at: ask.now, after: '' } : start.due;
  if (!hasMore) {
    const room = ask.limit - told.size;
    const coming = await dueLines(db, filter, { from: due, to: ask.now, limit: room + 1 });
    hasMore = coming.length > room;
    const last = coming[room - 1];
    if (!hasMore) due = { at: ask.now, after: null };
    else if (last) due = { at: last.at, after: last.id };
    for (const { id } of coming.slice(0, room)) told.add(id);
  }
  return { data: await casesOf(db, shelf, [...told]), nextCursor: syncCursor({ read, due }), hasMore };
}

async function startOf(db: Reading, { brandIds }: Filter, { cursor, updatedAfter, now }: Ask): Promise<Position> {
  if (cursor !== null) return syncPosition(cursor);
  if (updatedAfter === null) return { read: {}, due: { at: now, after: null } };
  return { read: { ...(await chainBefore(db, brandIds, updatedAfter)) }, due: { at: updatedAfter, after: '' } };
}

/** Lines with an event in a window of a chain, each by its last one there, in the order of those. */
function touchedLines(
  db: Reading,
  { campaign }: Filter,
  window: { readonly brandId: string; readonly from: number; readonly to: number; readonly limit: number },
) {
  return db
    .selectFrom('auditEvents')
    .innerJoin('approvedLines', (join) =>
      join
        .onRef('approvedLines.id', '=', 'auditEvents.subject')
        .onRef('approvedLines.brandId', '=', 'auditEvents.chain'),
    )
    .innerJoin('campaigns', 'campaigns.id', 'approvedLines.campaignId')
    .select(({ fn }) => ['approvedLines.id', fn.max<number>('auditEvents.sequence').as('sequence')])
    .where('auditEvents.chain', '=', window.brandId)
    .where('auditEvents.sequence', '>', window.from)
    .where('auditEvents.sequence', '<=', window.to)
    .where('auditEvents.action', 'not in', quietActions)
    .$if(campaign !== undefined, (some) => some.where('campaigns.externalId', '=', escapeText(campaign ?? '')))
    .groupBy('approvedLines.id')
    .orderBy('sequence')
    .limit(window.limit)
    .execute();
}

/** Live lines whose release or end came between two instants, in the order in which it did. */
async function dueLines(
  db: Reading,
  filter: Filter,
  window: { readonly from: Position['due']; readonly to: Instant; readonly limit: number },
): Promise<readonly { readonly id: string; readonly at: Instant }[]> {
  const released = await linesBy('releasedAt', db, filter, window);
  const ended = await linesBy('validUntil', db, filter, window);
  const inOrder = [...released, ...ended].sort((one, other) => compare([one.at, one.id], [other.at, other.id]));
  return inOrder.slice(0, window.limit);
}

function compare([at, id]: [string, string], [otherAt, otherId]: [string, string]): number {
  if (at !== otherAt) return at < otherAt ? -1 : 1;
  return id < otherId ? -1 : id > otherId ? 1 : 0;
}

function linesBy(
  moment: 'releasedAt' | 'validUntil',
  db: Reading,
  { brandIds, campaign }: Filter,
  window: { readonly from: Position['due']; readonly to: Instant; readonly limit: number },
) {
  const { at, after } = window.from;
  return db
    .selectFrom('approvedLines')
    .innerJoin('campaigns', 'campaigns.id', 'approvedLines.campaignId')
    .select(['approvedLines.id', `approvedLines.${moment} as at`])
    .where('approvedLines.brandId', 'in', among(brandIds))
    .where('approvedLines.state', '=', 'live')
    .where(`approvedLines.${moment}`, '<=', window.to)
    .where((eb) =>
      eb.or([
        eb(`approvedLines.${moment}`, '>', at),
        ...(after === null
          ? []
          : [eb.and([eb(`approvedLines.${moment}`, '=', at), eb('approvedLines.id', '>', after)])]),
      ]),
    )
    .$if(campaign !== undefined, (some) => some.where('campaigns.externalId', '=', escapeText(campaign ?? '')))
    .orderBy(`approvedLines.${moment}`)
    .orderBy('approvedLines.id')
    .limit(window.limit)
    .execute();
}

async function casesOf(db: Reading, shelf: BriefShelf, ids: readonly string[]) {
  const rows = await selectLineCases(db).where('approvedLines.id', 'in', among(ids)).execute();
  const byId = new Map((await lineCases(db, shelf, rows)).map((each) => [each.line.id, each]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
