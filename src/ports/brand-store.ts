/** Brands and their policy releases, as policies/ and everyone who checks a line needs them. */
import type { ApprovedLine } from '../domain/approved-line.ts';
import type { NewAuditEvent } from '../domain/audit-event.ts';
import type { Brand, FileMistake } from '../domain/brand.ts';
import type { Override } from '../domain/override.ts';
import type { PolicyRelease } from '../domain/policy.ts';
import type { CohortCounts, RequestCohort } from '../domain/variant-request.ts';
import type { LineCase } from './line-case.ts';

/** A brand with the policy its lines are checked by. */
export type BrandInForce = { readonly brand: Brand; readonly release: PolicyRelease };

/** A brand as it stands; `inForce` is `null` where its files had mistakes before it was ever imported. */
export type BrandStatus = {
  readonly id: string;
  readonly inForce: BrandInForce | null;
  readonly mistakes: readonly FileMistake[];
  readonly filesDiffer: boolean;
};

/** What becomes of a live line when a policy is published. */
export type Revalidation = { readonly line: ApprovedLine; readonly events: readonly NewAuditEvent[] };

export type BrandStore = {
  readonly brand: (brandId: string) => Promise<BrandInForce | null>;
  readonly brands: (brandIds: readonly string[]) => Promise<readonly BrandInForce[]>;
  /** Sandboxes too. */
  readonly allBrandIds: () => Promise<readonly string[]>;
  /** Without the sandboxes: the brands people have to do with. */
  readonly realBrandIds: () => Promise<readonly string[]>;
  /** Every release of a brand, newest first. */
  readonly releases: (brandId: string) => Promise<readonly PolicyRelease[]>;
  /** A brand that is not there yet, with its first, published release. False where it was there; nothing changes then. */
  readonly addBrand: (added: BrandInForce, events: readonly NewAuditEvent[]) => Promise<boolean>;
  /** The sandbox of a brand with its first release, as addBrand does it. */
  readonly addSandbox: (of: string, added: BrandInForce, events: readonly NewAuditEvent[]) => Promise<boolean>;
  readonly sandboxes: () => Promise<readonly { readonly id: string; readonly sandboxOf: string }[]>;
  /**
   * A draft release with the profile that goes into force with it. It takes the place of a draft of the same hash.
   */
  readonly addDraft: (brand: Brand, release: PolicyRelease, events: readonly NewAuditEvent[]) => Promise<void>;
  /**
   * Publish a draft, retire the release before it, and judge every live line of the brand under it, in one
   * transaction. `revalidate` and `settle` are pure; `settle` is asked about each cohort that lost a line, with the counts
   * that are left. Gives back how many lines were judged; `null` where there is no such draft.
   */
  readonly publish: (act: {
    readonly brandId: string;
    readonly releaseId: string;
    readonly publishedAt: string;
    readonly events: readonly NewAuditEvent[];
    readonly revalidate: (lineCase: LineCase, release: PolicyRelease, override: Override | null) => Revalidation;
    readonly settle: (cohort: RequestCohort, counts: CohortCounts) => RequestCohort;
  }) => Promise<number | null>;
};
