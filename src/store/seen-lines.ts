/** Lines that readers may have seen: approved for a cohort of their name, and not taken back before anyone got them. */
import { sql } from 'kysely';
import type { SeenLine } from '../domain/finding.ts';
import type { Neighbours, SeenBy } from '../ports/line-case.ts';
import type { Database, Reading } from './database.ts';
import { escapeText, unescapeText } from './escape-text.ts';
import { hotQuery } from './hot-query.ts';

/** The most lines one is held against. */
const mostSeen = 5_000;

/** The Neighbours on a database. */
export function neighbours(database: Database): Neighbours {
  return { seenBy: (readers) => database.read((db) => seenLines(db, readers)) };
}

/** Newest first. */
export async function seenLines(db: Reading, readers: SeenBy, limit = mostSeen): Promise<SeenLine[]> {
  const rows = await linesSeen(db, {
    brandId: readers.brandId,
    cohort: escapeText(readers.cohortExternalId),
    since: readers.since,
    except: readers.exceptLineId ?? '',
    limit,
  });
  return rows.map(({ id, text, approvedAt, name }) => ({
    text: unescapeText(text),
    id,
    campaign: unescapeText(name),
    at: approvedAt,
  }));
}

const linesSeen = hotQuery(['brandId', 'cohort', 'since', 'except', 'limit'], (db, mark) =>
  db
    .selectFrom('approvedLines as line')
    .innerJoin('campaigns', 'campaigns.id', 'line.campaignId')
    .select(['line.id', 'line.text', 'line.approvedAt', 'campaigns.name'])
    .where('line.brandId', '=', mark('brandId'))
    .where('line.cohortExternalId', '=', mark('cohort'))
    .where('line.approvedAt', '>=', mark('since'))
    .where('line.id', '!=', mark('except'))
    .where((eb) =>
      eb.or([
        eb('line.state', 'in', ['live', 'expired']),
        eb.exists(eb.selectFrom('deliveries').select('lineId').whereRef('deliveries.lineId', '=', 'line.id')),
      ]),
    )
    .orderBy('line.approvedAt', 'desc')
    .orderBy('line.id', 'desc')
    .limit(sql<number>`${mark('limit')}`)
    .compile(),
);
