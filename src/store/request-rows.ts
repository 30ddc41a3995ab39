/** Rows of campaigns, requests and their cohorts, and the domain's form of them. */
import type { Selectable } from 'kysely';
import type { Brief } from '../domain/brief.ts';
import { Campaign } from '../domain/campaign.ts';
import { RequestCohort, VariantRequest } from '../domain/variant-request.ts';
import { escapeNullable, escapeText, unescapeNullable, unescapeText } from './escape-text.ts';
import { never, queuePlace, sendAt } from './queue-order.ts';
import type { CohortRow, KeptOfCohort, Tables } from './tables.ts';

/** The row of a campaign. */
export function campaignRow(campaign: Campaign): Tables['campaigns'] {
  return { ...campaign, externalId: escapeText(campaign.externalId), name: escapeText(campaign.name) };
}

/** The campaign of a row. */
export function campaignOf(row: Tables['campaigns']): Campaign {
  return Campaign.parse({ ...row, externalId: unescapeText(row.externalId), name: unescapeText(row.name) });
}

/** The request of a row. */
export function requestOf({ needBy: _, ...row }: Tables['requests']): VariantRequest {
  return VariantRequest.parse(row);
}

/** `position` is the cohort's place in its brief, from 0. */
export function cohortRow(cohort: RequestCohort, brief: Brief, position: number, isHeldBack = false): CohortRow {
  return {
    ...cohort,
    position,
    sendAt: sendAt(brief, cohort.externalId),
    externalId: escapeText(cohort.externalId),
    reason: escapeNullable(cohort.reason),
    turn: turnOf(brief, cohort.externalId),
    isHeldBack: isHeldBack ? 1 : 0,
    ...queuePlace(brief, cohort.externalId),
    expected: Math.min(mostInOneReply, Math.max(brief.candidatesPerCohort, cohort.needed)),
  };
}

/** What one reply brings at most. */
const mostInOneReply = 30;

/** Sorts cohorts by when their lines are needed, or sent where nobody says by when. */
function turnOf(brief: Brief, cohortExternalId: string): string {
  const sent = sendAt(brief, cohortExternalId) ?? never;
  return `${brief.needBy ?? sent} ${sent}`;
}

/** The cohort of a row. */
export function cohortOf({
  position: _,
  sendAt: _sendAt,
  turn: _turn,
  isHeldBack: _held,
  expected: _expected,
  urgency: _urgency,
  smallness: _smallness,
  isCalm: _calm,
  waiting: _waiting,
  ...row
}: CohortRow & Partial<Selectable<KeptOfCohort>>): RequestCohort {
  return RequestCohort.parse({
    ...row,
    externalId: unescapeText(row.externalId),
    reason: unescapeNullable(row.reason),
  });
}
