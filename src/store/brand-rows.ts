/** Rows of brands and their policy releases, and the domain's form of them. */
import { Brand, BrandProfile } from '../domain/brand.ts';
import { Policy, PolicyRelease } from '../domain/policy.ts';
import type { BrandInForce } from '../ports/brand-store.ts';
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

/** What a release holds in documents, frozen and shared. They never change under its id. */
export type ReleaseDocuments = { readonly policy: Policy; readonly profile: BrandProfile };

/** The documents of a release. */
export function documentsOf({
  policyDocument,
  profileDocument,
}: Pick<PolicyReleaseRow, 'policyDocument' | 'profileDocument'>): ReleaseDocuments {
  return { policy: policyOf(policyDocument), profile: profileOf(profileDocument) };
}

/** A brand and its release in force, of a row and its documents. */
export function inForceOf(
  { brandId, ...release }: Omit<PolicyReleaseRow, 'policyDocument' | 'profileDocument'>,
  { policy, profile }: ReleaseDocuments,
): BrandInForce {
  return {
    brand: { ...BrandFrame.parse({ id: brandId }), profile },
    release: { ...ReleaseFrame.parse({ brandId, ...release }), policy },
  };
}

/** The policy release of a row; its policy is frozen and shared. */
export function releaseOf({ policyDocument, profileDocument: _, ...release }: PolicyReleaseRow): PolicyRelease {
  return { ...ReleaseFrame.parse(release), policy: policyOf(policyDocument) };
}
