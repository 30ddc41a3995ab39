/** One of each noun, whole and valid, for tests of HTTP alone. */
import { Client } from '../../../src/domain/access.ts';
import { ApiKey } from '../../../src/domain/api-key.ts';
import { ApprovedLine } from '../../../src/domain/approved-line.ts';
import { AuditEvent, noHash } from '../../../src/domain/audit-event.ts';
import { BriefRevision } from '../../../src/domain/brief.ts';
import { Campaign } from '../../../src/domain/campaign.ts';
import { Candidate } from '../../../src/domain/candidate.ts';
import { RecordedDecision } from '../../../src/domain/decision.ts';
import { Override } from '../../../src/domain/override.ts';
import { ReviewItem } from '../../../src/domain/review-item.ts';
import { CohortCounts, RequestCohort, VariantRequest } from '../../../src/domain/variant-request.ts';
import type { WebhookAttempt, WebhookDelivery, WebhookEndpoint } from '../../../src/domain/webhook.ts';
import { bodyExamples } from '../../../src/http/openapi-examples.ts';

const at = '2026-11-23T08:00:00.000Z';
const brandId = 'tilden-row';

export const briefBody = bodyExamples['createVariantRequest'] ?? {};

export const campaign = Campaign.parse({
  id: 'camp_1',
  brandId,
  externalId: 'end-of-season-coats-2027',
  name: 'End-of-season coats',
  createdAt: at,
});

export const brief = BriefRevision.parse({
  id: 'brief_1',
  rootId: 'brief_1',
  brandId,
  campaignId: 'camp_1',
  revision: 1,
  brief: briefBody,
  createdAt: at,
});

export const request = VariantRequest.parse({
  id: 'req_1',
  brandId,
  campaignId: 'camp_1',
  briefId: 'brief_1',
  createdAt: at,
});

export const cohort = RequestCohort.parse({
  id: 'coh_1',
  brandId,
  requestId: 'req_1',
  externalId: 'coat-browsers',
  state: 'in-review',
  reason: null,
  needed: 2,
  run: 1,
  updatedAt: at,
});

export const counts = CohortCounts.parse({
  candidates: 8,
  blocked: 1,
  duplicates: 0,
  pending: 7,
  approvedOnce: 0,
  approved: 0,
  rejected: 0,
});

export const candidate = Candidate.parse({
  id: 'cand_1',
  brandId,
  requestId: 'req_1',
  cohortId: 'coh_1',
  text: 'Up to 40% off selected coats until Sunday',
  preheader: null,
  angle: 'offer',
  rank: 1,
  provenance: {
    writer: 'embedded-writer',
    model: 'embedded writer',
    promptHash: 'a'.repeat(64),
    replyId: 'reply_1',
    run: 1,
    round: 'draft',
  },
  duplicateOf: null,
  verdict: {
    verdict: 'pass',
    findings: [],
    graphemes: 41,
    policyHash: 'b'.repeat(64),
    basis: {
      policyHash: 'b'.repeat(64),
      factsHash: 'c'.repeat(64),
      now: at,
      neighbours: [],
      unicodeVersion: '17.0.0',
    },
  },
  createdAt: at,
});

export const item = ReviewItem.parse({
  id: 'item_1',
  brandId,
  requestId: 'req_1',
  cohortId: 'coh_1',
  candidateId: 'cand_1',
  state: 'pending',
  version: 1,
  claim: { userId: 'user_ada', since: '2026-11-23T09:00:00.000Z', until: '2026-11-23T09:10:00.000Z' },
  firstApproval: null,
  createdAt: at,
  updatedAt: at,
});

export const decision = RecordedDecision.parse({
  id: 'dec_1',
  brandId,
  itemId: 'item_1',
  kind: 'approve',
  candidateId: 'cand_1',
  isFirstOfTwo: false,
  reason: null,
  warningsPassed: null,
  comment: null,
  decidedBy: 'user_loren',
  decidedAt: at,
});

export const line = ApprovedLine.parse({
  id: 'line_1',
  brandId,
  campaignId: 'camp_1',
  requestId: 'req_1',
  cohortId: 'coh_1',
  candidateId: 'cand_1',
  text: 'Up to 40% off selected coats until Sunday',
  preheader: null,
  angle: 'offer',
  dialect: 'klaviyo',
  writer: 'embedded-writer',
  textHash: 'd'.repeat(64),
  factsHash: 'c'.repeat(64),
  policyHash: 'b'.repeat(64),
  state: 'live',
  reason: null,
  approvedBy: 'user_loren',
  approvedAt: at,
  releasedAt: at,
  validUntil: '2027-01-28T13:00:00.000Z',
  updatedAt: at,
});

export const event = AuditEvent.parse({
  id: 'evt_1',
  chain: brandId,
  sequence: 1,
  at,
  actor: { kind: 'user', id: 'user_loren' },
  action: 'line.approved',
  subject: 'line_1',
  details: { cohortId: 'coh_1', rules: ['length'] },
  commitment: null,
  previousHash: noHash,
  hash: 'e'.repeat(64),
});

export const webhookEndpoint: WebhookEndpoint = {
  id: 'hook_1',
  brandId: 'tilden-row',
  url: 'https://mail.tildenrow.example/linewright',
  types: ['line.approved'],
  state: 'enabled',
  reason: null,
  lastDeliveredAt: null,
  version: 1,
  createdAt: '2026-11-20T08:00:00.000Z',
  updatedAt: '2026-11-20T08:00:00.000Z',
};

export const webhookAttempt: WebhookAttempt = {
  at: '2026-11-23T08:00:00.000Z',
  durationMs: 41,
  status: 503,
  answer: 'busy',
  error: null,
};

export const webhookDelivery: WebhookDelivery = {
  id: 'msg_1',
  brandId: 'tilden-row',
  endpointId: webhookEndpoint.id,
  eventId: 'evt_1',
  type: 'line.approved',
  subject: 'line_1',
  message: { type: 'line.approved', timestamp: '2026-11-23T08:00:00.000Z', data: { line: 'line_1' } },
  state: 'pending',
  reason: null,
  attempts: [webhookAttempt],
  nextAttemptAt: '2026-11-23T08:00:05.000Z',
  createdAt: '2026-11-23T08:00:00.000Z',
  updatedAt: '2026-11-23T08:00:00.000Z',
};
export const client = Client.parse({ id: 'client_1', name: 'Mailroom', isSandbox: false, createdAt: at });

export const key = ApiKey.parse({
  id: 'key_1',
  clientId: 'client_1',
  hash: 'f'.repeat(64),
  hint: 'lw_key_3fa9',
  scopes: ['lines:read'],
  brandIds: null,
  createdAt: at,
  expiresAt: '2027-02-21T08:00:00.000Z',
  revokedAt: null,
  lastUsedAt: null,
  replacedBy: null,
});

export const override = Override.parse({
  id: 'over_1',
  brandId,
  requestId: 'req_1',
  cohortId: 'coh_1',
  candidateId: 'cand_1',
  state: 'asked',
  rules: ['length'],
  factsHash: 'c'.repeat(64),
  policyHash: 'b'.repeat(64),
  findings: ['d'.repeat(64)],
  reason: 'The readers know the name.',
  askedBy: 'user_ada',
  askedAt: at,
  answer: null,
  answeredBy: null,
  answeredAt: null,
});
