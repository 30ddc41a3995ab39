import { beforeAll, describe, expect, it } from 'vitest';
import { addMs } from '../../src/domain/instant.ts';
import type { KeyedRequest } from '../../src/ports/idempotency-store.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addBrand } from '../support/sample-acts.ts';
import { sampleAccepted } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

describe('a key of a request', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    const minute = 60_000;
    let keys = 0;
    const ask = (more: Partial<KeyedRequest> = {}): KeyedRequest => ({
      callerId: 'client_a',
      keyHash: `key ${keys}`,
      fingerprint: 'one',
      now: moment.now(),
      leaseToken: moment.randomHex(8),
      leaseUntil: addMs(moment.now(), minute),
      forgetBefore: addMs(moment.now(), -60 * minute),
      ...more,
    });
    const fresh = (): KeyedRequest => {
      keys++;
      return ask();
    };
    const answer = { headers: { Location: '/v1/there' }, body: '{"text":"coats \\ud83d"}' };
    const act = async () => {
      const accepted = sampleAccepted(moment);
      await store().generation.acceptRequest(accepted);
      return accepted.request.id;
    };
    beforeAll(() => addBrand(store(), moment));

    it('is free once, and taken while its request runs', async () => {
      const first = fresh();
      expect(await store().idempotency.take(first)).toEqual({ kind: 'begun' });
      expect(await store().idempotency.take(ask())).toEqual({ kind: 'running', until: first.leaseUntil });
    });

    it('lets one of many through that come at once', async () => {
      const first = fresh();
      const states = await Promise.all(Array.from({ length: 8 }, () => store().idempotency.take(ask())));
      expect(first.keyHash).toBe(`key ${keys}`);
      expect(states.filter(({ kind }) => kind === 'begun')).toHaveLength(1);
    });

    it('gives back the answer, headers and odd text in it', async () => {
      const first = fresh();
      await store().idempotency.take(first);
      await store().idempotency.answer(first, answer);
      expect(await store().idempotency.take(ask())).toEqual({ kind: 'answered', chain: null, answer });
    });

    it('is another key for another caller, and the wrong one for another request', async () => {
      const first = fresh();
      await store().idempotency.take(first);
      expect(await store().idempotency.take(ask({ callerId: 'client_b' }))).toEqual({ kind: 'begun' });
      expect(await store().idempotency.take(ask({ fingerprint: 'two' }))).toEqual({ kind: 'other-request' });
    });

    it('is free again where its request failed without acting', async () => {
      const first = fresh();
      await store().idempotency.take(first);
      await store().idempotency.giveBack(first, moment.now());
      expect(await store().idempotency.take(ask({ fingerprint: 'two' }))).toEqual({ kind: 'begun' });
    });

    it('knows what its act was about, however its request ended', async () => {
      const first = fresh();
      await store().idempotency.take(first);
      const subject = await store().idempotency.acting(first, act);
      expect(await store().idempotency.take(ask())).toEqual({ kind: 'running', until: first.leaseUntil });
      await store().idempotency.giveBack(first, moment.now());
      const second = ask();
      expect(await store().idempotency.take(second)).toEqual({ kind: 'acted', chain: 'loomwell', subject });
      await store().idempotency.answer(second, answer);
      expect(await store().idempotency.take(ask())).toEqual({ kind: 'answered', chain: 'loomwell', answer });
    });

    it('keeps whoever lost it from acting, and writes nothing of theirs', async () => {
      const slow = fresh();
      await store().idempotency.take(slow);
      const later = addMs(slow.leaseUntil, 1);
      const quick = ask({ now: later, leaseUntil: addMs(later, minute) });
      expect(await store().idempotency.take(quick)).toEqual({ kind: 'begun' });
      const before = await store().generation.requests(['loomwell'], { limit: 100, cursor: null });
      await expect(store().idempotency.acting(slow, act)).rejects.toMatchObject({ code: 'idempotency-running' });
      expect(await store().generation.requests(['loomwell'], { limit: 100, cursor: null })).toEqual(before);
      await store().idempotency.answer(slow, answer);
      expect(await store().idempotency.acting(quick, act)).toMatch(/^req_/);
    });

    it('binds the acts of its own request alone, not what that set off', async () => {
      const first = fresh();
      await store().idempotency.take(first);
      let later: Promise<string> | undefined;
      await store().idempotency.acting(first, async () => {
        await act();
        later = new Promise<void>((resolve) => setTimeout(resolve, 5)).then(act);
      });
      await store().idempotency.answer(first, answer);
      expect(await later).toMatch(/^req_/);
    });

    it('is forgotten after its time, asked for or not', async () => {
      const first = fresh();
      await store().idempotency.take(first);
      await store().idempotency.answer(first, answer);
      moment.advance(61 * minute);
      expect(await store().idempotency.take(ask({ fingerprint: 'two' }))).toEqual({ kind: 'begun' });
      moment.advance(minute);
      expect(await store().idempotency.forget(moment.now())).toBeGreaterThan(1);
      expect(await store().idempotency.forget(moment.now())).toBe(0);
    });
  });
});
