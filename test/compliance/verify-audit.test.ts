import { beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../src/compliance/verify-audit.ts';
import type { StoredEvent } from '../../src/ports/evidence-store.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addRealBrand } from '../support/real-brand.ts';
import { draftRequest } from '../support/sample-acts.ts';
import { eachStore } from '../support/stores.ts';

describe('verifyAudit', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    beforeAll(async () => {
      await addRealBrand(store(), moment, 'loomwell');
      await draftRequest(store(), moment);
    });
    /** The evidence as it would be had somebody changed the stored events. */
    const tampered = (change: (events: readonly StoredEvent[]) => readonly StoredEvent[]) => ({
      ...store().evidence,
      events: async (...asked: Parameters<ReturnType<typeof store>['evidence']['events']>) =>
        change(await store().evidence.events(...asked)),
    });

    it('finds the chains of a store whole and says how many events they have', async () => {
      let heard = 0;
      const reports = await verifyAudit(store().evidence, (count) => {
        heard += count;
      });
      expect(reports).toEqual([{ chain: 'loomwell', whole: heard, broken: null }]);
      expect(heard).toBeGreaterThan(3);
    });

    it('names the first event that was changed', async () => {
      const evidence = tampered((events) =>
        events.map((event, index) => (index === 1 ? { ...event, body: event.body.replace('"at"', '"At"') } : event)),
      );
      const [report] = await verifyAudit(evidence);
      expect(report).toMatchObject({ whole: 1, broken: { sequence: 2, reason: expect.stringContaining('content') } });
    });

    it('names the first event that was taken out', async () => {
      const [report] = await verifyAudit(tampered((events) => events.filter((_, index) => index !== 2)));
      expect(report).toMatchObject({ whole: 2, broken: { sequence: 3 } });
    });

    it('sees that the last events are gone', async () => {
      const early = tampered((events) => events.filter(({ body }) => JSON.parse(body).sequence <= 2));
      const [report] = await verifyAudit(early);
      expect(report).toMatchObject({ whole: 2, broken: { sequence: 3, reason: expect.stringContaining('missing') } });
    });

    it('sees a chain that was written anew from its first event', async () => {
      const chains = async () => {
        const recorded = await store().evidence.chains();
        return recorded.map(({ chain, head }) => ({ chain, head: { ...head, hash: 'f'.repeat(64) } }));
      };
      const [report] = await verifyAudit({ ...store().evidence, chains });
      expect(report?.broken?.reason).toMatch(/recorded head/);
    });
  });
});
