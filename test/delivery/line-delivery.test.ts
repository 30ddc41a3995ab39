import { beforeAll, describe, expect, it } from 'vitest';
import { lineDelivery } from '../../src/delivery/line-delivery.ts';
import type { Caller } from '../../src/domain/access.ts';
import { compilePolicy } from '../../src/guardrails/compile-policy.ts';
import { compiledPolicies } from '../../src/guardrails/compiled-policies.ts';
import { defaultPolicy } from '../../src/guardrails/default-policy.ts';
import { publishingPolicies } from '../../src/policies/publish-policy.ts';
import { deciding } from '../../src/review/decide.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addRealBrand } from '../support/real-brand.ts';
import { draftRequest } from '../support/sample-acts.ts';
import { sampleBrand, sampleBrief, sampleEvent, sampleRelease } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

const tool: Caller = { actor: { kind: 'client', id: 'client_1' }, name: 'A tool', memberships: [], scopes: null };
const ada: Caller = { actor: { kind: 'user', id: 'user_ada' }, name: 'Ada', memberships: [], scopes: null };
const everything = { limit: 100, cursor: null };

describe('delivering lines', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    const delivery = () => lineDelivery({ store: store().delivery, brands: store().brands, moment });
    const publish = () => publishingPolicies({ store: store().brands, moment, compiled: compiledPolicies() });
    let brands = 0;
    /** A brand with one approved line of 39 graphemes. */
    const approved = async () => {
      const brandId = `loomwell-${++brands}`;
      await addRealBrand(store(), moment, brandId);
      const { items } = await draftRequest(store(), moment, sampleBrief(brandId));
      const decide = deciding({ store: store().review, moment, compiled: compiledPolicies() });
      const { line } = await decide(ada, [brandId], items[0]?.id ?? '', 1, { kind: 'approve' });
      if (!line) throw new Error('an approval makes a line');
      return { brandIds: [brandId], line };
    };
    const addDraft = async (brandId: string, maxGraphemes: number) => {
      const length = defaultPolicy.rules['length'];
      if (!length) throw new Error('the default policy has a length');
      const options = { ...length.options, warnAt: maxGraphemes, max: maxGraphemes };
      const policy = { ...defaultPolicy, rules: { ...defaultPolicy.rules, length: { ...length, options } } };
      const { policyHash } = compilePolicy(policy);
      const release = sampleRelease(moment, brandId, { policy, policyHash, state: 'draft', publishedAt: null });
      await store().brands.addDraft(sampleBrand(brandId), release, [sampleEvent(moment, brandId)]);
      return release;
    };
    beforeAll(() => {
      moment.advance(1_000);
    });

    it('gives a client what was approved, and notes it once', async () => {
      const { brandIds, line } = await approved();
      for (const _ of [1, 2]) {
        const page = await delivery().list(tool, { brandIds }, everything);
        expect(page.lines.map((each) => each.line)).toEqual([line]);
        expect(page.withheld).toEqual([]);
      }
      const { data } = await store().evidence.eventPage({ brandIds }, everything);
      expect(data.filter(({ action }) => action === 'line.delivered')).toHaveLength(1);
    });

    it('holds a line back once it is past its time', async () => {
      const { brandIds, line } = await approved();
      const later = { ...moment, now: () => line.validUntil };
      const page = await lineDelivery({ store: store().delivery, brands: store().brands, moment: later }).list(
        tool,
        { brandIds },
        everything,
      );
      expect(page.lines).toEqual([]);
      expect(page.withheld.map(({ reason }) => reason)).toEqual([`the line was valid until ${line.validUntil}`]);
    });

    it('voids a line at once when a published policy blocks it', async () => {
      const { brandIds, line } = await approved();
      const release = await addDraft(line.brandId, 20);
      expect(await publish()(line.brandId, release.id, ada.actor)).toEqual({ judged: 1, voided: 1 });
      expect((await delivery().list(tool, { brandIds }, everything)).lines).toEqual([]);
      await expect(delivery().read(tool, brandIds, line.id)).rejects.toMatchObject({
        code: 'approval-void',
        message: expect.stringContaining('length'),
      });
    });

    it('goes on delivering a line that the published policy lets pass', async () => {
      const { brandIds, line } = await approved();
      const release = await addDraft(line.brandId, 60);
      expect(await publish()(line.brandId, release.id, ada.actor)).toEqual({ judged: 1, voided: 0 });
      expect((await delivery().read(tool, brandIds, line.id)).line.policyHash).toBe(release.policyHash);
    });

    it("knows nothing of another brand's lines", async () => {
      const { line } = await approved();
      await expect(delivery().read(tool, ['elsewhere'], line.id)).rejects.toMatchObject({ code: 'not-found' });
      expect((await delivery().list(tool, { brandIds: [] }, everything)).lines).toEqual([]);
    });
  });
});
