/** Rows of brands and their policy releases, and the domain's form of them. */
import { Brand, BrandProfile } from '../domain/brand.ts';
import { Policy, PolicyRelease } from '../domain/policy.ts';
import { parseOnce } from './parse-once.ts';
import type { PolicyReleaseRow, Tables } from './tables.ts';

const profileOf = parseOnce(BrandProfile);
const policyOf = parseOnce(Policy);
const BrandFrame = Brand.omit({ profile: true });
const ReleaseFrame = PolicyRelease.omit({ policy: true });

/** The row of a brand. */
export function brandRow({ id, profile }: Brand): Tables['brands'] {
  return { id, profileDocument: JSON.stringify(profile) };
}

/** The brand of a row; its profile is frozen and shared. */
export function brandOf({ id, profileDocument }: Tables['brands']): Brand {
  return { ...BrandFrame.parse({ id }), profile: profileOf(profileDocument) };
}

/** The row of a policy release. */
export function releaseRow({ policy, ...release }: PolicyRelease): PolicyReleaseRow {
  return { ...release, policyDocument: JSON.stringify(policy) };
}

/** The policy release of a row; its policy is frozen and shared. */
export function releaseOf({ policyDocument, ...release }: PolicyReleaseRow): PolicyRelease {
  return { ...ReleaseFrame.parse(release), policy: policyOf(policyDocument) };
}
