import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { eachStore } from '../support/stores.ts';
import { movableMoment, webhookDesk } from '../support/webhook-desk.ts';
import { webhookReceiver } from '../support/webhook-receiver.ts';

const script = fileURLToPath(new URL('../support/run-webhooks.ts', import.meta.url));
const soon = { timeout: 10_000, interval: 20 };

describe('a process that is killed while it sends webhooks', () => {
  eachStore(({ store, databaseUrl }) => {
    it('leaves them to the next one, and each comes under one id', async () => {
      const sending = () => {
        const child = spawn(process.execPath, [script, databaseUrl()], { stdio: 'inherit' });
        onTestFinished(() => void child.kill('SIGKILL'));
        return child;
      };
      const receiver = await webhookReceiver();
      const desk = await webhookDesk(store(), movableMoment(), 'loomwell');
      const { endpoint, secret } = await desk.add(receiver.url, ['line.rejected']);
      receiver.trust(secret);
      for (let index = 0; index < 3; index += 1) await desk.reject();

      receiver.behave({ kind: 'silence' });
      const first = sending();
      await expect.poll(() => receiver.received.length, soon).toBe(3);
      first.kill('SIGKILL');
      await once(first, 'exit');
      receiver.behave();
      // Told after the first process died: a message that only the second one makes.
      await desk.reject();
      const second = sending();
      await expect
        .poll(async () => (await desk.deliveries(endpoint.id)).map(({ state }) => state), soon)
        .toEqual(Array.from({ length: 4 }, () => 'delivered'));
      second.kill('SIGTERM');
      expect((await once(second, 'exit'))[0]).toBe(0);

      expect(receiver.received).toHaveLength(7);
      expect(receiver.received.every(({ isVerified }) => isVerified)).toBe(true);
      const log = await desk.deliveries(endpoint.id);
      expect(
        receiver
          .unique()
          .map(({ id }) => id)
          .sort(),
      ).toEqual(log.map(({ id }) => id).sort());
      await receiver.close();
    });
  });
});
