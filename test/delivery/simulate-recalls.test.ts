import { beforeAll, describe, expect, it } from 'vitest';
import { recallingLines } from '../../src/delivery/recall-line.ts';
import { simulatingRecalls } from '../../src/delivery/simulate-recalls.ts';
import { compiledPolicies } from '../../src/guardrails/compiled-policies.ts';
import { publishingPolicies } from '../../src/policies/publish-policy.ts';
import { sandboxes } from '../../src/policies/sandboxes.ts';
import { ada, approveItem, draftedCohorts } from '../support/approved-lines.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addRealBrand } from '../support/real-brand.ts';
import { eachStore } from '../support/stores.ts';

const page = { limit: 100, cursor: null };

describe('recalls of the sandbox', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    const recall = () => recallingLines({ store: store().lines, moment });
    const round = () => simulatingRecalls({ store: store().lines, recall: recall(), moment })(AbortSignal.any([]));
    const live = async (brandId: string) =>
      (await store().delivery.liveLines({ brandIds: [brandId] }, page)).data.map(({ line }) => line.id);
    beforeAll(async () => {
      await addRealBrand(store(), moment, 'loomwell');
      const parts = { store: store().brands, moment, compiled: compiledPolicies() };
      await sandboxes({ ...parts, publish: publishingPolicies(parts) }).open('loomwell', ada.actor);
    });

    it('take one line of a cohort that asks for it, after some seconds, and no other line ever', async () => {
      const cohorts = ['vip-recall', 'vip'];
      const approveAll = async (brandId: string) => {
        const { items } = await draftedCohorts({ store: store(), moment }, brandId, cohorts);
        const lines = [];
        for (const itemId of items.flat()) lines.push(await approveItem({ store: store(), moment }, brandId, itemId));
        return lines.map(({ id }) => id);
      };
      const [own, real] = [await approveAll('loomwell-sandbox'), await approveAll('loomwell')];
      moment.advance(4_999);
      await round();
      expect(await live('loomwell-sandbox')).toEqual(own);
      moment.advance(1);
      await Promise.all([round(), round()]);
      moment.advance(60_000);
      await round();
      expect(await live('loomwell-sandbox')).toEqual(own.slice(1));
      expect(await live('loomwell')).toEqual(real);
      expect((await store().delivery.line(['loomwell-sandbox'], own[0] ?? ''))?.line).toMatchObject({
        state: 'recalled',
        reason: expect.stringContaining('"-recall"'),
      });
      const { data } = await store().evidence.eventPage({ brandIds: ['loomwell-sandbox'] }, page);
      const recalled = data.filter(({ action }) => action === 'line.recalled');
      expect(recalled).toMatchObject([{ subject: own[0], actor: { id: 'sandbox' } }]);
    });
  });
});
