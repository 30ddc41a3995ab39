import { describe, expect, it } from 'vitest';
import { compiledPolicies } from '../../src/guardrails/compiled-policies.ts';
import { defaultPolicy } from '../../src/guardrails/default-policy.ts';
import { publishingPolicies } from '../../src/policies/publish-policy.ts';
import { renewingReleases } from '../../src/policies/renew-releases.ts';
import { deciding } from '../../src/review/decide.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { draftRequest } from '../support/sample-acts.ts';
import { sampleBrand, sampleBrief, sampleEvent, sampleRelease } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

describe('renewing releases', () => {
  eachStore(({ store }) => {
    it('judges live lines again when the rules of this version give the settings another name', async () => {
      const moment = fixedMoment();
      const compiled = compiledPolicies();
      const parts = { store: store().brands, moment, compiled };
      const renew = renewingReleases({ ...parts, publish: publishingPolicies(parts) });
      const older = sampleRelease(moment, 'loomwell', { policy: defaultPolicy, policyHash: 'of older rules' });
      await store().brands.addBrand({ brand: sampleBrand(), release: older }, [sampleEvent(moment)]);
      const { items } = await draftRequest(store(), moment, sampleBrief());
      const ada = { actor: { kind: 'user', id: 'user_ada' }, name: 'Ada', memberships: [], scopes: null } as const;
      const decide = deciding({ store: store().review, moment, compiled });
      const { line } = await decide(ada, ['loomwell'], items[0]?.id ?? '', 1, { kind: 'approve' });
      expect(line?.policyHash).toBe('of older rules');

      expect(await renew()).toEqual([{ brandId: 'loomwell', judged: 1, voided: 0 }]);
      const { policyHash } = compiled(defaultPolicy);
      expect((await store().brands.brand('loomwell'))?.release.policyHash).toBe(policyHash);
      expect((await store().delivery.line(['loomwell'], line?.id ?? ''))?.line.policyHash).toBe(policyHash);
      expect(await renew()).toEqual([]);
    });
  });
});
