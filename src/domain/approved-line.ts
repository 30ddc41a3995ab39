/** A line a person approved, bound to the text, facts and policy it was approved under. */
import * as z from 'zod';
import { Angle } from './candidate.ts';
import { BrandId } from './ids.ts';
import { Instant } from './instant.ts';

/**
 * `void`: a fact or the policy changed and it no longer passes. `recalled`: a person took it back. `undone`: its approval
 * was taken back before anybody could get it.
 */
export const LineState = z.enum(['live', 'void', 'recalled', 'expired', 'undone']);
export type LineState = z.infer<typeof LineState>;

export const ApprovedLine = z.strictObject({
  id: z.string(),
  brandId: BrandId,
  campaignId: z.string(),
  requestId: z.string(),
  cohortId: z.string(),
  candidateId: z.string(),
  text: z.string(),
  preheader: z.string().nullable(),
  angle: Angle,
  /** The merge-tag dialect the text is written in. */
  dialect: z.string(),
  writer: z.enum(['model', 'embedded-writer', 'person']),
  textHash: z.string(),
  factsHash: z.string(),
  /** The policy it last passed; goes along when a newer one lets it pass too. */
  policyHash: z.string(),
  state: LineState,
  /** Why it is not live any more. */
  reason: z.string().nullable(),
  approvedBy: z.string(),
  approvedAt: Instant,
  /** From when it may be delivered. Until then its approval can be undone. */
  releasedAt: Instant,
  validUntil: Instant,
  updatedAt: Instant,
});
export type ApprovedLine = z.infer<typeof ApprovedLine>;

/** How a line stands for whoever looks it up; one `in-grace` goes out from its release on. */
export const LineStanding = z.enum(['live', 'in-grace', 'void', 'recalled', 'expired', 'undone']);
export type LineStanding = z.infer<typeof LineStanding>;

/** The standing of a line at this instant. One that is over counts as expired before anybody ended it. */
export function standingOf(
  { state, releasedAt, validUntil }: Pick<ApprovedLine, 'state' | 'releasedAt' | 'validUntil'>,
  now: Instant,
): LineStanding {
  if (state !== 'live') return state;
  if (validUntil <= now) return 'expired';
  return releasedAt > now ? 'in-grace' : 'live';
}

/** The experiment arm of a line by its place in its cohort: A, B … Z, AA. */
export function armOf(place: number): string {
  const letter = String.fromCharCode(65 + ((place - 1) % 26));
  return place > 26 ? armOf(Math.floor((place - 1) / 26)) + letter : letter;
}

/** Why a line that nothing else speaks against is held back for now, or `null` once it is released. */
export function awaitingRelease({ releasedAt }: Pick<ApprovedLine, 'releasedAt'>, now: Instant): string | null {
  return releasedAt > now ? `it is in its release grace until ${releasedAt}` : null;
}

/**
 * Why a line may not be delivered at this instant, or `null` where it may.
 * The hashes in force are read in the same breath as the line.
 */
export function withheld(
  line: ApprovedLine,
  inForce: { readonly factsHash: string; readonly policyHash: string; readonly now: Instant },
): string | null {
  if (line.state !== 'live') return line.reason ?? `the line is ${line.state}`;
  if (line.validUntil <= inForce.now) return `the line was valid until ${line.validUntil}`;
  if (line.factsHash !== inForce.factsHash) return 'the facts it was approved under changed';
  if (line.policyHash !== inForce.policyHash) return 'the policy changed and the line was not checked again yet';
  // Last, so that a line that will never go out is not promised for later.
  return awaitingRelease(line, inForce.now);
}
