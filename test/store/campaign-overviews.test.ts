import { beforeAll, describe, expect, it } from 'vitest';
import type { RequestState } from '../../src/domain/variant-request.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addBrand, approve, draftRequest } from '../support/sample-acts.ts';
import { sampleAccepted, sampleBrief } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

const loomwell = { brandIds: ['loomwell'] };
const all = { limit: 100, cursor: null };

describe('campaigns and how far they are', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    const inCampaign = (externalId: string, name: string, cohorts?: readonly string[]) => ({
      ...sampleBrief('loomwell', cohorts),
      campaign: { externalId, name },
    });
    const named = async (filter: { search?: string; state?: RequestState }) =>
      (await store().briefs.campaigns({ ...loomwell, ...filter }, moment.now(), all)).data.map(
        ({ campaign }) => campaign.externalId,
      );

    beforeAll(async () => {
      await addBrand(store(), moment);
      await addBrand(store(), moment, 'stranger');
      const drafted = await draftRequest(store(), moment, {
        ...inCampaign('linen', 'Linen week', ['buyers', 'lapsed', 'gone']),
        needBy: '2026-11-20T09:00:00.000Z',
      });
      await store().review.decide(loomwell.brandIds, drafted.items[0]?.id ?? '', '2026-01-01', approve(moment));
      const [, lapsed, gone] = drafted.accepted.cohorts;
      const end = async (cohortId: string, state: 'failed' | 'exhausted') => {
        await store().generation.startDrafting(cohortId, 1, moment.now());
        const settle = () => ({ state, reason: 'no reply', events: [] });
        await store().generation.endRun({ cohortId, run: 1, at: moment.now(), settle });
      };
      await end(lapsed?.id ?? '', 'failed');
      await end(gone?.id ?? '', 'exhausted');
      await store().generation.acceptRequest(sampleAccepted(moment, inCampaign('100%', 'Übergröße 100% off_season')));
      const stuck = sampleAccepted(moment, inCampaign('stuck', 'Stuck', ['one']));
      await store().generation.acceptRequest(stuck);
      await end(stuck.cohorts[0]?.id ?? '', 'failed');
    });

    it('counts over every request of a campaign', async () => {
      const again = sampleAccepted(moment, { ...inCampaign('linen', 'Linen week', ['more']), externalId: 'second' });
      await store().generation.acceptRequest(again);
      const { data } = await store().briefs.campaigns({ ...loomwell, search: 'linen' }, moment.now(), all);
      expect(data).toEqual([
        {
          campaign: expect.objectContaining({ externalId: 'linen', name: 'Linen week' }),
          briefs: 2,
          requestId: again.request.id,
          cohorts: { 'in-review': 1, failed: 1, exhausted: 1, waiting: 1 },
          pending: 1,
          usage: expect.objectContaining({ calls: 1 }),
          needBy: '2026-11-20T09:00:00.000Z',
          sendAt: '2026-12-01T14:00:00.000Z',
        },
      ]);
    });

    it('looks for the next send from now on', async () => {
      const { data } = await store().briefs.campaigns({ ...loomwell, search: 'linen' }, '2026-12-02T00:00:00Z', all);
      expect(data[0]?.sendAt).toBeNull();
    });

    it('finds by a part of either name in either case, and takes no sign for a pattern', async () => {
      expect(await named({ search: 'LINEN w' })).toEqual(['linen']);
      expect(await named({ search: '0%' })).toEqual(['100%']);
      expect(await named({ search: 'f_s' })).toEqual(['100%']);
      expect(await named({ search: 'Übergröße' })).toEqual(['100%']);
      expect(await named({ search: 'n_w' })).toEqual([]);
      expect(await named({ search: '\\' })).toEqual([]);
    });

    it('tells by state what the requests of a campaign are together', async () => {
      expect(await named({ state: 'drafting' })).toEqual(['linen']);
      expect(await named({ state: 'waiting' })).toEqual(['100%']);
      expect(await named({ state: 'incomplete' })).toEqual(['stuck']);
      for (const state of ['in-review', 'ready', 'cancelled'] as const) expect(await named({ state })).toEqual([]);
    });

    it('goes on where the page before ended', async () => {
      const pages: string[] = [];
      for (let cursor: string | null = null; ; ) {
        const page: Awaited<ReturnType<ReturnType<typeof store>['briefs']['campaigns']>> =
          await store().briefs.campaigns(loomwell, moment.now(), { limit: 1, cursor });
        pages.push(...page.data.map(({ campaign }) => campaign.externalId));
        cursor = page.nextCursor;
        if (cursor === null) break;
      }
      expect(pages).toEqual(['stuck', '100%', 'linen']);
    });

    it.each([[['stranger']], [[]]])('shows nothing of another brand to %j', async (brandIds) => {
      const found = await store().briefs.campaigns({ brandIds, search: 'i' }, moment.now(), all);
      expect(found).toEqual({ data: [], nextCursor: null });
    });
  });
});
