/** Answers of the operations about campaigns and their briefs. */
import { Brief } from '../domain/brief.ts';
import { bodyExamples } from './openapi-examples.ts';
import { campaign, cohort, counts, item, line, reply, request, revisionOf, writer } from './openapi-nouns.ts';

const page = (...data: readonly object[]) => ({ data, nextCursor: null });

/** What a request used. */
export const usage = {
  calls: 1,
  inputTokens: reply.inputTokens,
  cachedInputTokens: reply.cachedInputTokens,
  outputTokens: reply.outputTokens,
  costMicros: reply.costMicros,
  currency: reply.price.currency,
};
const none = { calls: 0, inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, costMicros: 0, currency: null };

/** A cohort on its way. */
export const cohortProgress = { ...cohort, name: 'Looked at coats in January', counts, usage };
/** A request without its cohorts. */
export const summary = { ...request, sandbox: false };
/** A request that was just accepted. */
export const accepted = {
  ...summary,
  state: 'waiting',
  pause: null,
  review: {
    linesPerHour: 84,
    isMeasured: true,
    reviewableAt: request.createdAt,
    heldBack: 0,
    notice: null,
    cohorts: [{ cohort: cohort.externalId, reviewableAt: request.createdAt, isHeldBack: false, isLate: false }],
  },
  campaign: { id: campaign.id, externalId: campaign.externalId, name: campaign.name },
  writer,
  findings: [],
  usage: none,
  cohorts: [
    {
      ...cohortProgress,
      state: 'waiting',
      updatedAt: request.createdAt,
      usage: none,
      counts: { candidates: 0, blocked: 0, duplicates: 0, pending: 0, approvedOnce: 0, approved: 0, rejected: 0 },
    },
  ],
};
// As the service gives a brief back: what was left out is filled in.
const brief = Brief.parse(bodyExamples['createVariantRequest']);
const revision = revisionOf(brief);
const campaignOverview = {
  ...campaign,
  sandbox: false,
  state: 'in-review',
  briefs: 1,
  requestId: request.id,
  cohorts: { total: 3, ready: 1, stuck: 0 },
  pending: 6,
  usage,
  needBy: null,
  sendAt: '2027-01-27T13:00:00.000Z',
};
const effects = {
  voided: [
    {
      id: line.id,
      cohort: cohort.externalId,
      text: 'Ends Sunday: up to 40% off selected coats',
      reason:
        'revision 2 of the brief: "Ends Sunday" does not fit the end of the offer, Tuesday, February 2, 2027; state that end (urgency-needs-dates, compared with offer.endsAt = 2027-02-02T23:59 America/New_York)',
    },
  ],
  kept: [{ id: 'line_019bf5f2a1b37daaa2b3c4d5e6f7a8bb', cohort: cohort.externalId, text: 'New coats are here' }],
  withdrawn: [],
  rejudged: [item.id],
  added: [],
  removed: [],
  redrafted: [cohort.externalId],
};
const revised = {
  outcome: 'revised',
  dryRun: false,
  brief: { ...revision, revision: 2 },
  request: { ...accepted, state: 'drafting', cohorts: [cohortProgress] },
  effects,
};

/** By operation id. */
export const briefAnswers = {
  listCampaigns: page(campaignOverview),
  readCampaign: {
    ...campaign,
    briefs: [
      {
        id: request.briefId,
        externalId: brief.externalId,
        revision: 1,
        requestId: request.id,
        goal: brief.goal,
        cohorts: [cohort.externalId],
      },
    ],
  },
  putBrief: revised,
  readNamedBrief: revision,
  readBrief: revision,
  listBriefRevisions: page({ ...revision, by: { kind: 'user', name: 'Ada' } }),
  replaceBrief: revised,
  checkBrief: {
    mistakes: [{ pointer: '#/offer/endsAt', detail: 'must be after startsAt' }],
    mistakeCount: 1,
    findings: [],
    standing: null,
  },
  patchBrief: revised,
};
