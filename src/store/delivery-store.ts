/** What delivery/ asks of the Store. */
import type { DeliveryStore, LineFilter } from '../ports/delivery-store.ts';
import { among } from './among.ts';
import type { BriefShelf } from './brief-shelf.ts';
import { cohortLines } from './cohort-lines.ts';
import { afterOf, pageOf } from './cursor.ts';
import type { Database } from './database.ts';
import { escapeText } from './escape-text.ts';
import { hotQuery } from './hot-query.ts';
import { lineCases, selectLineCases } from './line-cases.ts';
import { lineChanges } from './line-changes.ts';
import { notingDelivered } from './note-delivered.ts';

const casesById = hotQuery(['lineId'], (db, mark) =>
  selectLineCases(db).where('approvedLines.id', '=', mark('lineId')).compile(),
);

/** The DeliveryStore on a database. */
export function deliveryStore(database: Database, shelf: BriefShelf): DeliveryStore {
  return {
    liveLines: (filter, { limit, cursor }) =>
      database.snapshot(async (db) => {
        const after = afterOf('lines', cursor) ?? '';
        const rows = await selectLive(selectLineCases(db), filter)
          .where('approvedLines.id', '>', after)
          .orderBy('approvedLines.id')
          .limit(limit + 1)
          .execute();
        return pageOf('lines', await lineCases(db, shelf, rows), limit, ({ line }) => line.id);
      }),
    line: (brandIds, lineId) =>
      // One statement sees one state, and a revision of a brief never changes.
      database.read(async (db) => {
        const [lineCase] = await lineCases(db, shelf, await casesById(db, { lineId }));
        return lineCase && brandIds.includes(lineCase.line.brandId) ? lineCase : null;
      }),
    cohorts: (filter, page) => database.snapshot((db) => cohortLines(db, shelf, filter, page)),
    changes: (filter, page) => database.snapshot((db) => lineChanges(db, shelf, filter, page)),
    noteDelivered: notingDelivered(database),
  };
}

function selectLive(query: ReturnType<typeof selectLineCases>, filter: LineFilter): ReturnType<typeof selectLineCases> {
  const { brandIds, campaign, cohort, requestId } = filter;
  return query
    .where('approvedLines.brandId', 'in', among(brandIds))
    .where('approvedLines.state', '=', 'live')
    .$if(campaign !== undefined, (some) => some.where('campaigns.externalId', '=', escapeText(campaign ?? '')))
    .$if(cohort !== undefined, (some) => some.where('approvedLines.cohortExternalId', '=', escapeText(cohort ?? '')))
    .$if(requestId !== undefined, (some) => some.where('approvedLines.requestId', '=', requestId ?? ''));
}
