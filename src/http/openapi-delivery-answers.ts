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
      updatedAt: cohort.updatedAt,
    },
  ],
  nextCursor: null,
  syncCursor,
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
};
