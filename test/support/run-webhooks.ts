/** A process of its own that sends webhooks: `node run-webhooks.ts DATABASE_URL`, until it is told to stop or killed. */
import { fanOutWebhooks } from '../../src/delivery/fan-out-webhooks.ts';
import { sendWebhook } from '../../src/delivery/send-webhook.ts';
import { httpSender } from '../../src/delivery/webhook-sender/http-sender.ts';
import { embeddedQueue } from '../../src/jobs/embedded-queue.ts';
import { housekeeping } from '../../src/jobs/housekeeping.ts';
import { openStore } from '../../src/store/open-store.ts';
import { realMoment } from './real-moment.ts';

const [databaseUrl = ''] = process.argv.slice(2);
const attemptMs = 800;
const store = await openStore({ databaseUrl });
const queue = embeddedQueue({
  kind: 'send-webhook',
  rows: store.jobs,
  moment: realMoment,
  concurrency: 4,
  leaseMs: 600,
  pollMs: 50,
  maxAttempts: 1_000,
});
const parts = {
  store: store.webhooks,
  sender: httpSender({ allowPrivate: true, timeoutMs: 20_000 }),
  queue,
  moment: realMoment,
};
const house = housekeeping({ chores: [{ name: 'fan webhooks out', run: fanOutWebhooks(parts) }], everyMs: 50 });
queue.start(sendWebhook({ ...parts, random: Math.random, perEndpoint: 4, attemptMs }));
house.start();
process.on('SIGTERM', async () => {
  await house.stop();
  await queue.stop(100);
  await store.close();
});
