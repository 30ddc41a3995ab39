/** The library of approved lines on a database. */
import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import type { LineStanding } from '../domain/approved-line.ts';
import type { Instant } from '../domain/instant.ts';
import type { LibraryFilter, LibraryStore } from '../ports/library-store.ts';
import { among } from './among.ts';
import type { BriefShelf } from './brief-shelf.ts';
import { afterOf, pageOf } from './cursor.ts';
import type { Database } from './database.ts';
import { escapeText } from './escape-text.ts';
import { libraryChoices } from './library-choices.ts';
import { libraryRecord } from './library-record.ts';
import { lineCases, selectLineCases } from './line-cases.ts';
import { lineReach } from './line-reach.ts';
import { holds } from './search-key.ts';
import type { Tables } from './tables.ts';

/** The LibraryStore on a database. */
export function libraryStore(database: Database, shelf: BriefShelf): LibraryStore {
  return {
    entries: (filter, { limit, cursor, now }) =>
      database.snapshot(async (db) => {
        const after = afterOf('library', cursor);
        const rows = await selectLines(selectLineCases(db), filter, now)
          .$if(after !== null, (some) => some.where('approvedLines.id', '<', after ?? ''))
          .orderBy('approvedLines.id', 'desc')
          .limit(limit + 1)
          .execute();
        const lines = await lineCases(db, shelf, rows);
        const reachOf = await lineReach(
          db,
          lines.map(({ line }) => line.id),
        );
        const entries = lines.map((line) => ({ line, reach: reachOf(line.line.id) }));
        return pageOf('library', entries, limit, ({ line }) => line.line.id);
      }),
    record: (brandIds, lineId) => database.snapshot((db) => libraryRecord(db, shelf, brandIds, lineId)),
    choices: (brandIds, campaign) => database.snapshot((db) => libraryChoices(db, brandIds, campaign)),
  };
}

function selectLines(query: ReturnType<typeof selectLineCases>, filter: LibraryFilter, now: Instant) {
  const { brandIds, text, campaign, cohort, standing, writer, approvedBy, approvedFrom, approvedBefore } = filter;
  return query
    .where('approvedLines.brandId', 'in', among(brandIds))
    .where((eb) => standingIs(eb, standing, now))
    .$if(text !== undefined, (some) => some.where((eb) => holds(eb.ref('approvedLines.searchKey'), text ?? '')))
    .$if(campaign !== undefined, (some) => some.where('campaigns.externalId', '=', escapeText(campaign ?? '')))
    .$if(cohort !== undefined, (some) => some.where('approvedLines.cohortExternalId', '=', escapeText(cohort ?? '')))
    .$if(writer !== undefined, (some) => some.where('approvedLines.writer', '=', writer ?? ''))
    .$if(approvedBy !== undefined, (some) => some.where('approvedLines.approvedBy', '=', approvedBy ?? ''))
    .$if(approvedFrom !== undefined, (some) => some.where('approvedLines.approvedAt', '>=', approvedFrom ?? ''))
    .$if(approvedBefore !== undefined, (some) => some.where('approvedLines.approvedAt', '<', approvedBefore ?? ''));
}

type Lines = ExpressionBuilder<Tables, 'approvedLines'>;
type Claim = ExpressionWrapper<Tables, 'approvedLines', SqlBool>;

/** What `standingOf` says of a line, as a condition. */
function standingIs(eb: Lines, standing: LineStanding | undefined, now: Instant): Claim {
  const stateIs = (state: string) => eb('approvedLines.state', '=', state);
  const isOver = eb('approvedLines.validUntil', '<=', now);
  const holdsNow = eb.and([stateIs('live'), eb('approvedLines.validUntil', '>', now)]);
  switch (standing) {
    case undefined:
      return eb('approvedLines.state', '!=', 'undone');
    case 'live':
      return eb.and([holdsNow, eb('approvedLines.releasedAt', '<=', now)]);
    case 'in-grace':
      return eb.and([holdsNow, eb('approvedLines.releasedAt', '>', now)]);
    case 'expired':
      return eb.or([stateIs('expired'), eb.and([stateIs('live'), isOver])]);
    case 'void':
    case 'recalled':
    case 'undone':
      return stateIs(standing);
    default:
      return standing satisfies never;
  }
}
