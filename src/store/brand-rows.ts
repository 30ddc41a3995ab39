/** Rows of brands and their policy releases, and the domain's form of them. */
import { Brand, BrandProfile } from '../domain/brand.ts';
import { Policy, PolicyRelease } from '../domain/policy.ts';
import { parseOnce } from './parse-once.ts';
import type { PolicyReleaseRow } from './tables.ts';

const profileOf = parseOnce(BrandProfile);
const policyOf = parseOnce(Policy);
const BrandFrame = Brand.omit({ profile: true });
const ReleaseFrame = PolicyRelease.omit({ policy: true });

/** The row of a release, with the profile that goes into force with it. */
export function releaseRow({ policy, ...release }: PolicyRelease, { profile }: Brand): PolicyReleaseRow {
  return { ...release, policyDocument: JSON.stringify(policy), profileDocument: JSON.stringify(profile) };
}

/** The brand as a release has it; its profile is frozen and shared. */
export function brandOf({ brandId, profileDocument }: PolicyReleaseRow): Brand {
  return { ...BrandFrame.parse({ id: brandId }), profile: profileOf(profileDocument) };
}

/** The policy release of a row; its policy is frozen and shared. */
export function releaseOf({ policyDocument, profileDocument: _, ...release }: PolicyReleaseRow): PolicyRelease {
  return { ...ReleaseFrame.parse(release), policy: policyOf(policyDocument) };
}
