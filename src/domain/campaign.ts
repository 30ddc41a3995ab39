/** A campaign: what several briefs and requests belong to. */
import * as z from 'zod';
import { BrandId, ExternalId } from './ids.ts';
import { Instant } from './instant.ts';
import type { Usage } from './usage.ts';
import type { CohortState } from './variant-request.ts';

export const Campaign = z.strictObject({
  id: z.string(),
  brandId: BrandId,
  externalId: ExternalId,
  name: z.string(),
  createdAt: Instant,
});
export type Campaign = z.infer<typeof Campaign>;

/** A campaign and how far all of it is. */
export type CampaignOverview = {
  readonly campaign: Campaign;
  /** Its briefs, and the request of the newest of them. */
  readonly briefs: number;
  readonly requestId: string;
  /** How many of its cohorts are in each state; a state without one is left out. */
  readonly cohorts: Partial<Readonly<Record<CohortState, number>>>;
  /** Lines that wait for a person. */
  readonly pending: number;
  readonly usage: Usage;
  /** The earliest moment that lines are still needed by, be it past. */
  readonly needBy: Instant | null;
  /** The next moment one of its mails goes out. */
  readonly sendAt: Instant | null;
};
