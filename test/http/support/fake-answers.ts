/** What the use cases of tests answer with, and how they answer for what is somebody else's. */
import { Problem } from '../../../src/domain/problem.ts';
import { noUsage } from '../../../src/domain/usage.ts';
import { brief, campaign, candidate, client, cohort, counts, item, key, line, override, request } from './samples.ts';

export const lineCase = {
  line,
  place: 1,
  brief,
  cohortExternalId: cohort.externalId,
  campaign: { externalId: campaign.externalId, name: campaign.name },
  policyHash: line.policyHash,
};
const reach = {
  ...{ tools: 0, firstFetchedAt: null, sends: 0, lastUsedAt: null },
  ...{ readers: null, opens: null, clicks: null },
};
export const shelved = { line: lineCase, reach, standing: 'live' as const, heldBecause: null };
export const told = {
  ...{ cohort, approved: 1, policyPublishedAt: null, areFactsInForce: true },
  ...{ deliveries: [], acknowledgements: [], outcomes: [] },
};
export const fallbackLine = {
  id: 'fall_1',
  brandId: 'tilden-row',
  text: 'New in the shop, and made to stay',
  preheader: null,
  dialect: line.dialect,
  textHash: line.textHash,
  policyHash: line.policyHash,
  verdict: candidate.verdict,
  warningsPassed: null,
  state: 'live' as const,
  reason: null,
  approvedBy: 'user_loren',
  approvedAt: line.approvedAt,
  updatedAt: line.approvedAt,
};
export const pace = {
  brandId: 'tilden-row',
  linesPerHour: 60,
  isMeasured: false,
  horizonDays: 2,
  hoursPerDay: 6,
  load: { pending: 0, expected: 0, heldBack: [] },
  clearAt: request.createdAt,
};
export const progress = { request, campaign, brief, cohorts: [{ cohort, counts, usage: noUsage }], pause: null };
export const queueCohort = { cohort, campaign, brief, counts, warnings: 1, holders: [] };
export const queueLine = { item, candidate, decision: null, override: null, cohort, campaign, brief, sendAt: null };
export const tabs = { waiting: 7, mine: 0, blocked: 1, approved: 0, rejected: 0, expired: 0 };
export const entry = {
  item,
  candidate,
  decision: null,
  override: null,
  line: null,
  undoUntil: null,
  origin: { usage: null, note: null },
};
export const overrideCase = { override, candidate, cohort, campaign };
const saidBy = 'user_loren';
export const comment = {
  id: 'com_1',
  brandId: 'tilden-row',
  itemId: 'item_1',
  comment: 'Nice.',
  saidBy,
  saidAt: request.createdAt,
};
const { basis: _basis, ...verdict } = candidate.verdict;
export const replaced = { entry, cohort: { id: 'coh_1', name: 'Boot buyers' }, text: 'New', preheader: null, verdict };
export const clientSeen = { client, brandIds: ['tilden-row'], roles: ['campaign-client'] as const };
export const keySeen = { key, client, brandIds: null };
export const somebody = {
  user: { id: 'user_loren', name: 'Loren', email: 'loren@tildenrow.example', createdAt: request.createdAt },
  memberships: [{ memberId: 'user_loren', brandId: 'tilden-row', role: 'copywriter' as const }],
  disabledAt: null,
  lastSeenAt: null,
  passwordSetAt: null,
};
export const seen = { person: somebody, memberships: somebody.memberships, isElsewhere: false };
export const handed = { secret: 'lw_link_fresh', expiresAt: '2026-11-24T08:00:00.000Z' };
export const last = <Entry>(data: Entry[]) => ({ data, nextCursor: null });
export const only = <Thing>(id: string, known: string, brandIds: readonly string[], thing: Thing): Thing => {
  if (id !== known || !brandIds.includes('tilden-row')) throw new Problem('not-found', `There is no ${id} here.`);
  return thing;
};
const effects = { voided: [], kept: [], withdrawn: [], rejudged: [], added: [], removed: [], redrafted: [] };
export const briefOutcome = { outcome: 'revised', revision: brief, requestId: request.id, effects } as const;
