/** Many cohorts with their live lines in a handful of queries. */
import type { CohortFilter, CohortPage, DeliveryStore } from '../ports/delivery-store.ts';
import type { LineCase } from '../ports/line-case.ts';
import { among } from './among.ts';
import type { BriefShelf } from './brief-shelf.ts';
import { chainEnds } from './chain-positions.ts';
import { changedCohorts } from './changed-cohorts.ts';
import { cohortCounts } from './cohort-counts.ts';
import { afterOf, pageOf } from './cursor.ts';
import type { Reading } from './database.ts';
import { escapeText, unescapeText } from './escape-text.ts';
import { lineCases, selectLineCases } from './line-cases.ts';
import { cohortOf } from './request-rows.ts';
import { syncCursor, syncPosition } from './sync-cursor.ts';

type Ask = Parameters<DeliveryStore['cohorts']>[1];

/** A page of cohorts; everything it says is of the snapshot `db` sees. */
export async function cohortLines(db: Reading, shelf: BriefShelf, filter: CohortFilter, ask: Ask): Promise<CohortPage> {
  // Whoever goes through pages goes on from the state of the first one: what changes meanwhile is told again.
  const begun = begunAt(ask.cursor);
  const sync =
    begun.sync ??
    syncCursor({ read: { ...(await chainEnds(db, filter.brandIds)) }, due: { at: ask.now, after: null } });
  const rows = await selectCohorts(db, filter, ask, begun.after);
  const page = pageOf('cohorts', rows, ask.limit, ({ id }) => id);
  const nextCursor = page.nextCursor === null ? null : `${sync}.${page.nextCursor}`;
  const ids = page.data.map(({ id }) => id);
  const countsOf = await cohortCounts(db, { cohortIds: ids });
  const linesOf = await liveLines(db, shelf, ids);
  const briefOf = await shelf.takeAll(
    db,
    page.data.map(({ briefId }) => briefId),
  );
  const data = page.data.map(({ briefId, campaignExternalId, campaignName, ...row }) => ({
    cohort: cohortOf(row),
    counts: countsOf(row.id),
    campaign: { externalId: unescapeText(campaignExternalId), name: unescapeText(campaignName) },
    brief: briefOf(briefId),
    lines: linesOf(row.id),
  }));
  return { data, nextCursor, syncCursor: sync };
}

/** A cursor of cohorts is that of the changes after the first page, a full stop, and where the page before ended. */
function begunAt(cursor: string | null): { readonly sync: string | null; readonly after: string } {
  if (cursor === null) return { sync: null, after: '' };
  const [sync = '', page = ''] = cursor.split('.');
  syncPosition(sync);
  return { sync, after: afterOf('cohorts', page) ?? '' };
}

function selectCohorts(db: Reading, { brandIds, campaign, requestId, cohorts }: CohortFilter, ask: Ask, after: string) {
  const { changedSince, limit, now } = ask;
  return db
    .selectFrom('cohorts')
    .innerJoin('requests', 'requests.id', 'cohorts.requestId')
    .innerJoin('campaigns', 'campaigns.id', 'requests.campaignId')
    .selectAll('cohorts')
    .select(['requests.briefId', 'campaigns.externalId as campaignExternalId', 'campaigns.name as campaignName'])
    .where('cohorts.brandId', 'in', among(brandIds))
    .where('cohorts.id', '>', after)
    .$if(campaign !== undefined, (some) => some.where('campaigns.externalId', '=', escapeText(campaign ?? '')))
    .$if(requestId !== undefined, (some) => some.where('cohorts.requestId', '=', requestId ?? ''))
    .$if(cohorts !== undefined, (some) =>
      some.where('cohorts.externalId', 'in', among((cohorts ?? []).map(escapeText))),
    )
    .$if(changedSince !== null, (some) =>
      some.where('cohorts.id', 'in', changedCohorts(db, brandIds, syncPosition(changedSince ?? ''), now)),
    )
    .orderBy('cohorts.id')
    .limit(limit + 1)
    .execute();
}

async function liveLines(
  db: Reading,
  shelf: BriefShelf,
  cohortIds: readonly string[],
): Promise<(cohortId: string) => readonly LineCase[]> {
  const rows = await selectLineCases(db)
    .where('approvedLines.cohortId', 'in', among(cohortIds))
    .where('approvedLines.state', '=', 'live')
    .orderBy('approvedLines.place')
    .execute();
  const byCohort = Map.groupBy(await lineCases(db, shelf, rows), ({ line }) => line.cohortId);
  return (cohortId) => byCohort.get(cohortId) ?? [];
}
