import { beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/domain/access.ts';
import { compiledPolicies } from '../../src/guardrails/compiled-policies.ts';
import { checkingTexts } from '../../src/review/check-text.ts';
import { deciding } from '../../src/review/decide.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addRealBrand } from '../support/real-brand.ts';
import { draftRequest } from '../support/sample-acts.ts';
import { sampleBrief } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

const brandIds = ['loomwell'];
const ada: Caller = { actor: { kind: 'user', id: 'user_ada' }, name: 'Ada', memberships: [], scopes: null };

describe('checking a text that somebody types', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    const parts = () => ({ store: store().review, moment, compiled: compiledPolicies() });
    beforeAll(async () => {
      await addRealBrand(store(), moment, 'loomwell');
    });
    const inReview = async () => {
      const { items, cohort } = await draftRequest(store(), moment, sampleBrief('loomwell', [moment.newId('cohort')]));
      const [first, second] = items;
      if (!first || !second) throw new Error('two lines are in review');
      return { first, second, cohort };
    };
    const check = (itemId: string, text: string, brands = brandIds) =>
      checkingTexts(parts())(brands, itemId, { text, preheader: null });

    it('finds what saving finds, facts and seen lines included', async () => {
      const { first, second } = await inReview();
      await deciding(parts())(ada, brandIds, first.id, 1, { kind: 'approve' });
      const texts = [
        'The jeans that go with your linen shirt',
        'The jeans that go with your linen shirts',
        'Up to 90% off jeans, today only',
        'The jeans that go with your linen shirt, your other shirt and every shirt to come',
      ];
      for (const text of texts) {
        const { verdict } = await check(second.id, text);
        const saving = deciding(parts())(ada, brandIds, second.id, 1, { kind: 'approve-edited', text });
        const refused: { members: { verdict: { findings: unknown } } } = await saving.then(
          () => Promise.reject(new Error(`${text} passed`)),
          (error) => error,
        );
        expect(verdict.findings.length).toBeGreaterThan(0);
        expect(refused.members.verdict.findings).toEqual(verdict.findings);
      }
    });

    it('stores nothing, and tells nobody', async () => {
      const { first } = await inReview();
      const before = await store().evidence.eventPage({ brandIds }, { limit: 1, cursor: null });
      await check(first.id, 'Belts for linen days');
      expect((await store().review.entry(brandIds, first.id))?.item).toEqual(first);
      expect(await store().evidence.eventPage({ brandIds }, { limit: 1, cursor: null })).toEqual(before);
    });

    it('says who sends, since when the policy is in force, and what readers see', async () => {
      const { first } = await inReview();
      const checked = await check(first.id, 'Belts for linen days');
      expect(checked.sender.length).toBeGreaterThan(0);
      expect(checked.policySince).toMatch(/^20/);
      expect(checked.renderings).toMatchObject([{ kind: 'typical', subject: { text: 'Belts for linen days' } }]);
    });

    it('bears a text of any kind', async () => {
      const { first } = await inReview();
      for (const text of ['', '\u0000', '\ud83d', '{{', '{% if %}', '<script>alert(1)</script>'])
        expect((await check(first.id, text)).renderings.length).toBeGreaterThan(0);
    });

    it('knows no line of another brand', async () => {
      const { first } = await inReview();
      await expect(check(first.id, 'Belts', ['another'])).rejects.toMatchObject({ code: 'not-found' });
    });
  });
});
