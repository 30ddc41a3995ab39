/** Rows of brands and their policy releases, and the domain's form of them. */
import { Brand, BrandProfile } from '../domain/brand.ts';
import { Policy, PolicyRelease } from '../domain/policy.ts';
import { parseOnce } from './parse-once.ts';
import type { PolicyReleaseRow, Tables } from './tables.ts';

const profileOf = parseOnce(BrandProfile);
const policyOf = parseOnce(Policy);
const BrandFrame = Brand.omit({ profile: true });
const ReleaseFrame = PolicyRelease.omit({ policy: true });

export function brandRow({ id, profile }: Brand): Tables['brands'] {
  return { id, profileDocument: JSON.stringify(profile) };
}

export function brandOf({ id, profileDocument }: Tables['brands']): Brand {
  return { ...BrandFrame.parse({ id }), profile: profileOf(profileDocument) };
}

export function releaseRow({ policy, ...release }: PolicyRelease): PolicyReleaseRow {
  return { ...release, policyDocument: JSON.stringify(policy) };
}

export function releaseOf({ policyDocument, ...release }: PolicyReleaseRow): PolicyRelease {
  return { ...ReleaseFrame.parse(release), policy: policyOf(policyDocument) };
}
