/** A drafting run that somebody asked for in words: "five more, warmer, no pun". */
import * as z from 'zod';
import { Instant } from './instant.ts';
import { CohortState } from './variant-request.ts';

export const RunNote = z.strictObject({
  run: z.int().positive(),
  /** What is wished for, in the words of whoever asked. */
  note: z.string(),
  /** Lines wanted, whatever the cohort has already. */
  count: z.int().positive(),
  /** The state the cohort was in. */
  askedIn: CohortState,
  /** The id of a person or a campaign tool. */
  askedBy: z.string(),
  askedAt: Instant,
});
export type RunNote = z.infer<typeof RunNote>;
