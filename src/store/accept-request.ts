/** Saves an accepted brief with its campaign, request, cohorts and jobs. */
import type { NewAuditEvent } from '../domain/audit-event.ts';
import type { Campaign } from '../domain/campaign.ts';
import type { Json } from '../domain/hash.ts';
import type { AcceptedRequest, StandingBrief } from '../ports/generation-store.ts';
import type { NewJob } from '../ports/job-queue.ts';
import { chainsOf, holdChains } from './audit-chain.ts';
import { newestNamed } from './brief-reads.ts';
import { type BriefShelf, briefRow } from './brief-shelf.ts';
import type { Database, Writing } from './database.ts';
import { insertAll } from './insert-all.ts';
import { insertJobs } from './job-rows.ts';
import { campaignRow, cohortRow } from './request-rows.ts';

/** The campaign is found by its external id or made; where it was there its id stands in everything saved. */
export function acceptRequest(
  database: Database,
  shelf: BriefShelf,
  accepted: AcceptedRequest,
): Promise<StandingBrief | null> {
  return database.write(async (trx) => {
    const { campaign, brief, request, cohorts, jobs, events } = accepted;
    const chains = await holdChains(trx, [...chainsOf(events), campaign.brandId]);
    const campaignId = await findOrAddCampaign(trx, campaign);
    const standing = await standingBrief(trx, shelf, campaignId, brief.brief.externalId);
    if (standing) {
      await chains.append(accepted.whereItStands(standing));
      return standing;
    }
    await insertAll(trx, 'briefs', [briefRow({ ...brief, campaignId })]);
    await insertAll(trx, 'requests', [{ ...request, campaignId, needBy: brief.brief.needBy ?? null }]);
    const rows = cohorts.map((cohort, position) => cohortRow(cohort, brief.brief, position, accepted.isHeldBack));
    await insertAll(trx, 'cohorts', rows);
    const turns = new Map(rows.map(({ id, turn }) => [id, turn]));
    for (const [turn, due] of Map.groupBy(jobs, (job) => turnOfJob(job, turns))) await insertJobs(trx, due, turn);
    await chains.append(events.map((event) => renamed(event, campaign.id, campaignId)));
    return null;
  });
}

async function standingBrief(
  trx: Writing,
  shelf: BriefShelf,
  campaignId: string,
  externalId: string | undefined,
): Promise<StandingBrief | null> {
  const briefId = externalId === undefined ? null : await newestNamed(trx, campaignId, externalId);
  if (briefId === null) return null;
  const { id } = await trx.selectFrom('requests').select('id').where('briefId', '=', briefId).executeTakeFirstOrThrow();
  return { revision: await shelf.take(trx, briefId), requestId: id };
}

function turnOfJob({ payload }: NewJob, turns: ReadonlyMap<string, string>): string {
  return ('cohortId' in payload ? turns.get(payload.cohortId) : undefined) ?? '';
}

/** The newest name holds. */
async function findOrAddCampaign(trx: Writing, campaign: Campaign): Promise<string> {
  const row = campaignRow(campaign);
  await trx
    .insertInto('campaigns')
    .values(row)
    .onConflict((conflict) => conflict.columns(['brandId', 'externalId']).doUpdateSet({ name: row.name }))
    .execute();
  const { id } = await trx
    .selectFrom('campaigns')
    .select('id')
    .where('brandId', '=', row.brandId)
    .where('externalId', '=', row.externalId)
    .executeTakeFirstOrThrow();
  return id;
}

/** The event with one id in the place of another, wherever a value of it is that id. */
function renamed(event: NewAuditEvent, from: string, to: string): NewAuditEvent {
  if (from === to) return event;
  const inside = (value: Json): Json => {
    if (value === from) return to;
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(inside);
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inside(member)]));
  };
  const details = Object.fromEntries(Object.entries(event.details).map(([key, member]) => [key, inside(member)]));
  return { ...event, subject: event.subject === from ? to : event.subject, details };
}
