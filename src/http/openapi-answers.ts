/** An answer of each operation that has one, by operation id. A test holds them against the document's own schemas. */
import { Brief } from '../domain/brief.ts';
import { CohortTable } from '../domain/cohort-row.ts';
import { brandAnswers } from './openapi-brand-answers.ts';
import { accepted, briefAnswers, cohortProgress, summary, usage } from './openapi-brief-answers.ts';
import { deliveryAnswers, lineView } from './openapi-delivery-answers.ts';
import { bodyExamples } from './openapi-examples.ts';
import { figuresAnswers } from './openapi-figures-answers.ts';
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
import { overrideAnswers } from './openapi-override-answers.ts';
import { peopleAnswers } from './openapi-people-answers.ts';
import { queueAnswers } from './openapi-queue-answers.ts';
import { textAnswers } from './openapi-text-answers.ts';
import { webhookAnswers } from './openapi-webhook-answers.ts';

const share = { ...usage, inputTokens: 230, cachedInputTokens: 160, outputTokens: 27, costMicros: 39 };
const page = (...data: readonly object[]) => ({ data, nextCursor: null });
const nextCursor = 'eyJ2IjoxLCJsaXN0IjoicmVxdWVzdHMiLCJhZnRlciI6InJlcV8wMTliZjVhMiJ9';

const undecided = { decision: null, decidedBy: null, override: null, line: null, undoUntil: null };
const eyes = { firstApprovedBy: null, whyAnother: null };
const origin = { usage: share, note: null };
const entry = { item, candidate, ...undecided, ...eyes, claimedBy: null, origin, voice };
const { basis: _basis, ...verdict } = candidate.verdict;
const comment = {
  id: 'com_019bf5f2a1b37daaa2b3c4d5e6f7a8b9',
  brandId: line.brandId,
  itemId: item.id,
  comment: 'Is the shelf in stock that week?',
  saidBy: decision.decidedBy,
  saidByName: 'Ada',
  saidAt: line.approvedAt,
};
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
  holders: [
    {
      userId: decision.decidedBy,
      name: 'Ada',
      since: '2027-01-25T15:25:00.000Z',
      until: '2027-01-25T15:35:00.000Z',
      lines: 2,
    },
  ],
};
const me = {
  sandbox: false,
  userId: decision.decidedBy,
  name: 'Ada',
  memberships: [{ memberId: decision.decidedBy, brandId: line.brandId, role: 'copywriter' }],
  writer,
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
  ...briefAnswers,
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
  ...libraryAnswers(revisionOf(brief)),
  listReviewCohorts: page(queueCohort),
  readReviewCohort: queueCohort,
  listReviewItems: page(entry),
  readReviewItem: entry,
  claimReviewCohort: {
    items: [
      {
        ...item,
        version: 2,
        claim: { userId: decision.decidedBy, since: '2027-01-25T15:25:00.000Z', until: '2027-01-25T15:35:00.000Z' },
      },
    ],
  },
  decideReviewItem: { entry: decidedEntry, line, cohort: { ...cohort, state: 'ready' } },
  undoReviewDecision: {
    entry: { ...decidedEntry, item: { ...item, version: 3 }, ...undecided },
    line: { ...line, state: 'undone', reason: 'its approval was undone' },
    cohort: { ...cohort, state: 'in-review' },
  },
  listReviewComments: { data: [comment] },
  commentReviewItem: comment,
  sendReviewItemBack: {
    entry: { ...decidedEntry, item: { ...approvedItem, state: 'rejected' }, line: null },
    line: null,
    cohort: { ...cohort, state: 'waiting', run: 2 },
  },
  copyReviewItem: { candidate, item: approvedItem, line, cohort },
  rewordReviewItem: { candidate, item },
  previewReplacement: {
    data: [
      {
        item,
        cohortName: 'Boot buyers',
        before: { text: candidate.text, preheader: null },
        after: { text: 'The boot shelf is full again', preheader: null },
        verdict,
      },
    ],
    hasMore: false,
  },
  ...queueAnswers,
  ...overrideAnswers,
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
    sentBack: [],
    comments: [],
    overrides: [],
    undone: [],
    line,
    names: { [decision.decidedBy]: 'Ada' },
    voice,
  },
  listAuditEvents: page({ ...event, actorName: null }),
  checkAuditChains: { checkedAt: request.createdAt, chains: [{ brandId: line.brandId, whole: 412, broken: null }] },
  ...figuresAnswers,
  ...keyAnswers,
  ...peopleAnswers,
  startSession: me,
  startPasswordSession: me,
  readExampleBrief: { brief },
  readMe: me,
  ...brandAnswers,
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
