/** An approved line with everything its validity hangs on, read in one breath. */
import type { ApprovedLine } from '../domain/approved-line.ts';
import type { BriefRevision } from '../domain/brief.ts';
import type { SeenLine } from '../domain/finding.ts';

export type LineCase = {
  readonly line: ApprovedLine;
  /** Which line of its cohort it is, by approval, from 1; never given twice. */
  readonly place: number;
  /** The newest revision of the brief. */
  readonly brief: BriefRevision;
  /** The cohort's name in the brief. */
  readonly cohortExternalId: string;
  readonly campaign: { readonly externalId: string; readonly name: string };
  /** The hash of the brand's published policy. */
  readonly policyHash: string;
};

/** Lines these readers may have seen: sent or approved for a cohort of that name. */
export type SeenBy = {
  readonly brandId: string;
  readonly cohortExternalId: string;
  readonly since: string;
  /** A line that is not to be held against itself. */
  readonly exceptLineId?: string;
};

export type Neighbours = {
  /** Newest first, at most 5,000. */
  readonly seenBy: (readers: SeenBy) => Promise<readonly SeenLine[]>;
};
