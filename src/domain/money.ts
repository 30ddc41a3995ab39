/** Money and percentages as the trade writes them down, never as floating point. */
import * as z from 'zod';

/** An amount in minor units (cents) of an ISO 4217 currency. */
export const Money = z.strictObject({
  minor: z.int().nonnegative().max(1_000_000_000_00),
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code, such as USD'),
});
export type Money = z.infer<typeof Money>;

/** A share of a hundred as a decimal string: "40", "12.5". */
export const Percent = z
  .string({ error: 'must be a decimal number in quotes, such as "40"' })
  .regex(/^(?:100|\d{1,2})(?:\.\d{1,2})?$/, 'must be a decimal number from 0 to 100, such as "40"');
export type Percent = z.infer<typeof Percent>;
