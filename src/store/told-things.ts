/** What events are about, read as it stands when they are told. */
import type { AuditEvent } from '../domain/audit-event.ts';
import type { ToldActions, ToldThing } from '../ports/webhook-store.ts';
import { among } from './among.ts';
import type { Reading } from './database.ts';
import { unescapeNullable, unescapeText } from './escape-text.ts';
import { selectLineCases } from './line-cases.ts';
import { lineOf } from './review-rows.ts';

type ById = ReadonlyMap<string, ToldThing>;

/** By the id of the event; an event about something the brand does not have is left out. */
export async function thingsOf(
  db: Reading,
  brandId: string,
  events: readonly AuditEvent[],
  actions: ToldActions,
): Promise<ById> {
  const idsOf = (kind: ToldThing['kind']) =>
    events.filter(({ action }) => actions.get(action) === kind).map(({ subject }) => subject);
  const found: Readonly<Record<ToldThing['kind'], ById>> = {
    line: await lines(db, brandId, idsOf('line')),
    candidate: await candidates(db, brandId, idsOf('candidate')),
    cohort: await cohorts(db, brandId, idsOf('cohort')),
    request: await requests(db, brandId, idsOf('request')),
    release: await releases(db, brandId, idsOf('release')),
  };
  return new Map(
    events.flatMap(({ id, action, subject }) => {
      const kind = actions.get(action);
      const thing = kind && found[kind].get(subject);
      return thing ? [[id, thing] as const] : [];
    }),
  );
}

async function lines(db: Reading, brandId: string, ids: readonly string[]): Promise<ById> {
  if (ids.length === 0) return new Map();
  const rows = await selectLineCases(db)
    .where('approvedLines.id', 'in', among(ids))
    .where('approvedLines.brandId', '=', brandId)
    .execute();
  return new Map(
    rows.map(({ campaignExternalId, campaignName: _, briefId: __, policyInForce: ___, ...row }) => {
      const { requestId, cohortExternalId } = row;
      const place = { requestId, campaign: unescapeText(campaignExternalId), cohort: unescapeText(cohortExternalId) };
      return [row.id, { kind: 'line', line: lineOf(row), place }];
    }),
  );
}

async function candidates(db: Reading, brandId: string, ids: readonly string[]): Promise<ById> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('candidates')
    .innerJoin('cohorts', 'cohorts.id', 'candidates.cohortId')
    .innerJoin('requests', 'requests.id', 'candidates.requestId')
    .innerJoin('campaigns', 'campaigns.id', 'requests.campaignId')
    .select(['candidates.id', 'candidates.text', 'candidates.preheader', 'candidates.requestId'])
    .select(['cohorts.externalId as cohort', 'campaigns.externalId as campaign'])
    .where('candidates.id', 'in', among(ids))
    .where('candidates.brandId', '=', brandId)
    .execute();
  return new Map(
    rows.map(({ id, text, preheader, ...place }) => {
      const candidate = { id, text: unescapeText(text), preheader: unescapeNullable(preheader) };
      return [id, { kind: 'candidate', candidate, place: placeOf(place) }];
    }),
  );
}

async function cohorts(db: Reading, brandId: string, ids: readonly string[]): Promise<ById> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('cohorts')
    .innerJoin('requests', 'requests.id', 'cohorts.requestId')
    .innerJoin('campaigns', 'campaigns.id', 'requests.campaignId')
    .select(['cohorts.id', 'cohorts.needed', 'cohorts.requestId'])
    .select(['cohorts.externalId as cohort', 'campaigns.externalId as campaign'])
    .where('cohorts.id', 'in', among(ids))
    .where('cohorts.brandId', '=', brandId)
    .execute();
  return new Map(rows.map(({ id, needed, ...place }) => [id, { kind: 'cohort', needed, place: placeOf(place) }]));
}

async function requests(db: Reading, brandId: string, ids: readonly string[]): Promise<ById> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('requests')
    .innerJoin('campaigns', 'campaigns.id', 'requests.campaignId')
    .select(['requests.id', 'campaigns.externalId as campaign'])
    .where('requests.id', 'in', among(ids))
    .where('requests.brandId', '=', brandId)
    .execute();
  return new Map(
    rows.map(({ id, campaign }) => [
      id,
      { kind: 'request', place: { requestId: id, campaign: unescapeText(campaign) } },
    ]),
  );
}

async function releases(db: Reading, brandId: string, ids: readonly string[]): Promise<ById> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('policyReleases')
    .select(['id', 'policyHash'])
    .where('id', 'in', among(ids))
    .where('brandId', '=', brandId)
    .execute();
  return new Map(rows.map(({ id, policyHash }) => [id, { kind: 'release', policyHash }]));
}

function placeOf({ requestId, cohort, campaign }: { requestId: string; cohort: string; campaign: string }) {
  return { requestId, campaign: unescapeText(campaign), cohort: unescapeText(cohort) };
}
