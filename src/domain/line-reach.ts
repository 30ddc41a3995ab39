/** How far an approved line got: who fetched it, in which sends it went out, and what came of them. */
import * as z from 'zod';
import { Instant } from './instant.ts';

/** Numbers are sums over what campaign tools reported; `null` where none reported any. */
export const LineReach = z.strictObject({
  /** Campaign tools that fetched it. */
  tools: z.int().nonnegative(),
  firstFetchedAt: Instant.nullable(),
  /** Sends it was used in, by what the tools acknowledged. */
  sends: z.int().nonnegative(),
  lastUsedAt: Instant.nullable(),
  /** Readers it was sent to. */
  readers: z.int().nonnegative().nullable(),
  opens: z.int().nonnegative().nullable(),
  clicks: z.int().nonnegative().nullable(),
});
export type LineReach = z.infer<typeof LineReach>;
