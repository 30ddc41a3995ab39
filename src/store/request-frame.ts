/** A request with what it belongs to. */
import type { Campaign } from '../domain/campaign.ts';
import type { BriefShelf } from './brief-shelf.ts';
import type { Reading } from './database.ts';
import { campaignOf, requestOf } from './request-rows.ts';

/** A request with its campaign and the newest revision of its brief. */
export async function requestFrame(db: Reading, shelf: BriefShelf, requestId: string) {
  const request = await db.selectFrom('requests').selectAll().where('id', '=', requestId).executeTakeFirstOrThrow();
  return {
    request: requestOf(request),
    campaign: await campaignOfRequest(db, requestId),
    brief: await shelf.take(db, request.briefId),
  };
}

/** The campaign of a request that is there. */
export async function campaignOfRequest(db: Reading, requestId: string): Promise<Campaign> {
  const row = await db
    .selectFrom('campaigns')
    .innerJoin('requests', 'requests.campaignId', 'campaigns.id')
    .selectAll('campaigns')
    .where('requests.id', '=', requestId)
    .executeTakeFirstOrThrow();
  return campaignOf(row);
}
