/** Where a brand is told of what happens, and what became of each message. */
import * as z from 'zod';
import { BrandId } from './ids.ts';
import { Instant } from './instant.ts';

/** What a receiver can be told of. */
export const WebhookType = z.enum([
  'line.approved',
  'line.rejected',
  'line.revoked',
  'line.expired',
  'cohort.ready',
  'request.drafted',
  'policy.published',
]);
export type WebhookType = z.infer<typeof WebhookType>;

/** An address that is told. Its secrets are kept apart, so that nothing shows them by accident. */
export const WebhookEndpoint = z.strictObject({
  id: z.string(),
  brandId: BrandId,
  url: z.string(),
  /** `null`: every type, those that are added later too. */
  types: z.array(WebhookType).min(1).nullable(),
  /** What happens while it is disabled stands in its log as cancelled and can be sent again. */
  state: z.enum(['enabled', 'disabled']),
  /** Why it is disabled. */
  reason: z.string().nullable(),
  /** When a message last arrived. */
  lastDeliveredAt: Instant.nullable(),
  version: z.int().positive(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type WebhookEndpoint = z.infer<typeof WebhookEndpoint>;

/** What messages are signed with. Both sign while a rotation lasts. */
export type WebhookSecrets = {
  readonly current: string;
  readonly previous: string | null;
  readonly previousUntil: Instant | null;
};

/** The secrets that sign at `now`, the current one first. */
export function signingSecrets({ current, previous, previousUntil }: WebhookSecrets, now: Instant): string[] {
  return previous !== null && previousUntil !== null && now < previousUntil ? [current, previous] : [current];
}

/** One try to hand a message over. Either there was an answer with a status, or an error. */
export const WebhookAttempt = z.strictObject({
  at: Instant,
  durationMs: z.int().nonnegative(),
  status: z.int().nullable(),
  /** The first bytes of the answer, as text. */
  answer: z.string().nullable(),
  error: z.string().nullable(),
});
export type WebhookAttempt = z.infer<typeof WebhookAttempt>;

/** `cancelled`: not sent, because it had become untrue or its endpoint was disabled. */
export const WebhookDeliveryState = z.enum(['pending', 'delivered', 'failed', 'cancelled']);
export type WebhookDeliveryState = z.infer<typeof WebhookDeliveryState>;

/** One message to one endpoint. There is one at most for an endpoint and an event. */
export const WebhookDelivery = z.strictObject({
  /** Also the `webhook-id` of the message, the same in every attempt. */
  id: z.string(),
  brandId: BrandId,
  endpointId: z.string(),
  /** The audit event it tells of. */
  eventId: z.string(),
  type: WebhookType,
  /** The id of the thing the event is about. */
  subject: z.string(),
  /** What is sent: `type`, `timestamp` and `data`. */
  message: z.record(z.string(), z.json()),
  state: WebhookDeliveryState,
  /** Why it failed or was cancelled. */
  reason: z.string().nullable(),
  /** Oldest first; the newest 50 are kept. */
  attempts: z.array(WebhookAttempt),
  /** `null` once it is not pending any more. */
  nextAttemptAt: Instant.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;
