/** What somebody said of a line without deciding it. Kept beside the audit chain, so that it can be erased. */
import * as z from 'zod';
import { BrandId } from './ids.ts';
import { Instant } from './instant.ts';

export const LineComment = z.strictObject({
  id: z.string(),
  brandId: BrandId,
  /** The line in review that it is about, whatever its text became. */
  itemId: z.string(),
  comment: z.string(),
  saidBy: z.string(),
  saidAt: Instant,
});
export type LineComment = z.infer<typeof LineComment>;
