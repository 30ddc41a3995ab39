/**
 * Sends one message: asks whether it may go, sends it, saves what became of it. Killed between the last two it is sent
 * once more under the same id, by which a receiver knows it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import pLimit, { type LimitFunction } from 'p-limit';
import { theService } from '../domain/access.ts';
import type { AuditEvent, NewAuditEvent } from '../domain/audit-event.ts';
import { addMs, type Instant } from '../domain/instant.ts';
import { signingSecrets, type WebhookDelivery, type WebhookEndpoint } from '../domain/webhook.ts';
import { type AfterAttempt, afterAttempt, retryDelaysMs, type Tried } from '../domain/webhook-schedule.ts';
import { type Job, type JobHandler, RetryLater } from '../ports/job-queue.ts';
import type { Moment } from '../ports/moment.ts';
import type { WebhookSender } from '../ports/webhook-sender.ts';
import type { WebhookStore } from '../ports/webhook-store.ts';
import { judgeWebhook } from './judge-webhook.ts';

export type SendingParts = {
  readonly store: Pick<WebhookStore, 'beginAttempt' | 'endAttempt' | 'letGo'>;
  readonly sender: Pick<WebhookSender, 'send'>;
  readonly moment: Moment;
  /** From 0 to 1, for jitter. */
  readonly random: () => number;
  /** Messages on their way to one endpoint at once, in this process. */
  readonly perEndpoint: number;
  /** How long an attempt may take at most, for others who wonder whether it is still under way. */
  readonly attemptMs: number;
};

/** How long a message waits for others to the same endpoint before it lets messages to other endpoints go first. */
const patienceMs = 1_000;

/** The handler of `send-webhook` jobs. */
export function sendWebhook(parts: SendingParts): JobHandler<'send-webhook'> {
  const { store, sender, moment, random } = parts;
  const turns = new Map<string, LimitFunction>();

  return {
    run: (job, signal) => inTurn(job, signal),
    // The schedule of a message ends long before the attempts of its job; what happened stands in the queue's log.
    gaveUp: async () => {},
  };

  /** A receiver that answers slowly holds its own messages up and nobody else's. */
  async function inTurn(job: Job<'send-webhook'>, signal: AbortSignal): Promise<void> {
    let state: 'waiting' | 'begun' | 'given up' = 'waiting';
    const sent = turnsOf(job.payload.endpointId)(async () => {
      if (state === 'given up') return;
      state = 'begun';
      await attempt(job, signal);
    });
    const isTooLong = async () => {
      await pause(patienceMs, undefined, { ref: false });
      if (state !== 'waiting') return sent;
      state = 'given up';
      throw new RetryLater('its endpoint is busy', 2_000 + 4_000 * random(), { isAttempt: false });
    };
    await Promise.race([sent, isTooLong()]);
  }

  function turnsOf(endpointId: string): LimitFunction {
    const known = turns.get(endpointId) ?? pLimit(parts.perEndpoint);
    turns.set(endpointId, known);
    return known;
  }

  async function attempt({ payload }: Job<'send-webhook'>, signal: AbortSignal): Promise<void> {
    const now = moment.now();
    const begun = await store.beginAttempt({
      deliveryId: payload.deliveryId,
      now,
      sendingUntil: addMs(now, parts.attemptMs),
      judge: (of) => judgeWebhook(of, now),
    });
    if (begun.kind === 'over') return;
    if (begun.kind === 'wait') throw new RetryLater('its time has not come', msUntil(begun.until));
    const { delivery, to } = begun;
    const body = JSON.stringify(delivery.message);
    const parcel = { url: to.endpoint.url, id: delivery.id, at: now, body, secrets: signingSecrets(to.secrets, now) };
    const tried = await sender.send(parcel, signal).catch(async (error: unknown) => {
      await store.letGo(delivery.id);
      throw error;
    });
    const ended = await end(delivery, tried);
    if (ended?.state === 'pending' && ended.nextAttemptAt !== null)
      throw new RetryLater(
        tried.attempt.error ?? `the receiver answered ${tried.attempt.status}`,
        msUntil(ended.nextAttemptAt),
      );
  }

  function end({ id, brandId, attempts }: WebhookDelivery, tried: Tried): Promise<WebhookDelivery | null> {
    const now = moment.now();
    const drawn = random();
    return store.endAttempt({
      brandId,
      deliveryId: id,
      mayDisable: tried.attempt.status === 410 || attempts.length >= retryDelaysMs.length,
      after: ({ delivery, endpoint }) => {
        const outcome = afterAttempt(delivery, tried, { now, random: drawn });
        const reason = endpoint.state === 'enabled' ? whyDisable(outcome, endpoint) : null;
        if (reason !== null) return { delivery: outcome.delivery, ...disabled(endpoint, reason, now, id) };
        const hasArrived = outcome.delivery.state === 'delivered';
        return {
          delivery: outcome.delivery,
          endpoint: hasArrived ? { ...endpoint, lastDeliveredAt: now } : endpoint,
          events: [],
        };
      },
    });
  }

  function disabled(endpoint: WebhookEndpoint, reason: string, now: Instant, deliveryId: string) {
    const event: NewAuditEvent = {
      id: moment.newId('event'),
      chain: endpoint.brandId,
      at: now,
      actor: theService,
      action: 'webhook.disabled',
      subject: endpoint.id,
      details: { reason, delivery: deliveryId } satisfies AuditEvent['details'],
    };
    const version = endpoint.version + 1;
    return { endpoint: { ...endpoint, state: 'disabled' as const, reason, version, updatedAt: now }, events: [event] };
  }

  function msUntil(instant: Instant): number {
    return Math.max(0, Date.parse(instant) - Date.parse(moment.now()));
  }
}

/** Why an endpoint gets nothing any more: it said so, or nothing arrived for as long as a message was tried. */
function whyDisable({ delivery, isGone }: AfterAttempt, { lastDeliveredAt }: WebhookEndpoint): string | null {
  if (isGone) return 'the receiver answered 410 Gone';
  if (delivery.state !== 'failed') return null;
  const hasArrivedSince = lastDeliveredAt !== null && lastDeliveredAt >= delivery.createdAt;
  return hasArrivedSince ? null : `nothing arrived since ${delivery.createdAt}; ${delivery.reason}`;
}
