/** An answer of each operation that has one, by operation id. A test holds them against the document's own schemas. */
import { Brief } from '../domain/brief.ts';
import { CohortTable } from '../domain/cohort-row.ts';
import { deliveryAnswers, lineView } from './openapi-delivery-answers.ts';
import { bodyExamples } from './openapi-examples.ts';
import { keyAnswers } from './openapi-key-answers.ts';
import { libraryAnswers } from './openapi-library-answers.ts';
import {
  approvedItem,
  blocking,
  campaign,
  candidate,
  cohort,
  counts,
  decision,
  event,
  finding,
  item,
  line,
  reply,
  request,
  revisionOf,
  voice,
  writer,
} from './openapi-nouns.ts';
import { peopleAnswers } from './openapi-people-answers.ts';
import { queueAnswers } from './openapi-queue-answers.ts';
import { textAnswers } from './openapi-text-answers.ts';
import { webhookAnswers } from './openapi-webhook-answers.ts';

const page = (...data: readonly object[]) => ({ data, nextCursor: null });
const nextCursor = 'eyJ2IjoxLCJsaXN0IjoicmVxdWVzdHMiLCJhZnRlciI6InJlcV8wMTliZjVhMiJ9';

const usage = {
  calls: 1,
  inputTokens: reply.inputTokens,
  cachedInputTokens: reply.cachedInputTokens,
  outputTokens: reply.outputTokens,
  costMicros: reply.costMicros,
  currency: reply.price.currency,
};
const share = { ...usage, inputTokens: 230, cachedInputTokens: 160, outputTokens: 27, costMicros: 39 };
const none = { calls: 0, inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, costMicros: 0, currency: null };

