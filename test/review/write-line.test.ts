import { beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/domain/access.ts';
import { cancelling } from '../../src/generate/cancel.ts';
import { compiledPolicies } from '../../src/guardrails/compiled-policies.ts';
import { deciding } from '../../src/review/decide.ts';
import { writingLines } from '../../src/review/write-line.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addRealBrand } from '../support/real-brand.ts';
import { draftRequest } from '../support/sample-acts.ts';
import { sampleBrief } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

const brandIds = ['loomwell'];
const ada: Caller = { actor: { kind: 'user', id: 'user_ada' }, name: 'Ada', memberships: [], scopes: null };

describe('a line that a person writes', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    const compiled = compiledPolicies();
    beforeAll(async () => void (await addRealBrand(store(), moment, 'loomwell')));
    const parts = () => ({ store: store().review, moment, compiled });
    const write = (cohortId: string, text: string, brands = brandIds) =>
      writingLines(parts())(ada, brands, cohortId, { text, preheader: null });
    const decide = (itemId = '', kind: 'approve' | 'reject' = 'approve') => {
      const decision = kind === 'approve' ? ({ kind } as const) : ({ kind, reason: 'legal' } as const);
      return deciding(parts())(ada, brandIds, itemId, 1, decision);
    };
    const drafted = () => draftRequest(store(), moment, sampleBrief('loomwell', [moment.newId('cohort')]));

    it('goes before people as theirs, and becomes an approved line that says so', async () => {
      const { cohort } = await drafted();
      const { candidate, item } = await write(cohort.id, 'Belts for linen days');
      expect(candidate.provenance).toEqual({ writer: 'person', userId: 'user_ada', editedFrom: null });
      expect(item).toMatchObject({ state: 'pending', candidateId: candidate.id });
      const { data } = await store().evidence.eventPage({ brandIds }, { limit: 1, cursor: null });
      expect(data[0]).toMatchObject({ action: 'line.written', subject: candidate.id, details: { toReview: true } });
      expect((await decide(item?.id)).line).toMatchObject({ text: 'Belts for linen days', writer: 'person' });
    });

    it('is kept with its findings and does not go before people where the policy blocks it', async () => {
      const { cohort } = await drafted();
      const { candidate, item } = await write(cohort.id, `Belts ${'and belts '.repeat(9)}`.trim());
      expect(candidate.verdict).toMatchObject({ verdict: 'block' });
      expect(item).toBeNull();
      expect(await store().evidence.candidateHistory(brandIds, candidate.id)).toMatchObject({ candidate, item: null });
    });

    it('names the line that was there before with the same text, odd characters and all', async () => {
      const { cohort, candidates } = await drafted();
      expect(await write(cohort.id, candidates[0]?.text ?? '')).toMatchObject({
        candidate: { duplicateOf: candidates[0]?.id },
        item: null,
      });
      const first = await write(cohort.id, 'Belts\u0000\ud800');
      expect((await write(cohort.id, 'Belts\u0000\ud800')).candidate.duplicateOf).toBe(first.candidate.id);
    });

    it('brings a cohort with nothing left to decide back before people', async () => {
      const { cohort, items } = await drafted();
      for (const { id } of items) await decide(id, 'reject');
      expect((await store().generation.cohort(brandIds, cohort.id))?.state).toBe('exhausted');
      expect((await write(cohort.id, 'Belts for linen days')).cohort).toMatchObject({
        state: 'in-review',
        reason: null,
      });
    });

    it("is refused for a cancelled cohort and for another brand's", async () => {
      const { cohort } = await drafted();
      await expect(write(cohort.id, 'Belts', ['twin'])).rejects.toMatchObject({ code: 'not-found' });
      await cancelling({ store: store().generation, moment }).cohort(ada, brandIds, cohort.id);
      await expect(write(cohort.id, 'Belts for linen days')).rejects.toMatchObject({ code: 'cohort-busy' });
    });
  });
});
