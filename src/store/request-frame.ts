/** A request with what it belongs to. */
import type { BriefShelf } from './brief-shelf.ts';
import type { Reading } from './database.ts';
import { campaignOf, requestOf } from './request-rows.ts';

/** A request with its campaign and the newest revision of its brief. */
export async function requestFrame(db: Reading, shelf: BriefShelf, requestId: string) {
  const request = await db.selectFrom('requests').selectAll().where('id', '=', requestId).executeTakeFirstOrThrow();
  const campaign = await db
    .selectFrom('campaigns')
    .selectAll()
    .where('id', '=', request.campaignId)
    .executeTakeFirstOrThrow();
  return {
    request: requestOf(request),
    campaign: campaignOf(campaign),
    brief: await shelf.take(db, request.briefId),
  };
}
