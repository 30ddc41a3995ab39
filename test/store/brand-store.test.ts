import { describe, expect, it } from 'vitest';
import { contentHash } from '../../src/domain/hash.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addBrand, approve, draftRequest } from '../support/sample-acts.ts';
import { sampleBrand, sampleBrief, sampleEvent, sampleRelease } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

const start = '2026-01-01T00:00:00.000Z';

const settle = (): never => {
  throw new Error('no cohort lost a line');
};

describe('the brand store', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    const draftOf = (brandId: string, word: string) => {
      const release = sampleRelease(moment, brandId);
      return { ...release, policyHash: contentHash(word), state: 'draft' as const, publishedAt: null };
    };

    it('adds a brand once, with its first release', async () => {
      const added = { brand: sampleBrand('once'), release: sampleRelease(moment, 'once') };
      expect(await store().brands.addBrand(added, [sampleEvent(moment, 'once')])).toBe(true);
      const again = { brand: sampleBrand('once'), release: sampleRelease(moment, 'once') };
      expect(await store().brands.addBrand(again, [sampleEvent(moment, 'once')])).toBe(false);
      expect(await store().brands.brand('once')).toEqual(added);
      expect(await store().brands.releases('once')).toEqual([added.release]);
      expect(await store().evidence.events('once', 0, 10)).toHaveLength(1);
    });

    it('lists brands by id', async () => {
      await addBrand(store(), moment, 'b-brand');
      await addBrand(store(), moment, 'a-brand');
      expect(await store().brands.allBrandIds()).toEqual(expect.arrayContaining(['a-brand', 'b-brand']));
      const found = await store().brands.brands(['b-brand', 'none', 'a-brand']);
      expect(found.map(({ brand }) => brand.id)).toEqual(['a-brand', 'b-brand']);
      expect(await store().brands.brands([])).toEqual([]);
      expect(await store().brands.brand('none')).toBeNull();
    });

    it('lets a newer profile wait with its draft until that is published, one draft for each hash', async () => {
      const brand = await addBrand(store(), moment, 'drafting');
      const renamed = { ...brand, profile: { ...brand.profile, name: 'Loomwell & Sons' } };
      const draft = draftOf('drafting', 'stricter');
      await store().brands.addDraft(renamed, draft, [sampleEvent(moment, 'drafting')]);
      await store().brands.addDraft(renamed, draftOf('drafting', 'strictest'), []);
      const again = draftOf('drafting', 'stricter');
      await store().brands.addDraft(renamed, again, [sampleEvent(moment, 'drafting')]);
      const releases = await store().brands.releases('drafting');
      expect(releases.map(({ state }) => state)).toEqual(['draft', 'draft', 'published']);
      expect(releases[0]).toEqual(again);
      expect((await store().brands.brand('drafting'))?.brand).toEqual(brand);
      const act = { brandId: 'drafting', releaseId: again.id, publishedAt: moment.now(), events: [] };
      await store().brands.publish({ ...act, revalidate: ({ line }) => ({ line, events: [] }), settle });
      expect((await store().brands.brand('drafting'))?.brand).toEqual(renamed);
    });

    it('publishes a draft, retires the release before it, and judges every live line under it', async () => {
      const brand = await addBrand(store(), moment, 'publishing');
      const { items } = await draftRequest(store(), moment, sampleBrief('publishing'));
      const lineIds: string[] = [];
      for (const { id } of items) {
        const ruling = await store().review.decide(['publishing'], id, start, approve(moment));
        lineIds.push(ruling?.line?.id ?? '');
      }
      const draft = draftOf('publishing', 'no linen');
      await store().brands.addDraft(brand, draft, []);
      const publish = () =>
        store().brands.publish({
          brandId: 'publishing',
          releaseId: draft.id,
          publishedAt: moment.now(),
          events: [sampleEvent(moment, 'publishing', { action: 'policy.published' })],
          revalidate: ({ line, policyHash, brief, cohortExternalId, campaign }, release) => {
            expect([policyHash, release.state]).toEqual([draft.policyHash, 'published']);
            expect([brief.brief.brand, cohortExternalId, campaign.externalId]).toEqual([
              'publishing',
              'linen-buyers',
              'autumn-edit',
            ]);
            const passes = line.id === lineIds[0];
            return passes
              ? { line: { ...line, policyHash: release.policyHash }, events: [] }
              : {
                  line: { ...line, state: 'void', reason: 'no linen any more' },
                  events: [sampleEvent(moment, 'publishing', { action: 'line.voided', subject: line.id })],
                };
          },
          settle: (cohort, { approved, pending }) => {
            expect([approved, pending]).toEqual([1, 0]);
            return { ...cohort, state: 'exhausted', reason: 'one is left' };
          },
        });
      expect(await publish()).toBe(2);
      expect((await store().brands.releases('publishing')).map(({ state }) => state)).toEqual(['published', 'retired']);
      expect((await store().brands.brand('publishing'))?.release.id).toBe(draft.id);
      const [kept, lost] = await Promise.all(lineIds.map((id) => store().delivery.line(['publishing'], id)));
      expect(kept).toMatchObject({
        line: { state: 'live', policyHash: draft.policyHash },
        policyHash: draft.policyHash,
      });
      expect(lost?.line).toMatchObject({ state: 'void', reason: 'no linen any more' });
      const [item] = items;
      expect(await store().generation.cohort(['publishing'], item?.cohortId ?? '')).toMatchObject({
        state: 'exhausted',
        reason: 'one is left',
      });
      const { data } = await store().evidence.eventPage({ brandIds: ['publishing'] }, { limit: 2, cursor: null });
      expect(data.map(({ action }) => action)).toEqual(['line.voided', 'policy.published']);
      expect(await publish()).toBeNull();
    });

    it('publishes no draft of another brand', async () => {
      const brand = await addBrand(store(), moment, 'owner');
      await addBrand(store(), moment, 'stranger');
      const draft = draftOf('owner', 'theirs');
      await store().brands.addDraft(brand, draft, []);
      const revalidate = () => {
        throw new Error('never asked');
      };
      const act = {
        brandId: 'stranger',
        releaseId: draft.id,
        publishedAt: moment.now(),
        events: [],
        revalidate,
        settle,
      };
      expect(await store().brands.publish(act)).toBeNull();
    });
  });
});
