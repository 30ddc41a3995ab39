/** A line a person approved for whenever a brand has nothing better: it speaks of no offer and belongs to no campaign. */
import * as z from 'zod';
import { PassReason } from './decision.ts';
import { RecordedVerdict } from './finding.ts';
import { BrandId } from './ids.ts';
import { Instant } from './instant.ts';

export const FallbackLine = z.strictObject({
  id: z.string(),
  brandId: BrandId,
  text: z.string(),
  preheader: z.string().nullable(),
  /** The merge-tag dialect the text is written in. */
  dialect: z.string(),
  textHash: z.string(),
  /** The policy it was approved under, and what that said. Whether it may go out is judged anew each time it is asked for. */
  policyHash: z.string(),
  verdict: RecordedVerdict,
  /** Why it was approved although it carries warnings; `null` where it carries none. */
  warningsPassed: PassReason.nullable(),
  state: z.enum(['live', 'recalled']),
  /** Why it was taken back. */
  reason: z.string().nullable(),
  approvedBy: z.string(),
  approvedAt: Instant,
  updatedAt: Instant,
});
export type FallbackLine = z.infer<typeof FallbackLine>;
