/** Answers about the review queue as a list, for the API document. */
import { campaign, candidate, cohort, decision, item, line } from './openapi-nouns.ts';

const { basis: _, ...verdict } = candidate.verdict;

export const queueAnswers = {
  listReviewLines: {
    data: [
      {
        id: item.id,
        item,
        candidate: { ...candidate, verdict },
        decision: null,
        override: null,
        campaign,
        cohort: { id: cohort.id, externalId: cohort.externalId, name: 'Looked at coats in January' },
        locale: 'en-US',
        timeZone: 'America/New_York',
        sendAt: '2027-01-27T13:00:00.000Z',
        needBy: null,
        claimedBy: 'Ada',
        decidedBy: null,
      },
    ],
    nextCursor: null,
  },
  countReviewLines: {
    waiting: 214,
    mine: 61,
    blocked: 37,
    approved: 118,
    rejected: 42,
    expired: 9,
    mark: '8d6f0b1c2a394e5f60718293a4b5c6d7',
  },
  readSeenLines: {
    lines: [{ id: line.id, text: 'The coats are half-way home', campaign: 'New year', at: '2027-01-04T13:00:00.000Z' }],
  },
  decideReviewItems: {
    results: [
      { id: item.id, outcome: 'done', detail: null },
      {
        id: decision.itemId,
        outcome: 'changed',
        detail: 'This line is approved already; nothing was changed.',
      },
    ],
  },
} as const;
