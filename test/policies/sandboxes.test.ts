import { beforeAll, describe, expect, it } from 'vitest';
import { theSandbox } from '../../src/domain/access.ts';
import { ReviewSettings } from '../../src/domain/brand.ts';
import { compiledPolicies } from '../../src/guardrails/compiled-policies.ts';
import { defaultPolicy } from '../../src/guardrails/default-policy.ts';
import { publishingPolicies } from '../../src/policies/publish-policy.ts';
import { sandboxes } from '../../src/policies/sandboxes.ts';
import { closingCohorts } from '../../src/review/close-cohort.ts';
import { deciding } from '../../src/review/decide.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addRealBrand } from '../support/real-brand.ts';
import { approve, draftRequest } from '../support/sample-acts.ts';
import { sampleBrand, sampleBrief, sampleRelease } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

const ada = { kind: 'user', id: 'user_ada' } as const;
const start = '2026-01-01T00:00:00.000Z';
const sandboxCaller = { actor: theSandbox, name: 'Sandbox', memberships: [], scopes: null };

describe('sandboxes', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    const compiled = compiledPolicies();
    const parts = () => ({ store: store().brands, moment, compiled });
    const brandOf = (id: string) => store().brands.brand(id);
    const use = () => sandboxes({ ...parts(), publish: publishingPolicies(parts()) });
    const reviewParts = () => ({ store: store().review, moment, compiled });
    beforeAll(async () => {
      await addRealBrand(store(), moment, 'loomwell');
    });

    it('are made once, with the voice and the policy of their brand, and told of in both chains', async () => {
      expect(await use().open('loomwell', ada)).toBe('loomwell-sandbox');
      expect(await use().open('loomwell', ada)).toBe('loomwell-sandbox');
      const [real, own] = [await brandOf('loomwell'), await brandOf('loomwell-sandbox')];
      expect(own?.brand.profile).toEqual(real?.brand.profile);
      expect(own?.release).toMatchObject({ policy: real?.release.policy, policyHash: real?.release.policyHash });
      expect(await store().brands.sandboxes()).toEqual([{ id: 'loomwell-sandbox', sandboxOf: 'loomwell' }]);
      expect(await store().brands.realBrandIds()).toEqual(['loomwell']);
      expect(await store().brands.allBrandIds()).toEqual(['loomwell', 'loomwell-sandbox']);
      for (const chain of ['loomwell', 'loomwell-sandbox']) {
        const told = (await store().evidence.events(chain, 0, 100)).map(({ body }) => JSON.parse(body));
        expect(told.filter(({ action }) => action === 'brand.sandboxed')).toMatchObject([
          { actor: ada, subject: 'loomwell-sandbox' },
        ]);
      }
    });

    it('cannot be made of a brand that is not there, or whose name leaves no room', async () => {
      await expect(use().open('nowhere', ada)).rejects.toMatchObject({ code: 'not-found' });
      const long = 'a'.repeat(56);
      await addRealBrand(store(), moment, long);
      await expect(use().open(long, ada)).rejects.toMatchObject({ code: 'invalid-request' });
    });

    it('follow what their brand publishes, once, even where several processes see it', async () => {
      const release = sampleRelease(moment, 'loomwell', {
        policy: { ...defaultPolicy, dialect: 'braze' },
        policyHash: 'a newer one',
        state: 'draft',
        publishedAt: null,
      });
      const { profile } = sampleBrand();
      await store().brands.addDraft(
        { id: 'loomwell', profile: { ...profile, name: 'Loomwell & Daughters' } },
        release,
        [],
      );
      await publishingPolicies(parts())('loomwell', release.id, ada);
      await Promise.all([use().follow(), use().follow(), use().follow()]);
      const own = await brandOf('loomwell-sandbox');
      expect([own?.release.policyHash, own?.brand.profile.name]).toEqual(['a newer one', 'Loomwell & Daughters']);
      const count = (await store().brands.releases('loomwell-sandbox')).length;
      await use().follow();
      expect(await store().brands.releases('loomwell-sandbox')).toHaveLength(count);
    });

    it('are the only brands the sandbox decides for', async () => {
      const real = await draftRequest(store(), moment, sampleBrief('loomwell'));
      const own = await draftRequest(store(), moment, sampleBrief('loomwell-sandbox'));
      const decide = (brandId: string, id: string | undefined) =>
        deciding(reviewParts())(sandboxCaller, [brandId], id ?? '', 1, { kind: 'approve' });
      const chains = await store().evidence.chains();
      await expect(decide('loomwell', real.items[0]?.id)).rejects.toThrow('which is a real one');
      // Whatever a use case makes of it, the act itself refuses.
      const judge = approve(moment, theSandbox.id);
      await expect(store().review.decide(['loomwell'], real.items[0]?.id ?? '', start, judge)).rejects.toThrow(
        'real one',
      );
      expect((await store().review.entry(['loomwell'], real.items[0]?.id ?? ''))?.item.state).toBe('pending');
      expect((await store().delivery.liveLines({ brandIds: ['loomwell'] }, { limit: 9, cursor: null })).data).toEqual(
        [],
      );
      expect(await store().evidence.chains()).toEqual(chains);
      expect((await decide('loomwell-sandbox', own.items[0]?.id)).line).toMatchObject({ approvedBy: 'sandbox' });
    });

    it('are the only brands whose cohorts the sandbox closes', async () => {
      const brief = { ...sampleBrief('loomwell', ['closed']), needed: 1 };
      const { cohort, items } = await draftRequest(store(), moment, brief);
      const human = { ...sandboxCaller, actor: ada };
      await deciding(reviewParts())(human, ['loomwell'], items[0]?.id ?? '', 1, { kind: 'approve' });
      const close = closingCohorts(reviewParts());
      await expect(close(sandboxCaller, ['loomwell'], cohort.id)).rejects.toThrow('which is a real one');
      expect(await close(human, ['loomwell'], cohort.id)).toMatchObject({ closed: 1 });
    });

    it('release what is approved at once, whatever the grace of their brand', async () => {
      const profile = { ...sampleBrand('graced').profile, review: ReviewSettings.parse({ releaseGraceSeconds: 600 }) };
      const release = sampleRelease(moment, 'graced');
      await store().brands.addBrand({ brand: { id: 'graced', profile }, release }, []);
      const id = await use().open('graced', ada);
      expect((await brandOf(id))?.brand.profile).toEqual({
        ...profile,
        review: { ...profile.review, releaseGraceSeconds: 0 },
      });
    });
  });
});
