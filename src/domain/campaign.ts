/** A campaign: what several briefs and requests belong to. */
import * as z from 'zod';
import { BrandId, ExternalId } from './ids.ts';
import { Instant } from './instant.ts';

export const Campaign = z.strictObject({
  id: z.string(),
  brandId: BrandId,
  externalId: ExternalId,
  name: z.string(),
  createdAt: Instant,
});
export type Campaign = z.infer<typeof Campaign>;
