/** What a check of audit chains found. */
import * as z from 'zod';
import { BrandId } from './ids.ts';
import { Instant } from './instant.ts';

/** The first event of a chain that does not hold. */
export const BrokenEvent = z.strictObject({
  /** Its number in the chain, from 1. */
  sequence: z.int().positive(),
  /** `null` where it is missing. */
  id: z.string().nullable(),
  reason: z.string(),
});
export type BrokenEvent = z.infer<typeof BrokenEvent>;

export const ChainsChecked = z.strictObject({
  /** What was written later is not in it. */
  checkedAt: Instant,
  chains: z.array(
    z.strictObject({
      brandId: BrandId,
      /** Events that hold together, from the first one on. */
      whole: z.int().nonnegative(),
      broken: BrokenEvent.nullable(),
    }),
  ),
});
export type ChainsChecked = z.infer<typeof ChainsChecked>;
