/** Answers of the operations that look approved lines up. */
import { acknowledgement, outcome } from './openapi-delivery-answers.ts';
import { campaign, cohort, line } from './openapi-nouns.ts';

const libraryLine = {
  ...line,
  campaign: { externalId: campaign.externalId, name: campaign.name },
  cohort: { externalId: cohort.externalId, name: 'Looked at coats in January' },
  locale: 'en-US',
  arm: 'A',
  approvedByName: 'Ada',
  standing: 'live',
  heldBecause: null,
  reach: {
    tools: 1,
    firstFetchedAt: '2027-01-26T09:00:00.000Z',
    sends: 1,
    lastUsedAt: acknowledgement.usedAt,
    readers: 18400,
    opens: 5200,
    clicks: 610,
  },
};

/** By operation id; `brief` is the revision in force. */
export function libraryAnswers(brief: object): Readonly<Record<string, object>> {
  return {
    listLibraryLines: { data: [libraryLine], nextCursor: null },
    readLibraryLine: {
      line: libraryLine,
      brief,
      areFactsInForce: true,
      isPolicyInForce: true,
      policyPublishedAt: campaign.createdAt,
      cohort,
      approved: 1,
      deliveries: [
        { clientId: acknowledgement.acknowledgedBy, client: 'Mailroom', deliveredAt: '2027-01-26T09:00:00.000Z' },
      ],
      acknowledgements: [acknowledgement],
      outcomes: [outcome],
    },
    readLibraryChoices: {
      campaigns: [{ brandId: line.brandId, externalId: campaign.externalId, name: campaign.name }],
      cohorts: [cohort.externalId],
      approvers: [{ id: line.approvedBy, name: 'Ada' }],
    },
    readDialects: {
      dialects: [
        { id: 'klaviyo', name: 'Klaviyo' },
        { id: 'mailchimp', name: 'Mailchimp' },
      ],
    },
  };
}
