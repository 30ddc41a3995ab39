/** What was sent to an endpoint, sending it again, and trying whether anything arrives. */
import type { Caller } from '../domain/access.ts';
import { Problem } from '../domain/problem.ts';
import {
  signingSecrets,
  type WebhookAttempt,
  type WebhookDelivery,
  type WebhookDeliveryState,
} from '../domain/webhook.ts';
import type { JobQueue } from '../ports/job-queue.ts';
import type { Moment } from '../ports/moment.ts';
import type { Page, PageRequest } from '../ports/page.ts';
import type { WebhookSender } from '../ports/webhook-sender.ts';
import type { SigningEndpoint, WebhookStore } from '../ports/webhook-store.ts';
import { sendJob } from './fan-out-webhooks.ts';
import { untrueReason } from './judge-webhook.ts';
import { missing } from './webhook-endpoints.ts';
import { brandTold } from './webhook-messages.ts';

/** A test message as it went. */
export type TestedWebhook = WebhookAttempt & { readonly id: string; readonly hasArrived: boolean };

/** Looks at messages and sends single ones. */
export function webhookLog(parts: {
  readonly store: Pick<WebhookStore, 'endpoint' | 'deliveries' | 'resend'>;
  readonly sender: Pick<WebhookSender, 'send'>;
  readonly queue: Pick<JobQueue<'send-webhook'>, 'wake'>;
  readonly moment: Moment;
}) {
  const { store, sender, queue, moment } = parts;
  return {
    /** Sends a message that means nothing, at once and once, to a disabled endpoint too; it is not kept. */
    async test(brandIds: readonly string[], id: string, signal: AbortSignal): Promise<TestedWebhook> {
      const { endpoint, secrets } = await held(brandIds, id);
      const at = moment.now();
      const messageId = moment.newId('webhookDelivery');
      const body = JSON.stringify({
        type: 'webhook.test',
        timestamp: at,
        data: { ...brandTold(endpoint.brandId), webhook: id },
      });
      const parcel = { url: endpoint.url, id: messageId, at, body, secrets: signingSecrets(secrets, at) };
      const { attempt } = await sender.send(parcel, signal);
      const { status } = attempt;
      return { ...attempt, id: messageId, hasArrived: status !== null && status >= 200 && status < 300 };
    },

    async deliveries(
      brandIds: readonly string[],
      id: string,
      state: WebhookDeliveryState | undefined,
      page: PageRequest,
    ): Promise<Page<WebhookDelivery>> {
      await held(brandIds, id);
      return store.deliveries({ endpointId: id, ...(state && { state }) }, page);
    },

    /** Throws `endpoint-disabled`, and `approval-void` where the message would not be true any more. */
    async resend({ actor }: Caller, brandIds: readonly string[], deliveryId: string): Promise<WebhookDelivery> {
      const at = moment.now();
      const round = moment.newId('job');
      const delivery = await store.resend({
        brandIds,
        deliveryId,
        at,
        judge: (of) => {
          if (of.endpoint.state === 'disabled')
            throw new Problem('endpoint-disabled', `The endpoint is disabled: ${of.endpoint.reason}. Enable it first.`);
          const untrue = of.delivery.type === 'line.approved' ? untrueReason(of, at) : null;
          if (untrue !== null)
            throw new Problem('approval-void', `This message is not true any more: ${untrue}. Nothing is sent.`);
        },
        jobFor: (pending) => sendJob(moment, pending, round),
        eventFor: ({ id, brandId, endpointId, type }) => ({
          id: moment.newId('event'),
          chain: brandId,
          at,
          actor,
          action: 'webhook.resent',
          subject: id,
          details: { endpointId, type },
        }),
      });
      if (!delivery) throw new Problem('not-found', `There is no webhook delivery ${JSON.stringify(deliveryId)}.`);
      queue.wake();
      return delivery;
    },
  };

  async function held(brandIds: readonly string[], id: string): Promise<SigningEndpoint> {
    return (await store.endpoint(brandIds, id)) ?? missing(id);
  }
}
