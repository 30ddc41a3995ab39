/** When a campaign goes out. */
import * as z from 'zod';
import { Instant } from './instant.ts';

/** At one instant, or whenever its trigger fires for a reader. */
export const Send = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('at'), at: Instant }),
  z.strictObject({ kind: z.literal('triggered'), trigger: z.string().min(1).max(300) }),
]);
export type Send = z.infer<typeof Send>;
