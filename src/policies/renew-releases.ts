/** After an upgrade whose rules judge otherwise: the published settings become a new release, and live lines are judged. */
import { theService } from '../domain/access.ts';
import type { Policy, PolicyRelease } from '../domain/policy.ts';
import { ruleById } from '../guardrails/catalogue.ts';
import type { CompiledPolicies } from '../guardrails/compiled-policies.ts';
import type { BrandStore } from '../ports/brand-store.ts';
import type { Moment } from '../ports/moment.ts';
import type { publishingPolicies } from './publish-policy.ts';

/** A brand whose release was renewed, with what became of its live lines. */
export type Renewal = { readonly brandId: string; readonly judged: number; readonly voided: number };

/**
 * A policy is named by its settings and the versions of its rules. Where this version of the product gives the
 * published settings another name, no approval may go on under the old one unlooked at.
 */
export function renewingReleases(parts: {
  readonly store: BrandStore;
  readonly moment: Moment;
  readonly compiled: CompiledPolicies;
  readonly publish: ReturnType<typeof publishingPolicies>;
}) {
  const { store, moment, compiled, publish } = parts;
  return async (): Promise<Renewal[]> => {
    const renewals: Renewal[] = [];
    // A sandbox follows its brand.
    for (const brandId of await store.realBrandIds()) {
      const inForce = await store.brand(brandId);
      if (!inForce) continue;
      const policy = withCurrentVersions(inForce.release.policy);
      const { policyHash } = compiled(policy);
      if (policyHash === inForce.release.policyHash) continue;
      const release: PolicyRelease = {
        ...{ id: moment.newId('release'), brandId, policyHash, policy },
        ...{ state: 'draft', createdAt: moment.now(), publishedAt: null },
      };
      await store.addDraft(inForce.brand, release, []);
      renewals.push({ brandId, ...(await publish(brandId, release.id, theService)) });
    }
    return renewals;
  };
}

function withCurrentVersions(policy: Policy): Policy {
  const rules = Object.entries(policy.rules).map(([id, setting]) => {
    const version = ruleById.get(id)?.version ?? setting.version;
    return [id, { ...setting, version }] as const;
  });
  return { ...policy, rules: Object.fromEntries(rules) };
}
