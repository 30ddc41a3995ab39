/** The part of the composition that tells webhooks: a queue of its own, the sender, the log. */
import { fanOutWebhooks } from './delivery/fan-out-webhooks.ts';
import { resealSecrets, sealingSecrets } from './delivery/sealed-secrets.ts';
import { sendWebhook } from './delivery/send-webhook.ts';
import { webhookEndpoints } from './delivery/webhook-endpoints.ts';
import { webhookLog } from './delivery/webhook-log.ts';
import { httpSender, type Resolve } from './delivery/webhook-sender/http-sender.ts';
import { addMs } from './domain/instant.ts';
import { embeddedQueue } from './jobs/embedded-queue.ts';
import type { Chore } from './jobs/housekeeping.ts';
import type { Log } from './ports/log.ts';
import type { Moment } from './ports/moment.ts';
import type { Sealing } from './ports/sealing.ts';
import type { Store } from './ports/store.ts';

/** Webhooks on their way at once, and of those to one endpoint. */
const concurrency = 32;
const perEndpoint = 4;
/** The limit for one attempt; Standard Webhooks asks for 15 to 30 seconds. */
const timeoutMs = 15_000;
/** How long the log of an endpoint goes back. */
const logDays = 30;
/** How often the job of a webhook may be begun: waiting counts too, and the message has a schedule of its own. */
const maxAttempts = 1_000_000;

/** What can be done with webhooks, the chores they bring along, and the queue they go out by; it does not run yet. */
export function composeWebhooks(parts: {
  readonly store: Store;
  readonly moment: Moment;
  readonly log: Log;
  readonly random: () => number;
  /** Whether addresses within the house may be told, for development. */
  readonly allowPrivate: boolean;
  readonly resolve: Resolve | undefined;
  /** Keeps secrets unreadable in the database. */
  readonly sealing: Sealing;
}) {
  const { store, moment, log, random, allowPrivate, resolve, sealing } = parts;
  const queue = embeddedQueue({ kind: 'send-webhook', rows: store.jobs, moment, concurrency, maxAttempts, log });
  const sender = httpSender({ allowPrivate, timeoutMs, ...(resolve && { resolve }) });
  const webhooks = { store: sealingSecrets(store.webhooks, sealing), sender, queue, moment };
  const sending = sendWebhook({ ...webhooks, random, perEndpoint, attemptMs: timeoutMs + 5_000 });
  const chores: readonly Chore[] = [
    { name: 'fan webhooks out', run: fanOutWebhooks({ ...webhooks, log }) },
    {
      name: 'forget old webhook messages',
      run: async () => void (await store.webhooks.forget(addMs(moment.now(), -logDays * 24 * 60 * 60 * 1000))),
    },
  ];
  return {
    useCases: { ...webhookEndpoints(webhooks), ...webhookLog(webhooks) },
    chores,
    resealSecrets: () => resealSecrets(store.webhooks, sealing),
    start: () => queue.start(sending),
    stop: queue.stop,
  };
}
