/** A request with what it belongs to. */
import type { BriefRevision } from '../domain/brief.ts';
import type { Campaign } from '../domain/campaign.ts';
import { among } from './among.ts';
import type { BriefShelf } from './brief-shelf.ts';
import type { Reading } from './database.ts';
import { hotQuery } from './hot-query.ts';
import { campaignOf, requestOf } from './request-rows.ts';

const requestsById = hotQuery(['requestId'], (db, mark) =>
  db.selectFrom('requests').selectAll().where('id', '=', mark('requestId')).compile(),
);
const campaignsOfRequest = hotQuery(['requestId'], (db, mark) =>
  db
    .selectFrom('campaigns')
    .innerJoin('requests', 'requests.campaignId', 'campaigns.id')
    .selectAll('campaigns')
    .where('requests.id', '=', mark('requestId'))
    .compile(),
);

/** A request with its campaign and the newest revision of its brief. */
export async function requestFrame(db: Reading, shelf: BriefShelf, requestId: string) {
  const [request] = await requestsById(db, { requestId });
  if (!request) throw new Error(`There is no request ${requestId}.`);
  return {
    request: requestOf(request),
    campaign: await campaignOfRequest(db, requestId),
    brief: await shelf.take(db, request.briefId),
  };
}

/** The campaigns and briefs of several requests, in three queries. The answer throws for one that was not asked for. */
export async function requestFrames(
  db: Reading,
  shelf: BriefShelf,
  requestIds: readonly string[],
): Promise<(requestId: string) => { readonly campaign: Campaign; readonly brief: BriefRevision }> {
  const requests = await db
    .selectFrom('requests')
    .select(['id', 'campaignId', 'briefId'])
    .where('id', 'in', among([...new Set(requestIds)]))
    .execute();
  const campaigns = await db
    .selectFrom('campaigns')
    .selectAll()
    .where('id', 'in', among([...new Set(requests.map(({ campaignId }) => campaignId))]))
    .execute();
  const briefOf = await shelf.takeAll(
    db,
    requests.map(({ briefId }) => briefId),
  );
  const campaignById = new Map(campaigns.map((row) => [row.id, campaignOf(row)]));
  const frames = new Map(requests.map((row) => [row.id, { row, campaign: campaignById.get(row.campaignId) }]));
  return (requestId) => {
    const { row, campaign } = frames.get(requestId) ?? {};
    if (!row || !campaign) throw new Error(`The request ${requestId} was not read.`);
    return { campaign, brief: briefOf(row.briefId) };
  };
}

/** The campaign of a request that is there. */
export async function campaignOfRequest(db: Reading, requestId: string): Promise<Campaign> {
  const [row] = await campaignsOfRequest(db, { requestId });
  if (!row) throw new Error(`The request ${requestId} has no campaign.`);
  return campaignOf(row);
}
