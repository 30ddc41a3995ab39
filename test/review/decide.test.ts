import { beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/domain/access.ts';
import type { Decision } from '../../src/domain/decision.ts';
import { compiledPolicies } from '../../src/guardrails/compiled-policies.ts';
import { closingCohorts } from '../../src/review/close-cohort.ts';
import { deciding } from '../../src/review/decide.ts';
import { reviewQueue } from '../../src/review/review-queue.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addRealBrand } from '../support/real-brand.ts';
import { draftRequest } from '../support/sample-acts.ts';
import { sampleBrief } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

const brandIds = ['loomwell'];
const long = 'The jeans that go with your linen shirt, your other shirt and every shirt to come';
const longish = 'The jeans that go with your linen shirt and every other one';

function person(id: string): Caller {
  return { actor: { kind: 'user', id }, name: id, memberships: [], scopes: null };
}

describe('deciding a line', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    const [ada, ben] = [person('user_ada'), person('user_ben')];
    beforeAll(async () => {
      await addRealBrand(store(), moment, 'loomwell');
    });
    const decide = (itemId: string, decision: Decision, { caller = ada, version = 1, brands = brandIds } = {}) =>
      deciding({ store: store().review, moment, compiled: compiledPolicies() })(
        caller,
        brands,
        itemId,
        version,
        decision,
      );
    const drafted = async () => {
      const { items, cohort } = await draftRequest(store(), moment, sampleBrief('loomwell', [moment.newId('cohort')]));
      const [first, second] = items;
      if (!first || !second) throw new Error('two lines are in review');
      return { first, second, cohort };
    };

    it('makes an approved line, bound to its text, facts and policy', async () => {
      const { first } = await drafted();
      const { line, item } = await decide(first.id, { kind: 'approve', comment: 'Lovely.' });
      expect(item).toMatchObject({ state: 'approved', version: 2 });
      expect(line).toMatchObject({ text: 'The jeans that go with your linen shirt', state: 'live', writer: 'model' });
      const page = await store().evidence.eventPage({ brandIds }, { limit: 1, cursor: null });
      expect(page.data[0]).toMatchObject({ action: 'line.approved', actor: { id: 'user_ada' }, subject: line?.id });
      expect(page.data[0]?.commitment).toMatch(/^[0-9a-f]{64}$/);
      expect(JSON.stringify(page.data[0])).not.toContain('Lovely');
    });

    it('makes a cohort ready with the last line it needs, and lets the rest be put away in one act', async () => {
      const { first, second, cohort } = await drafted();
      const close = closingCohorts({ store: store().review, moment });
      expect((await decide(first.id, { kind: 'approve' })).cohort.state).toBe('in-review');
      await expect(close(ada, brandIds, cohort.id)).rejects.toMatchObject({ code: 'lines-still-needed' });
      // An edit that leaves the other line unlike the first, which these readers have now.
      const edited = { kind: 'approve-edited', text: 'Belts for linen days', warningsPassed: 'on-purpose' } as const;
      expect((await decide(second.id, edited)).cohort.state).toBe('ready');
      expect(await close(ada, brandIds, cohort.id)).toMatchObject({ closed: 0, cohort: { state: 'ready' } });
      const { data } = await store().evidence.eventPage({ brandIds }, { limit: 10, cursor: null });
      expect(data.filter(({ action, subject }) => action === 'cohort.ready' && subject === cohort.id)).toMatchObject([
        { actor: { id: 'user_ada' }, details: { cohort: cohort.externalId, requestId: cohort.requestId, approved: 2 } },
      ]);
    });

    it('says that a cohort is exhausted once everything is decided and too few lines are approved', async () => {
      const { first, second } = await drafted();
      await decide(first.id, { kind: 'reject', reason: 'off-brand-voice' });
      const { cohort } = await decide(second.id, { kind: 'reject', reason: 'other', comment: 'We ran out of belts.' });
      expect(cohort).toMatchObject({ state: 'exhausted', reason: expect.stringContaining('0 of the 2') });
    });

    it('checks an edited text again, refuses what the policy blocks, and changes nothing then', async () => {
      const { first } = await drafted();
      const edit = decide(first.id, { kind: 'approve-edited', text: long });
      await expect(edit).rejects.toMatchObject({
        code: 'blocked-by-policy',
        members: { verdict: { verdict: 'block', findings: [expect.objectContaining({ rule: 'length' })] } },
      });
      expect((await store().review.entry(brandIds, first.id))?.item).toEqual(first);
    });

    it('passes a warning only with a reason', async () => {
      const { first } = await drafted();
      const edit = { kind: 'approve-edited', text: longish } as const;
      await expect(decide(first.id, edit)).rejects.toMatchObject({ code: 'warning-needs-reason' });
      const { decision, edited } = await decide(first.id, { ...edit, warningsPassed: 'on-purpose' });
      expect(decision).toMatchObject({ kind: 'approve-edited', warningsPassed: 'on-purpose', candidateId: edited?.id });
      expect(edited?.provenance).toEqual({ writer: 'person', userId: 'user_ada', editedFrom: first.candidateId });
    });

    it('lets exactly one of two people decide, and tells the other', async () => {
      const { first } = await drafted();
      const both = await Promise.allSettled([
        decide(first.id, { kind: 'approve' }),
        decide(first.id, { kind: 'reject', reason: 'legal' }, { caller: ben }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const lost = both.find(({ status }) => status === 'rejected');
      expect(lost).toMatchObject({ reason: { code: 'already-decided' } });
    });

    it('keeps a line for whoever holds it', async () => {
      const { first, cohort } = await drafted();
      const queue = reviewQueue({ store: store().review, moment });
      expect((await queue.claim(ada, brandIds, cohort.id, false)).map(({ id }) => id)).toContain(first.id);
      expect(await queue.claim(ben, brandIds, cohort.id, false)).toEqual([]);
      await expect(decide(first.id, { kind: 'approve' }, { caller: ben })).rejects.toMatchObject({
        code: 'claimed-by-another',
      });
      await queue.release(ada, brandIds, cohort.id);
      expect((await decide(first.id, { kind: 'approve' }, { caller: ben })).item.state).toBe('approved');
    });

    it("answers not-found for another brand's line", async () => {
      const { first } = await drafted();
      await expect(decide(first.id, { kind: 'approve' }, { brands: ['elsewhere'] })).rejects.toMatchObject({
        code: 'not-found',
      });
    });
  });
});
