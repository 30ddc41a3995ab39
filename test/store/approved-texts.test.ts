import { describe, expect, it } from 'vitest';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addBrand, approve, draftRequest } from '../support/sample-acts.ts';
import { sampleBrief } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

const start = '2026-01-01T00:00:00.000Z';

describe('the texts a brand approved', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();

    it('come newest first, as they were written, and are nobody else’s', async () => {
      await addBrand(store(), moment);
      await addBrand(store(), moment, 'stranger');
      expect(await store().approvedTexts.newestId('loomwell')).toBeNull();
      const texts = ['Wool \u0000 and \ud83d oddities', 'A shirt for Tuesdays'] as const;
      const { items } = await draftRequest(store(), moment, sampleBrief('loomwell', ['texts']), texts);
      const ids: string[] = [];
      for (const { id } of items)
        ids.push((await store().review.decide(['loomwell'], id, start, approve(moment)))?.line?.id ?? '');
      const { newestId, recent } = store().approvedTexts;
      expect(await newestId('loomwell')).toBe(ids[1]);
      expect(await recent('loomwell', 10)).toEqual([texts[1], texts[0]]);
      expect(await recent('loomwell', 1)).toEqual([texts[1]]);
      expect([await newestId('stranger'), await recent('stranger', 10)]).toEqual([null, []]);
    });
  });
});
