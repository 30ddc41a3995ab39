/** Takes what happened in a brand into messages for its endpoints. A chore: nothing is lost where it runs late. */
import type { AuditEvent } from '../domain/audit-event.ts';
import type { WebhookDelivery, WebhookEndpoint } from '../domain/webhook.ts';
import type { JobQueue, NewJobOf } from '../ports/job-queue.ts';
import type { Log } from '../ports/log.ts';
import type { Moment } from '../ports/moment.ts';
import type { NewWebhook, ToldThing, WebhookStore } from '../ports/webhook-store.ts';
import { messageOf, toldActions } from './webhook-messages.ts';

/** Events looked at in one transaction. */
const batch = 200;

/** Tells every endpoint of all that happened, or until the signal fires. */
export function fanOutWebhooks(parts: {
  readonly store: Pick<WebhookStore, 'endpointsBehind' | 'fanOut'>;
  readonly queue: Pick<JobQueue<'send-webhook'>, 'wake'>;
  readonly moment: Moment;
  readonly log?: Log;
}) {
  const { store, queue, moment, log } = parts;
  return async (signal: AbortSignal): Promise<void> => {
    const stuck = new Set<string>();
    const behind = async () => (await store.endpointsBehind()).filter((id) => !stuck.has(id));
    for (let ids = await behind(); ids.length > 0; ids = await behind())
      for (const endpointId of ids) {
        if (signal.aborted) return;
        try {
          const made = await store.fanOut({ endpointId, limit: batch, actions: toldActions, messageOf: webhookOf });
          if (made > 0) queue.wake();
        } catch (error) {
          // The others are told all the same; this one has another turn in the next round.
          stuck.add(endpointId);
          log?.error({ err: error, endpoint: endpointId }, 'An endpoint could not be told what happened');
        }
      }
  };

  function webhookOf(endpoint: WebhookEndpoint, event: AuditEvent, thing: ToldThing): NewWebhook | null {
    const message = messageOf(event, thing);
    if (!message || (endpoint.types !== null && !endpoint.types.includes(message.type))) return null;
    const now = moment.now();
    const isOff = endpoint.state === 'disabled';
    // Until then its approval can be undone.
    const dueAt = message.type === 'line.approved' && thing.kind === 'line' ? thing.line.releasedAt : now;
    const delivery: WebhookDelivery = {
      id: moment.newId('webhookDelivery'),
      brandId: endpoint.brandId,
      endpointId: endpoint.id,
      eventId: event.id,
      type: message.type,
      subject: event.subject,
      message,
      state: isOff ? 'cancelled' : 'pending',
      reason: isOff ? 'the endpoint was disabled' : null,
      attempts: [],
      nextAttemptAt: isOff ? null : dueAt,
      createdAt: now,
      updatedAt: now,
    };
    return { delivery, job: isOff ? null : sendJob(moment, delivery, 'first') };
  }
}

/** The job that brings a message to its end. `round` sets the job of a message that is sent again apart. */
export function sendJob(moment: Moment, delivery: WebhookDelivery, round: string): NewJobOf<'send-webhook'> {
  const { id, brandId, endpointId, nextAttemptAt } = delivery;
  return {
    id: moment.newId('job'),
    kind: 'send-webhook',
    brandId,
    key: `webhook:${id}:${round}`,
    payload: { deliveryId: id, endpointId },
    runAt: nextAttemptAt ?? moment.now(),
  };
}
