/** Briefs after they were accepted: by id, by name, in their campaigns, and revised. */
import type { BriefStore, CampaignBriefs } from '../ports/brief-store.ts';
import { among } from './among.ts';
import { authorsOf } from './brief-authors.ts';
import { newestByName, newestOf } from './brief-reads.ts';
import type { BriefShelf } from './brief-shelf.ts';
import { overviewsOf, selectCampaigns } from './campaign-overviews.ts';
import { afterOf, pageOf } from './cursor.ts';
import type { Database } from './database.ts';
import { escapeText } from './escape-text.ts';
import { campaignOf } from './request-rows.ts';
import { reviseBrief } from './revise-brief.ts';

/** The BriefStore on a database. */
export function briefStore(database: Database, shelf: BriefShelf): BriefStore {
  return {
    brief: (brandIds, briefId) =>
      database.read(async (db) => {
        const id = await newestOf(db, brandIds, briefId);
        return id === null ? null : shelf.take(db, id);
      }),
    briefNamed: (name) =>
      database.read(async (db) => {
        const id = await newestByName(db, name);
        return id === null ? null : shelf.take(db, id);
      }),
    revisions: (brandIds, rootId, { limit, cursor }) =>
      database.read(async (db) => {
        const after = afterOf('revisions', cursor);
        const rows = await db
          .selectFrom('briefs')
          .select('id')
          .where('rootId', '=', rootId)
          .where('brandId', 'in', among(brandIds))
          .$if(after !== null, (query) => query.where('id', '<', after))
          .orderBy('revision', 'desc')
          .limit(limit + 1)
          .execute();
        const page = pageOf('revisions', rows, limit, ({ id }) => id);
        return { ...page, data: await Promise.all(page.data.map(({ id }) => shelf.take(db, id))) };
      }),
    authors: (revisions) => database.read((db) => authorsOf(db, revisions)),
    campaigns: (filter, now, { limit, cursor }) =>
      database.snapshot(async (db) => {
        const rows = await selectCampaigns(db, filter, afterOf('campaigns', cursor), limit + 1);
        const page = pageOf('campaigns', rows, limit, ({ id }) => id);
        return { ...page, data: await overviewsOf(db, page.data, now) };
      }),
    campaignNamed: (brandId, externalId) =>
      database.snapshot(async (db): Promise<CampaignBriefs | null> => {
        const row = await db
          .selectFrom('campaigns')
          .selectAll()
          .where('brandId', '=', brandId)
          .where('externalId', '=', escapeText(externalId))
          .executeTakeFirst();
        if (!row) return null;
        const requests = await db
          .selectFrom('requests')
          .select(['id', 'briefId'])
          .where('brandId', '=', brandId)
          .where('campaignId', '=', row.id)
          .orderBy('id')
          .execute();
        const briefs: CampaignBriefs['briefs'][number][] = [];
        for (const { id, briefId } of requests) briefs.push({ revision: await shelf.take(db, briefId), requestId: id });
        return { campaign: campaignOf(row), briefs };
      }),
    revise: (act) => reviseBrief(database, shelf, act),
  };
}
