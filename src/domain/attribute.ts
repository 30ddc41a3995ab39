/** Merge attributes: what the e-mail platform fills in per reader, and how well it can. */
import * as z from 'zod';

/** One merge attribute of a list. Its key in a map is the canonical name (`first_name`), whatever the dialect calls it. */
export const Attribute = z.strictObject({
  /** What the values are; numbers are rendered as 0, 1 and negative too. */
  type: z.enum(['text', 'number', 'date']).default('text'),
  /** Share of the list that has a value, 0 to 1. */
  coverage: z.number().min(0).max(1).optional(),
  /** Real-looking values, the first one the most typical. */
  samples: z.array(z.string().max(200)).max(20).default([]),
  /** The longest value the list holds or allows. */
  longest: z.string().max(200).optional(),
  /** What the platform inserts by its own setting where the value is missing. */
  defaultSetInEsp: z.string().max(200).optional(),
  /** How this brand's account spells the attribute in a tag, besides the dialect's usual names. */
  spelledAs: z.array(z.string().min(1).max(100)).max(20).default([]),
});
export type Attribute = z.infer<typeof Attribute>;

/** Attributes by canonical name. */
export const Attributes = z.record(z.string().regex(/^[a-z][a-z0-9_]{0,62}$/), Attribute);
export type Attributes = z.infer<typeof Attributes>;
