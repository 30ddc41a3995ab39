import { describe, expect, it } from 'vitest';
import { lineDelivery } from '../../src/delivery/line-delivery.ts';
import type { Caller } from '../../src/domain/access.ts';
import { addMs } from '../../src/domain/instant.ts';
import type { CohortFilter } from '../../src/ports/delivery-store.ts';
import { ada, approveItem, draftedCohorts, tool } from '../support/approved-lines.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addRealBrand } from '../support/real-brand.ts';
import { eachStore } from '../support/stores.ts';

const all = { limit: 2000, cursor: null, changedSince: null };

describe('the lines of many cohorts', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    const delivery = () => lineDelivery({ store: store().delivery, brands: store().brands, moment });
    const approve = (brandId: string, itemId = '') => approveItem({ store: store(), moment }, brandId, itemId);
    let brands = 0;
    const drafted = async (cohorts: readonly string[], more = {}) => {
      const brandId = `shop-${++brands}`;
      await addRealBrand(store(), moment, brandId);
      return { brandId, ...(await draftedCohorts({ store: store(), moment }, brandId, cohorts, more)) };
    };
    const read = (filter: CohortFilter, page: Partial<typeof all> | { changedSince: string } = {}, by: Caller = tool) =>
      delivery().cohorts(by, filter, { ...all, ...page });
    const namesOf = ({ data }: Awaited<ReturnType<typeof read>>) => data.map(({ cohort }) => cohort.externalId);

    it('come in one answer, each cohort with its state, its counts and its lines in order of approval', async () => {
      const { brandId, items } = await drafted(['linen', 'lapsed', 'new']);
      const second = await approve(brandId, items[0]?.[1]);
      const first = await approve(brandId, items[0]?.[0]);
      const { data, nextCursor } = await read({ brandIds: [brandId] });
      expect(nextCursor).toBeNull();
      expect(data.map(({ cohort, counts, lines }) => [cohort.externalId, counts.approved, lines.length])).toEqual([
        ['linen', 2, 2],
        ['lapsed', 0, 0],
        ['new', 0, 0],
      ]);
      expect(data[0]?.lines.map(({ line, place }) => [line.id, place])).toEqual([
        [second.id, 1],
        [first.id, 2],
      ]);
    });

    it('are narrowed by campaign, request and cohorts', async () => {
      const { brandId, requestId } = await drafted(['linen', 'lapsed', 'new']);
      const brandIds = [brandId];
      expect(namesOf(await read({ brandIds, cohorts: ['new', 'linen', 'nobody'] }))).toEqual(['linen', 'new']);
      expect(namesOf(await read({ brandIds, campaign: 'autumn-edit', requestId }))).toHaveLength(3);
      expect(namesOf(await read({ brandIds, campaign: 'spring-edit' }))).toEqual([]);
      expect(namesOf(await read({ brandIds: ['elsewhere'], requestId }))).toEqual([]);
      expect(namesOf(await read({ brandIds: [] }))).toEqual([]);
    });

    it('are noted as delivered to a tool, once, and not to a person', async () => {
      const { brandId, items } = await drafted(['linen']);
      await approve(brandId, items[0]?.[0]);
      await read({ brandIds: [brandId] }, {}, ada);
      for (const _ of [1, 2]) await read({ brandIds: [brandId] });
      const { data } = await store().evidence.eventPage({ brandIds: [brandId] }, { limit: 100, cursor: null });
      expect(data.filter(({ action }) => action === 'line.delivered')).toHaveLength(1);
    });

    it('go on page by page, whatever is written between two of them', async () => {
      const { brandId } = await drafted(['one', 'two', 'three']);
      const brandIds = [brandId];
      const first = await read({ brandIds }, { limit: 2 });
      await draftedCohorts({ store: store(), moment }, brandId, ['four']);
      const rest = await delivery().cohorts(tool, { brandIds }, { ...all, cursor: first.nextCursor });
      expect([...namesOf(first), ...namesOf(rest)]).toEqual(['one', 'two', 'three', 'four']);
      // What came between the pages is told once more by the cursor of the first one.
      expect(rest.syncCursor).toBe(first.syncCursor);
      expect(namesOf(await read({ brandIds }, { changedSince: first.syncCursor }))).toEqual(['four']);
    });

    it('come only for cohorts that changed, where a cursor says since when', async () => {
      const { brandId, items } = await drafted(['linen', 'lapsed']);
      const brandIds = [brandId];
      const { syncCursor } = await read({ brandIds });
      expect(namesOf(await read({ brandIds }, { changedSince: syncCursor }))).toEqual([]);
      await approve(brandId, items[1]?.[0]);
      const after = await read({ brandIds }, { changedSince: syncCursor });
      expect(namesOf(after)).toEqual(['lapsed']);
      // Its own reading is no change.
      expect(namesOf(await read({ brandIds }, { changedSince: after.syncCursor }))).toEqual([]);
    });

    it('come again for a cohort whose line ran out, although nobody did anything', async () => {
      const { brandId, items } = await drafted(['linen', 'lapsed']);
      const line = await approve(brandId, items[0]?.[0]);
      const brandIds = [brandId];
      const { syncCursor } = await read({ brandIds });
      const then = { ...moment, now: () => line.validUntil };
      const later = lineDelivery({ store: store().delivery, brands: store().brands, moment: then });
      const { data } = await later.cohorts(tool, { brandIds }, { ...all, changedSince: syncCursor });
      expect(data.map(({ cohort, lines, withheld }) => [cohort.externalId, lines.length, withheld[0]?.reason])).toEqual(
        [['linen', 0, `the line was valid until ${line.validUntil}`]],
      );
    });

    it('come again for cohorts whose brief wanted them by now', async () => {
      const needBy = addMs(moment.now(), 60_000);
      const { brandId } = await drafted(['linen'], { needBy });
      const brandIds = [brandId];
      const { syncCursor } = await read({ brandIds });
      const later = lineDelivery({
        store: store().delivery,
        brands: store().brands,
        moment: { ...moment, now: () => needBy },
      });
      const { data } = await later.cohorts(tool, { brandIds }, { ...all, changedSince: syncCursor });
      expect(data).toHaveLength(1);
    });

    it('refuse a cursor that is none', async () => {
      for (const page of [{ changedSince: 'nonsense' }, { cursor: 'bm9uZQ.bm9uZQ' }])
        await expect(delivery().cohorts(tool, { brandIds: ['shop'] }, { ...all, ...page })).rejects.toMatchObject({
          code: 'bad-request',
        });
    });
  });
});
