/** A brand whose drafting rests until somebody resumes it. */
import * as z from 'zod';
import { BrandId } from './ids.ts';
import { Instant } from './instant.ts';

export const BrandPause = z.strictObject({
  brandId: BrandId,
  /** Why, in the words of whoever paused it. */
  reason: z.string(),
  pausedBy: z.string(),
  pausedAt: Instant,
});
export type BrandPause = z.infer<typeof BrandPause>;

/** What a cohort that waits or is drafted says for the pause. */
export function pauseInWords({ reason }: Pick<BrandPause, 'reason'>): string {
  return `Drafting for this brand is paused: ${reason}`;
}
