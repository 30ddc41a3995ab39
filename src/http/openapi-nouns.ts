/** One of each thing the API speaks of, for the examples of the API document: the story of two coat lines in review. */

const at = '2027-01-25T14:02:11.000Z';
const hash = (digit: string) => digit.repeat(64);

const ids = {
  brandId: 'tilden-row',
  requestId: 'req_019bf5a2c1d07c3e8f21a4b6d8e0f213',
  cohortId: 'coh_019bf5a2c1d17a44b1c2d3e4f5a6b7c8',
};
const campaignId = 'camp_019bf5a2c1cf7b11a0b1c2d3e4f5a6b7';
const briefId = 'brief_019bf5a2c1cf7d22b1c2d3e4f5a6b7c8';
const userId = 'user_019bd0117e2a7c55a6b7c8d9e0f1a2b3';
const replyId = 'reply_019bf5a2d3e47f66b7c8d9e0f1a2b3c4';
const text = 'Up to 40% off selected coats, through Sunday';

export const campaign = {
  id: campaignId,
  brandId: ids.brandId,
  externalId: 'end-of-season-coats-2027',
  name: 'End-of-season coats',
  createdAt: at,
};

export const request = { id: ids.requestId, brandId: ids.brandId, campaignId, briefId, createdAt: at };

export const cohort = {
  id: ids.cohortId,
  brandId: ids.brandId,
  requestId: ids.requestId,
  externalId: 'coat-browsers',
  state: 'in-review',
  reason: null,
  needed: 2,
  run: 1,
  updatedAt: '2027-01-25T14:02:19.000Z',
};

export const counts = {
  candidates: 8,
  blocked: 1,
  duplicates: 0,
  pending: 6,
  approvedOnce: 1,
  approved: 1,
  rejected: 0,
};

export const writer = { kind: 'model', name: 'gpt-4o-mini' };

export const finding = {
  rule: 'length',
  ruleVersion: 1,
  severity: 'warn',
  kind: 'violation',
  message: 'Shorten to 50 characters; the longest rendering has 58 (first_name = Maximiliana).',
  spans: [{ start: 0, end: 58 }],
  rendering: 'first_name longest',
};

export const blocking = {
  rule: 'banned-near',
  ruleVersion: 1,
  severity: 'block',
  kind: 'violation',
  message: '"cheap" stands in a line with the first name. Leave one of the two out.',
  spans: [
    { start: 0, end: 34 },
    { start: 36, end: 41 },
  ],
};

export const candidate = {
  id: 'cand_019bf5a2d3f57077c8d9e0f1a2b3c4d5',
  brandId: ids.brandId,
  requestId: ids.requestId,
  cohortId: ids.cohortId,
  text,
  preheader: null,
  angle: 'offer',
  rank: 1,
  provenance: { writer: 'model', model: writer.name, promptHash: hash('a'), replyId, run: 1, round: 'draft' },
  duplicateOf: null,
  verdict: {
    verdict: 'pass',
    findings: [],
    graphemes: 44,
    policyHash: hash('b'),
    basis: { policyHash: hash('b'), factsHash: hash('c'), now: at, neighbours: [], unicodeVersion: '17.0.0' },
  },
  createdAt: at,
};

export const voice = {
  score: 81,
  usual: { from: 43, to: 88 },
  traits: [{ trait: 'length', score: 71, says: '7 words where this brand writes 4 to 9.' }],
  note: null,
};

export const reply = {
  id: replyId,
  brandId: ids.brandId,
  requestId: ids.requestId,
  cohortId: ids.cohortId,
  run: 1,
  round: 'draft',
  writer: 'model',
  model: writer.name,
  prompt: 'You write subject lines for Tilden Row. …',
  promptHash: hash('a'),
  raw: `{"lines":[{"text":"${text}","angle":"offer"}]}`,
  finish: 'stop',
  inputTokens: 1840,
  cachedInputTokens: 1280,
  outputTokens: 212,
  costMicros: 307,
  price: { inputMicros: 150_000, cachedInputMicros: 75_000, outputMicros: 600_000, currency: 'USD' },
  durationMs: 3120,
  receivedAt: at,
};

export const item = {
  id: 'item_019bf5a2d40671889e0f1a2b3c4d5e6f',
  brandId: ids.brandId,
  requestId: ids.requestId,
  cohortId: ids.cohortId,
  candidateId: candidate.id,
  state: 'pending',
  version: 1,
  claim: null,
  firstApproval: null,
  createdAt: at,
  updatedAt: at,
};

export const approvedItem = { ...item, state: 'approved', version: 2, updatedAt: '2027-01-25T15:30:00.000Z' };

export const decision = {
  id: 'dec_019bf5f2a1b27c99f1a2b3c4d5e6f7a8',
  brandId: ids.brandId,
  itemId: item.id,
  kind: 'approve',
  candidateId: candidate.id,
  isFirstOfTwo: false,
  reason: null,
  warningsPassed: null,
  comment: null,
  decidedBy: userId,
  decidedAt: approvedItem.updatedAt,
};

export const line = {
  id: 'line_019bf5f2a1b37daaa2b3c4d5e6f7a8b9',
  brandId: ids.brandId,
  campaignId,
  requestId: ids.requestId,
  cohortId: ids.cohortId,
  candidateId: candidate.id,
  text,
  preheader: null,
  angle: 'offer',
  dialect: 'klaviyo',
  writer: 'model',
  textHash: hash('d'),
  factsHash: hash('c'),
  policyHash: hash('b'),
  state: 'live',
  reason: null,
  approvedBy: userId,
  approvedAt: decision.decidedAt,
  releasedAt: '2027-01-25T15:32:00.000Z',
  validUntil: '2027-01-28T13:00:00.000Z',
  updatedAt: decision.decidedAt,
};

export const event = {
  id: 'evt_019bf5f2a1b47ebbb3c4d5e6f7a8b9c0',
  chain: ids.brandId,
  sequence: 214,
  at: decision.decidedAt,
  actor: { kind: 'user', id: userId },
  action: 'line.approved',
  subject: line.id,
  details: { cohortId: ids.cohortId, itemId: item.id },
  commitment: null,
  previousHash: hash('e'),
  hash: hash('f'),
};

/** A brief as the database holds it, of one example body. */
export function revisionOf(brief: object): object {
  return { id: briefId, rootId: briefId, brandId: ids.brandId, campaignId, revision: 1, brief, createdAt: at };
}
