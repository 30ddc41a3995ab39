/** When two people must approve a line before it is approved, and who may be the second. */
import type { FourEyes } from './brand.ts';
import type { Candidate } from './candidate.ts';
import type { Finding } from './finding.ts';
import type { Override } from './override.ts';
import type { ReviewItem } from './review-item.ts';
import { isOpen } from './review-states.ts';

type Waiting = {
  readonly item: Pick<ReviewItem, 'state' | 'firstApproval'>;
  readonly candidate: Pick<Candidate, 'provenance'>;
  readonly override: Pick<Override, 'state' | 'answeredBy'> | null;
};

/**
 * Why a line needs two approvals, each in a few words; empty where one is enough. A cohort whose size nobody gave
 * counts as a large one, so that leaving a fact out never saves an approval.
 */
export function needsTwo(
  fourEyes: FourEyes | undefined,
  { size, findings }: { readonly size: number | undefined; readonly findings: readonly Pick<Finding, 'rule'>[] },
): string[] {
  if (!fourEyes) return [];
  const { cohortSize, rules } = fourEyes;
  const found = rules.filter((rule) => findings.some((finding) => finding.rule === rule));
  if (cohortSize === undefined) return found;
  if (size === undefined) return ['the size of the cohort is not known', ...found];
  return size >= cohortSize ? [`the cohort has ${size} readers`, ...found] : found;
}

/**
 * Why somebody else than this person must approve a line as it stands, in a sentence to them, or `null` where they may:
 * the second approval comes from whoever neither gave the first nor wrote the text, and whoever lifted a block approves
 * nothing by it.
 */
export function whyAnother({ item, candidate, override }: Waiting, userId: string | null): string | null {
  if (userId === null || !isOpen(item.state)) return null;
  if (override?.state === 'granted' && override.answeredBy === userId)
    return 'You lifted the block of this line. Somebody else approves it.';
  if (item.state !== 'approved-once') return null;
  if (item.firstApproval?.userId === userId)
    return 'You gave the first approval of this line. Somebody else gives the second.';
  const { provenance } = candidate;
  return provenance.writer === 'person' && provenance.userId === userId
    ? 'You wrote this line. Somebody else gives the second approval.'
    : null;
}
