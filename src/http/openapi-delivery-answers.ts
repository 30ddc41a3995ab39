/** Answers of the operations that hand many lines out, and of those that hear what became of them. */
import { campaign, cohort, counts, line, request } from './openapi-nouns.ts';

/** An approved line as a campaign tool gets it. */
export const lineView = { ...line, sandbox: false, campaign: campaign.externalId, cohort: cohort.externalId, arm: 'A' };
const syncCursor = 'eyJ2IjoxLCJsaXN0Ijoic3luYyIsInJlYWQiOnsidGlsZGVuLXJvdyI6NDE4fX0';
const recalled = 'line_019bf5f2a1b37daaa2b3c4d5e6f7a8ba';

const cohortLines = {
  data: [
    {
      id: cohort.id,
      brandId: cohort.brandId,
      sandbox: false,
      requestId: request.id,
      campaign: campaign.externalId,
      cohort: cohort.externalId,
      name: 'Looked at coats in January',
      state: 'in-review',
      reason: '1 of the 2 lines it needs may go out. 6 wait for a person.',
      needed: 2,
      counts,
      lines: [{ ...lineView, rank: 1 }],
      withheld: [],
      fallback: null,
      fallbackWithheld: [],
      updatedAt: cohort.updatedAt,
    },
  ],
  nextCursor: null,
  syncCursor,
};

/** A tool's word that it used the line, with another text than the approved one. */
export const acknowledgement = {
  id: 'ack_019bf5f2a1b37daaa2b3c4d5e6f7a8bb',
  brandId: line.brandId,
  lineId: line.id,
  send: { externalId: 'mail-2027-01-27-coats' },
  usedAt: '2027-01-27T13:00:00.000Z',
  text: 'Up to 50% off selected coats until Sunday',
  preheader: null,
  dialect: null,
  lineState: 'live',
  findings: [
    {
      kind: 'text-differs',
      message: `Approved was ${JSON.stringify(line.text)}, sent was "Up to 50% off selected coats until Sunday".`,
    },
  ],
  acknowledgedBy: 'client_019bf5f2a1b37daaa2b3c4d5e6f7a8bc',
  receivedAt: '2027-01-27T13:04:11.000Z',
};
/** What came of the line in one send. */
export const outcome = {
  id: 'out_019bf5f2a1b37daaa2b3c4d5e6f7a8bd',
  brandId: line.brandId,
  lineId: line.id,
  send: acknowledgement.send,
  day: '2027-01-27',
  arm: 'A',
  sends: 18400,
  opens: 6120,
  clicks: 731,
  revenue: { minor: 2384000, currency: 'USD' },
  unsubscribes: 12,
  complaints: 0,
  revision: 1,
  receivedFrom: acknowledgement.acknowledgedBy,
  receivedAt: '2027-01-28T06:00:00.000Z',
  replacedAt: null,
};

const fallbackLine = {
  id: 'fall_019bf5f2a1b37daaa2b3c4d5e6f7a8be',
  brandId: line.brandId,
  text: 'New in the shop, and made to stay',
  preheader: 'Coats, knits and boots.',
  dialect: line.dialect,
  textHash: line.textHash,
  policyHash: line.policyHash,
  verdict: {
    verdict: 'pass',
    findings: [],
    graphemes: 33,
    policyHash: line.policyHash,
    basis: {
      policyHash: line.policyHash,
      factsHash: null,
      now: line.approvedAt,
      neighbours: [],
      unicodeVersion: '17.0',
    },
  },
  warningsPassed: null,
  state: 'live',
  reason: null,
  approvedBy: line.approvedBy,
  approvedAt: line.approvedAt,
  updatedAt: line.approvedAt,
};

export const deliveryAnswers: Readonly<Record<string, object>> = {
  listCohortLines: cohortLines,
  queryCohortLines: cohortLines,
  listApprovedLineChanges: {
    data: [
      {
        id: line.id,
        brandId: line.brandId,
        sandbox: false,
        requestId: request.id,
        campaign: campaign.externalId,
        cohort: cohort.externalId,
        state: 'live',
        reason: null,
        line: lineView,
        updatedAt: line.updatedAt,
      },
      {
        id: recalled,
        brandId: line.brandId,
        sandbox: false,
        requestId: request.id,
        campaign: campaign.externalId,
        cohort: cohort.externalId,
        state: 'recalled',
        reason: 'the coats are sold out',
        line: null,
        updatedAt: line.updatedAt,
      },
    ],
    nextCursor: syncCursor,
    hasMore: false,
  },
  addFallbackLine: fallbackLine,
  listFallbackLines: { data: [fallbackLine], nextCursor: null },
  recallFallbackLine: { ...fallbackLine, state: 'recalled', reason: 'We do not sell boots any more.' },
  recallApprovedLine: {
    line: { ...line, state: 'recalled', reason: 'The landing page is not up.' },
    cohort: { ...cohort, state: 'in-review' },
  },
  acknowledgeLines: { data: [acknowledgement] },
  listAcknowledgements: { data: [acknowledgement], nextCursor: null },
  reportOutcomes: { data: [outcome] },
  listOutcomes: { data: [outcome], nextCursor: null },
};
