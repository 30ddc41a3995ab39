/** An answer of each operation about webhooks: a revocation on its way to a receiver that is down. */
import { campaign, cohort, line } from './openapi-nouns.ts';

const webhook = {
  id: 'hook_019bf5a27c3d7e8f9a0b1c2d3e4f5a6b',
  brandId: line.brandId,
  url: 'https://mail.tildenrow.example/linewright',
  types: ['line.approved', 'line.revoked', 'line.expired'],
  state: 'enabled',
  reason: null,
  lastDeliveredAt: '2027-01-25T15:31:00.000Z',
  version: 3,
  createdAt: '2027-01-20T09:00:00.000Z',
  updatedAt: '2027-01-21T09:00:00.000Z',
};
const webhookAttempt = {
  at: '2027-01-25T15:32:00.000Z',
  durationMs: 84,
  status: 503,
  answer: 'Service Unavailable',
  error: null,
};
const webhookDelivery = {
  id: 'msg_019bf5a27c3d7e8f9a0b1c2d3e4f5a6c',
  brandId: line.brandId,
  endpointId: webhook.id,
  eventId: 'evt_019bf5a27c3d7e8f9a0b1c2d3e4f5a6d',
  type: 'line.revoked',
  subject: line.id,
  message: {
    type: 'line.revoked',
    timestamp: '2027-01-25T15:31:59.000Z',
    data: {
      brand: line.brandId,
      sandbox: false,
      request: line.requestId,
      campaign: campaign.externalId,
      cohort: cohort.externalId,
      line: line.id,
      text: line.text,
      preheader: line.preheader,
      reason: 'the sale ends later than the line says',
    },
  },
  state: 'pending',
  reason: null,
  attempts: [webhookAttempt],
  nextAttemptAt: '2027-01-25T15:32:05.000Z',
  createdAt: '2027-01-25T15:31:59.000Z',
  updatedAt: '2027-01-25T15:32:00.000Z',
};
const webhookSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=';

/** By operation id. */
export const webhookAnswers = {
  createWebhookEndpoint: {
    endpoint: { ...webhook, lastDeliveredAt: null, version: 1, updatedAt: webhook.createdAt },
    secret: webhookSecret,
  },
  listWebhookEndpoints: { data: [webhook], nextCursor: null },
  readWebhookEndpoint: webhook,
  changeWebhookEndpoint: webhook,
  rotateWebhookSecret: { endpoint: webhook, secret: webhookSecret, previousUntil: '2027-01-22T09:00:00.000Z' },
  testWebhookEndpoint: {
    ...webhookAttempt,
    id: 'msg_019bf5a27c3d7e8f9a0b1c2d3e4f5a6e',
    status: 204,
    answer: '',
    hasArrived: true,
  },
  listWebhookDeliveries: { data: [webhookDelivery], nextCursor: null },
  resendWebhookDelivery: { ...webhookDelivery, nextAttemptAt: webhookDelivery.updatedAt },
} as const;
