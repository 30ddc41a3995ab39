/** Webhooks from the act to the receiver: what arrives, in which order, how often, and what does not. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addMs } from '../../src/domain/instant.ts';
import { Problem } from '../../src/domain/problem.ts';
import { retryDelaysMs } from '../../src/domain/webhook-schedule.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { FixedMoment } from '../support/fixed-moment.ts';
import { eachStore } from '../support/stores.ts';
import { movableMoment, webhookDesk } from '../support/webhook-desk.ts';
import { type WebhookReceiver, webhookReceiver } from '../support/webhook-receiver.ts';

const dayMs = 24 * 60 * 60 * 1_000;

/** More than the grace after which a decision is told. */
const graceMs = 130_000;

describe('webhooks', () => {
  eachStore(({ store, databaseUrl }) => {
    let moment: FixedMoment;
    let desk: Awaited<ReturnType<typeof webhookDesk>>;
    let receiver: WebhookReceiver;
    let count = 0;

    beforeAll(async () => {
      receiver = await webhookReceiver();
    });
    afterAll(() => receiver.close());
    beforeEach(async () => {
      moment = movableMoment();
      count += 1;
      desk = await webhookDesk(store(), moment, `brand-${count}`);
    });
    afterEach(async () => {
      // What is left would be sent in the next test.
      for (const { id } of (await desk.endpoints.list([desk.brandId], { limit: 100, cursor: null })).data)
        await desk.endpoints.remove(desk.caller, [desk.brandId], id);
      receiver.behave();
      receiver.received.splice(0);
    });

    /** An endpoint the receiver trusts. */
    const add = async (types?: Parameters<typeof desk.add>[1]) => {
      const { endpoint, secret } = await desk.add(receiver.url, types);
      receiver.trust(secret);
      return endpoint.id;
    };
    const arrived = () => receiver.received.map(({ type, data }) => [type, data['line'] ?? data['candidate']]);
    /** Moves the clock to each next attempt and makes it, so many times. */
    const tryAgain = async (times: number) => {
      for (let index = 0; index < times; index += 1) {
        moment.advance((retryDelaysMs[index] ?? dayMs) * 1.2);
        await desk.work();
      }
    };

    it('tell of an approved line, signed, with its text and the names the campaign tool gave', async () => {
      const id = await add();
      const line = await desk.approve();
      await desk.work();
      expect(receiver.received).toMatchObject([
        {
          type: 'line.approved',
          isVerified: true,
          data: {
            brand: desk.brandId,
            sandbox: false,
            line: line.id,
            text: line.text,
            campaign: 'autumn-edit',
            cohort: 'cohort-1',
          },
        },
      ]);
      const [delivery] = await desk.deliveries(id);
      expect(delivery).toMatchObject({
        id: receiver.received[0]?.id,
        state: 'delivered',
        attempts: [{ status: 204, error: null }],
        nextAttemptAt: null,
      });
      expect((await desk.read(id)).lastDeliveredAt).not.toBeNull();
    });

    it('tell of a rejection with its reason, and of a policy with the lines it ends', async () => {
      await add();
      const line = await desk.approve();
      const candidate = await desk.reject();
      await desk.work();
      await desk.withdrawAll();
      await desk.work();
      expect(arrived()).toEqual([
        ['line.approved', line.id],
        ['line.rejected', candidate],
        ['policy.published', undefined],
        ['line.revoked', line.id],
      ]);
      expect(receiver.received[1]?.data['reason']).toBe('off-brand-voice');
      expect(receiver.received[3]?.data['reason']).toContain('blocks it (length)');
    });

    it('tell of a rejection once it cannot be undone any more, and of none that was', async () => {
      desk = await webhookDesk(store(), moment, `careful-${count}`, 120);
      await add(['line.rejected']);
      await desk.decideAll({ kind: 'reject', reason: 'off-brand-voice' });
      await desk.work();
      expect(arrived()).toEqual([]);
      const { undo } = await desk.decideAll({ kind: 'reject', reason: 'too-similar' });
      await undo();
      moment.advance(graceMs);
      await desk.work();
      expect(receiver.received.map(({ data }) => data['reason'])).toEqual([
        'off-brand-voice',
        'off-brand-voice',
        'too-similar',
      ]);
    });

    it('tell that a cohort is ready once its lines can be fetched, and not where it lacks lines again', async () => {
      desk = await webhookDesk(store(), moment, `careful-${count}`, 120);
      const id = await add(['cohort.ready']);
      await desk.decideAll({ kind: 'approve', warningsPassed: 'on-purpose' });
      const { undo } = await desk.decideAll({ kind: 'approve', warningsPassed: 'on-purpose' });
      await undo();
      await desk.work();
      expect(receiver.received).toEqual([]);
      moment.advance(graceMs);
      await desk.work();
      expect(receiver.received.map(({ data }) => data['cohort'])).toEqual(['cohort-1']);
      expect((await desk.deliveries(id)).map(({ state, reason }) => [state, reason])).toEqual([
        ['cancelled', 'it was undone before it was sent'],
        ['delivered', null],
      ]);
    });

    it('tell only of the types that are asked for, of the own brand, and of what happens from now on', async () => {
      await desk.approve();
      await add(['line.rejected']);
      const stranger = await webhookDesk(store(), moment, `${desk.brandId}-stranger`);
      await stranger.approve();
      await desk.approve();
      await desk.reject();
      await desk.work();
      expect(arrived().map(([type]) => type)).toEqual(['line.rejected']);
    });

    it('make one message of an event, however many nodes take it at once and however often', async () => {
      const id = await add();
      await desk.approve();
      const node = await openStore({ databaseUrl: databaseUrl() });
      await Promise.all(Array.from({ length: 6 }, (_, index) => desk.fanOut(index % 2 === 0 ? store() : node)));
      await node.close();
      await desk.work();
      await desk.work();
      expect(receiver.received).toHaveLength(1);
      expect(await desk.deliveries(id)).toHaveLength(1);
    });

    it('are tried again under the same id until they arrive', async () => {
      const id = await add();
      receiver.behave({ kind: 'status', status: 500 }, 3);
      await desk.approve();
      await desk.work();
      expect(await desk.work()).toBe(0);
      await tryAgain(3);
      expect(receiver.received).toHaveLength(4);
      expect(receiver.unique()).toHaveLength(1);
      const timestamps = receiver.received.map(({ headers }) => headers['webhook-timestamp']);
      expect(new Set(timestamps).size).toBe(4);
      const [delivery] = await desk.deliveries(id);
      expect(delivery?.attempts.map(({ status }) => status)).toEqual([500, 500, 500, 204]);
    });

    it('fail after three days, and the endpoint is disabled where nothing arrived meanwhile', async () => {
      const id = await add();
      receiver.behave({ kind: 'close' });
      await desk.approve();
      await desk.work();
      await tryAgain(retryDelaysMs.length - 1);
      expect(await desk.read(id)).toMatchObject({ state: 'enabled', version: 1 });
      await tryAgain(retryDelaysMs.length);
      expect(receiver.received).toHaveLength(retryDelaysMs.length + 1);
      const [failed] = await desk.deliveries(id);
      expect(failed).toMatchObject({ state: 'failed', reason: expect.stringContaining('none of 11 attempts arrived') });
      const { state, reason, version } = await desk.read(id);
      expect([state, version, reason]).toEqual(['disabled', 2, expect.stringContaining('nothing arrived since')]);
      expect((await desk.audit())[0]).toMatchObject({ action: 'webhook.disabled', details: { delivery: failed?.id } });
    });

    it('go nowhere once the receiver answers 410, and can be sent again when it is back', async () => {
      const id = await add();
      receiver.behave({ kind: 'status', status: 410 }, 1);
      await desk.approve();
      await desk.reject();
      await desk.work();
      expect(receiver.received).toHaveLength(1);
      expect(await desk.read(id)).toMatchObject({ state: 'disabled', reason: 'the receiver answered 410 Gone' });
      await desk.reject();
      await desk.work();
      const log = await desk.deliveries(id);
      expect(log.map(({ state, type }) => [type, state])).toEqual([
        ['line.rejected', 'cancelled'],
        ['line.rejected', 'cancelled'],
        ['line.approved', 'failed'],
      ]);
      const resend = () => desk.log.resend(desk.caller, [desk.brandId], log[0]?.id ?? '');
      await expect(resend()).rejects.toMatchObject({ code: 'endpoint-disabled' });
      await desk.endpoints.change(desk.caller, [desk.brandId], id, { state: 'enabled' }, (version) =>
        expect(version).toBe(2),
      );
      expect(await resend()).toMatchObject({ state: 'pending' });
      await desk.work();
      expect(receiver.received.at(-1)).toMatchObject({ id: log[0]?.id, type: 'line.rejected' });
    });

    it('wait as long as the receiver asks', async () => {
      await add();
      receiver.behave({ kind: 'status', status: 429, headers: { 'retry-after': '3600' } }, 1);
      await desk.approve();
      await desk.work();
      moment.advance(3_500_000);
      expect(await desk.work()).toBe(0);
      moment.advance(101_000);
      await desk.work();
      expect(receiver.received).toHaveLength(2);
    });

    it('never say that a line is approved after it was revoked', async () => {
      const id = await add();
      receiver.behave({ kind: 'status', status: 500 }, 1);
      const line = await desk.approve();
      await desk.work();
      await desk.withdrawAll();
      await desk.work();
      await tryAgain(2);
      expect(arrived()).toEqual([
        ['line.approved', line.id],
        ['policy.published', undefined],
        ['line.revoked', line.id],
      ]);
      const approved = (await desk.deliveries(id)).find(({ type }) => type === 'line.approved');
      expect(approved).toMatchObject({ state: 'cancelled', reason: 'the line was withdrawn before it was sent' });
      const resent = desk.log.resend(desk.caller, [desk.brandId], approved?.id ?? '');
      await expect(resent).rejects.toBeInstanceOf(Problem);
      await expect(resent).rejects.toMatchObject({ code: 'approval-void' });
    });

    it('hold a revocation back while the approval may still be arriving', async () => {
      await add(['line.approved', 'line.revoked']);
      receiver.behave({ kind: 'silence' });
      const line = await desk.approve();
      const first = desk.work();
      await expect.poll(() => arrived(), { timeout: 2_000 }).toEqual([['line.approved', line.id]]);
      await desk.withdrawAll();
      await desk.work();
      expect(arrived()).toHaveLength(1);
      receiver.behave();
      await first;
      moment.advance(2_000);
      await desk.work();
      expect(arrived().map(([type]) => type)).toEqual(['line.approved', 'line.revoked']);
    });

    it('are sent once more under the same id where the process ended before it could note that they arrived', async () => {
      const id = await add();
      await desk.approve();
      const dies = new Error('killed');
      const endAttempt = () => Promise.reject(dies);
      await desk.work(desk.handler({ store: { ...store().webhooks, endAttempt } }));
      expect((await desk.deliveries(id))[0]).toMatchObject({ state: 'pending', attempts: [] });
      moment.advance(1_000);
      await desk.work();
      expect(receiver.received).toHaveLength(1);
      moment.advance(60_000);
      await desk.work();
      expect(receiver.received).toHaveLength(2);
      expect(receiver.unique()).toHaveLength(1);
      expect((await desk.deliveries(id))[0]).toMatchObject({ state: 'delivered' });
    });

    it('are signed by both secrets for a day after a rotation, and then by the new one alone', async () => {
      const id = await add();
      const signatures = async () => {
        await desk.reject();
        await desk.work();
        return receiver.received.at(-1)?.headers['webhook-signature']?.split(' ').length;
      };
      expect(await signatures()).toBe(1);
      const { secret } = await desk.endpoints.rotate(desk.caller, [desk.brandId], id);
      expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
      expect(await signatures()).toBe(2);
      expect(receiver.received.at(-1)?.isVerified).toBe(true);
      moment.advance(dayMs);
      expect(await signatures()).toBe(1);
    });

    it('can be tried without anything having happened', async () => {
      const id = await add();
      const signal = new AbortController().signal;
      expect(await desk.log.test([desk.brandId], id, signal)).toMatchObject({ status: 204, hasArrived: true });
      expect(receiver.received).toMatchObject([{ type: 'webhook.test', isVerified: true, data: { webhook: id } }]);
      receiver.behave({ kind: 'status', status: 500 });
      expect(await desk.log.test([desk.brandId], id, signal)).toMatchObject({ status: 500, hasArrived: false });
      expect(await desk.deliveries(id)).toEqual([]);
    });

    it('show their secret when it is made and at no other time, not in the audit chain either', async () => {
      const { endpoint, secret } = await desk.add(`${receiver.url}?token=theirs`);
      const { secret: next } = await desk.endpoints.rotate(desk.caller, [desk.brandId], endpoint.id);
      const shown = JSON.stringify([
        await desk.read(endpoint.id),
        await desk.endpoints.list([desk.brandId], { limit: 10, cursor: null }),
        await desk.audit(),
      ]);
      expect(shown).toContain('webhook.secret-rotated');
      for (const secretOf of [secret, next]) expect(shown).not.toContain(secretOf.slice('whsec_'.length));
      expect(JSON.stringify(await desk.audit())).not.toContain('theirs');
    });

    it('stand in the log until they are old, and as long as they wait', async () => {
      const id = await add();
      await desk.reject();
      await desk.work();
      receiver.behave({ kind: 'status', status: 500 });
      await desk.reject();
      await desk.work();
      expect(await store().webhooks.forget(addMs(moment.now(), -60_000))).toBe(0);
      moment.advance(60_000);
      expect(await store().webhooks.forget(moment.now())).toBeGreaterThanOrEqual(1);
      expect((await desk.deliveries(id)).map(({ state }) => state)).toEqual(['pending']);
    });

    it('are seen and changed by nobody of another brand', async () => {
      const id = await add();
      await desk.approve();
      await desk.work();
      const [delivery] = await desk.deliveries(id);
      const strangers = ['stranger'];
      const { webhooks } = store();
      const never = () => {
        throw new Error('never asked');
      };
      expect(await webhooks.endpoint(strangers, id)).toBeNull();
      expect(await webhooks.endpoints(strangers, { limit: 10, cursor: null })).toEqual({ data: [], nextCursor: null });
      expect(await webhooks.changeEndpoint(strangers, id, never)).toBeNull();
      expect(await webhooks.removeEndpoint(strangers, id, never)).toBe(false);
      const resend = { deliveryId: delivery?.id ?? '', at: moment.now(), judge: never, jobFor: never, eventFor: never };
      expect(await webhooks.resend({ ...resend, brandIds: strangers })).toBeNull();
      await expect(desk.log.deliveries(strangers, id, undefined, { limit: 10, cursor: null })).rejects.toMatchObject({
        code: 'not-found',
      });
    });
  });
});