const cohortProgress = { ...cohort, name: 'Looked at coats in January', counts, usage };
const summary = { ...request, sandbox: false };
const accepted = {
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
const undecided = { decision: null, decidedBy: null, line: null, undoUntil: null };
const eyes = { firstApprovedBy: null, whyAnother: null };
const entry = { item, candidate, ...undecided, ...eyes, claimedBy: null, voice };
const forNow = { line, undoUntil: line.releasedAt };
const decidedEntry = { ...entry, item: approvedItem, decision, decidedBy: 'Ada', ...forNow, voice: null };
// As the service gives a brief back: what was left out is filled in.
const brief = Brief.parse(bodyExamples['createVariantRequest']);
const queueCohort = {
  cohort,
  campaign,
  brief: revisionOf(brief),
  counts,
  warnings: 2,
  holders: [{ userId: decision.decidedBy, name: 'Ada', until: '2027-01-25T15:35:00.000Z', lines: 2 }],
};
const me = {
  sandbox: false,
  userId: decision.decidedBy,
  name: 'Ada',
  memberships: [{ memberId: decision.decidedBy, brandId: line.brandId, role: 'copywriter' }],
  writer,
};

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
const revision = revisionOf(brief);
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

export const answerExamples: Readonly<Record<string, object>> = {
  createVariantRequest: accepted,
  readCohortTable: { cohorts: CohortTable.parse(bodyExamples['readCohortTable']).rows },
  listVariantRequests: { data: [summary], nextCursor },
  readVariantRequest: { ...accepted, state: 'in-review', usage, cohorts: [cohortProgress] },
  cancelVariantRequest: {
    ...accepted,
    state: 'incomplete',
    usage,
    cohorts: [{ ...cohortProgress, state: 'cancelled', reason: 'The campaign is off.' }],
  },
  cancelCohort: { ...cohort, state: 'cancelled', reason: 'The campaign is off.' },
  retryVariantRequest: { retried: 3 },
  pauseBrand: {
    brandId: line.brandId,
    reason: 'The voice is being reworked.',
    pausedBy: 'Ada',
    pausedAt: line.updatedAt,
  },
  readBrandPace: {
    brandId: line.brandId,
    linesPerHour: 84,
    isMeasured: true,
    horizonDays: 2,
    hoursPerDay: 6,
    pending: 120,
    expected: 64,
    heldBack: 0,
    clearAt: line.validUntil,
  },
  noteCohort: { ...cohort, state: 'waiting', run: 2 },
  writeCandidate: {
    candidate: {
      ...candidate,
      text: 'The wool coats are down to their last weekend',
      angle: 'other',
      provenance: { writer: 'person', userId: decision.decidedBy, editedFrom: null },
    },
    item,
    cohort,
  },
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
  retryCohort: { ...cohort, state: 'waiting', run: 2 },
  listApprovedLines: {
    ...page(lineView),
    withheld: [
      {
        id: 'line_019bf5f2a1b37daaa2b3c4d5e6f7a8ba',
        campaign: campaign.externalId,
        cohort: cohort.externalId,
        reason: 'the facts it was approved under changed',
      },
    ],
  },
  readApprovedLine: lineView,
  ...deliveryAnswers,
  ...libraryAnswers(revision),
  listReviewCohorts: page(queueCohort),
  readReviewCohort: queueCohort,
  listReviewItems: page(entry),
  readReviewItem: entry,
  claimReviewCohort: {
    items: [{ ...item, version: 2, claim: { userId: decision.decidedBy, until: '2027-01-25T15:35:00.000Z' } }],
  },
  decideReviewItem: { entry: decidedEntry, line, cohort: { ...cohort, state: 'ready' } },
  undoReviewDecision: {
    entry: { ...decidedEntry, item: { ...item, version: 3 }, ...undecided },
    line: { ...line, state: 'undone', reason: 'its approval was undone' },
    cohort: { ...cohort, state: 'in-review' },
  },
  ...queueAnswers,
  ...textAnswers,
  closeReviewCohort: { cohort: { ...cohort, state: 'ready' }, closed: 4 },
  checkLines: {
    policyHash: line.policyHash,
    campaign: [],
    data: [
      { text: 'Up to 40% off selected coats, through Sunday', verdict: 'warn', findings: [finding], graphemes: 44 },
      {
        text: "{{ first_name|default:'there' }}, cheap coats are here",
        verdict: 'block',
        findings: [blocking],
        graphemes: 54,
      },
    ],
  },
  ...webhookAnswers,
  listCandidates: page(candidate),
  readCandidate: {
    candidate,
    cohort,
    campaign,
    reply,
    usage: share,
    note: null,
    item: approvedItem,
    decision,
    decidedBy: 'Ada',
    firstApprovals: [],
    undone: [],
    line,
    names: { [decision.decidedBy]: 'Ada' },
    voice,
  },
  listAuditEvents: page(event),
  ...keyAnswers,
  ...peopleAnswers,
  startSession: me,
  startPasswordSession: me,
  readMe: me,
  listBrands: page({
    id: line.brandId,
    name: 'Tilden Row',
    sandbox: false,
    pause: null,
    policyHash: line.policyHash,
    policySince: request.createdAt,
    voice: {
      character: 'A shopkeeper of few words who knows every coat by name.',
      person: 'you',
      sentenceCase: true,
      do: ['Name the thing.'],
      dont: ['Shout.'],
      pairs: [{ instead: 'HUGE SALE', write: 'Coats, 40% less' }],
      avoid: ['must-have'],
    },
    dialect: line.dialect,
    mistakes: [],
    filesDiffer: false,
  }),
};

const followed = {
  requestId: request.id,
  sandbox: false,
  state: 'ready',
  cohorts: [{ ...cohortProgress, state: 'ready' }],
};

/** A stream of server-sent events from its second event on. */
export const streamExample = `event: change
id: b9d1c2e3f4a5b6c7d8e9f0a1b2c3d4e5
data: ${JSON.stringify(followed)}

event: end
id: b9d1c2e3f4a5b6c7d8e9f0a1b2c3d4e5
data: ${JSON.stringify({ ...followed, cohorts: [] })}

`;
