import { beforeAll, describe, expect, it } from 'vitest';
import { acceptRequest } from '../../src/generate/accept-request.ts';
import { holdingBack } from '../../src/generate/hold-back.ts';
import { requestProgress } from '../../src/generate/request-progress.ts';
import { briefWith, campaignTool } from '../support/drafting.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { sampleBrand, sampleEvent, sampleRelease } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

describe('a brand whose people have room for two cohorts', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    const brandIds = ['loomwell'];
    beforeAll(async () => {
      const { id, profile } = sampleBrand('loomwell');
      // 16 lines at a line a minute: two cohorts of eight.
      const review = { horizonDays: 16 / 60, hoursPerDay: 1, releaseGraceSeconds: 0 };
      const brand = { id, profile: { ...profile, review } };
      const release = sampleRelease(moment, id);
      await store().brands.addBrand({ brand, release }, [sampleEvent(moment, id, { action: 'brand.imported' })]);
    });
    const parts = () => ({
      store: store().generation,
      brands: store().brands,
      queue: { wake: () => {} },
      moment,
    });
    const holding = () => holdingBack({ ...parts(), store: store().pace });
    const accept = (needBy: string, names: readonly string[]) =>
      acceptRequest({ ...parts(), letIn: holding().letIn })(
        campaignTool,
        brandIds,
        briefWith({ needBy, candidatesPerCohort: 8 }, names),
      );
    const claimed = async () => {
      const until = '2027-06-01T00:00:00.000Z';
      const by = { kind: 'draft-cohort', now: moment.now(), leaseUntil: until, leaseToken: 'mine' } as const;
      const jobs = await store().jobs.claim({ ...by, limit: 100, maxAttempts: 5 });
      return Promise.all(
        jobs.map(async ({ payload }) => (await store().generation.cohort(brandIds, payload.cohortId))?.externalId),
      );
    };

    it('accepts all, drafts what fits, and lets the rest in by when it is needed', async () => {
      const late = await accept('2026-12-20T00:00:00.000Z', ['late-1', 'late-2', 'late-3', 'late-4']);
      const soon = await accept('2026-11-23T10:20:00.000Z', ['soon-1']);
      expect(await claimed()).toEqual(['late-1', 'late-2']);

      const outlook = await holding().outlook({ brandId: 'loomwell', needBy: soon.brief.brief.needBy }, soon.cohorts);
      expect(outlook.pace).toMatchObject({ linesPerHour: 60, load: { pending: 0, expected: 16 } });
      // 24 lines at a line a minute, an hour a day.
      expect(outlook.cohorts).toEqual([
        { cohort: 'soon-1', reviewableAt: '2026-11-23T19:36:00.000Z', isHeldBack: true, isLate: true },
      ]);

      const { cohorts } = await requestProgress(parts()).read(brandIds, late.request.id);
      for (const { cohort } of cohorts.slice(0, 2)) await failed(cohort.id);
      await holding().chore(new AbortController().signal);
      await holding().chore(new AbortController().signal);
      expect(await claimed()).toEqual(['soon-1', 'late-3']);
      expect((await holding().read(brandIds, 'loomwell')).load.heldBack).toHaveLength(1);
      await expect(holding().read(['twin'], 'loomwell')).rejects.toMatchObject({ code: 'not-found' });
    });

    async function failed(cohortId: string): Promise<void> {
      await store().generation.startDrafting(cohortId, 1, moment.now());
      const settle = () => ({ state: 'failed' as const, reason: 'No.', events: [] });
      await store().generation.endRun({ cohortId, run: 1, at: moment.now(), settle });
    }
  });
});
