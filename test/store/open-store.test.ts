import { describe, expect, it } from 'vitest';
import { eachStore } from '../support/stores.ts';

describe('openStore', () => {
  eachStore(({ store }) => {
    it('gives a Store that answers', async () => {
      await expect(store().ping()).resolves.toBeUndefined();
      expect(await store().brands.allBrandIds()).toEqual([]);
    });
  });
});
