/** Answers about overrides of blocks, for the API document. */
import { campaign, candidate, cohort, item, line } from './openapi-nouns.ts';

const override = {
  id: 'over_019bf5f4c0d27eaa83b4c5d6e7f8a9b0',
  brandId: cohort.brandId,
  requestId: cohort.requestId,
  cohortId: cohort.id,
  candidateId: candidate.id,
  state: 'asked',
  rules: ['length'],
  factsHash: line.factsHash,
  policyHash: line.policyHash,
  findings: ['e'.repeat(64)],
  reason: 'The name of the collection is long, and the readers know it.',
  askedBy: 'user_019bf5a0c2e47a10b5c6d7e8f9a0b1c2',
  askedAt: '2027-01-25T15:34:00.000Z',
  answer: null,
  answeredBy: null,
  answeredAt: null,
};
const asked = { override, candidate, cohort, campaign, askedBy: 'Ada', answeredBy: null };
const answered = {
  state: 'granted',
  answer: 'This once: the collection has no other name.',
  answeredBy: 'user_019bf5a0c2e47a10b5c6d7e8f9a0b1c3',
  answeredAt: '2027-01-25T15:50:00.000Z',
};

export const overrideAnswers = {
  askOverride: asked,
  listOverrides: { data: [asked], nextCursor: null },
  answerOverride: { override: { ...asked, override: { ...override, ...answered }, answeredBy: 'Dora' }, item, cohort },
} as const;
