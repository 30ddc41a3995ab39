import { beforeAll, describe, expect, it, vi } from 'vitest';
import { checkingChains } from '../../src/compliance/check-chains.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addBrand, draftRequest } from '../support/sample-acts.ts';
import { eachStore } from '../support/stores.ts';

describe('a check of chains', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    beforeAll(async () => {
      await addBrand(store(), moment);
      await addBrand(store(), moment, 'stranger');
      await draftRequest(store(), moment);
    });

    it('reads those of the brands that are asked about, once for all who ask meanwhile', async () => {
      const events = vi.fn(async (...asked: Parameters<ReturnType<typeof store>['evidence']['events']>) => {
        await new Promise((resolve) => setTimeout(resolve, 100));
        return store().evidence.events(...asked);
      });
      const check = checkingChains({ store: { ...store().evidence, events }, moment });
      const [one, other] = await Promise.all([check(['loomwell']), check(['loomwell', 'nowhere'])]);
      expect(one).toEqual({
        checkedAt: moment.now(),
        chains: [{ brandId: 'loomwell', whole: expect.any(Number), broken: null }],
      });
      expect(other).toEqual(one);
      expect(one.chains[0]?.whole).toBeGreaterThan(2);
      expect(events).toHaveBeenCalledTimes(1);
      await check(['loomwell']);
      expect(events).toHaveBeenCalledTimes(2);
    });
  });
});
