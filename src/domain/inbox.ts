/** A line as a reader's inbox shows it. */
import * as z from 'zod';
import { Span, type Verdict } from './finding.ts';
import type { BrandId } from './ids.ts';
import type { Instant } from './instant.ts';

/** A text with its merge tags filled; `inserted` is where the values stand. */
export const RenderedText = z.strictObject({ text: z.string(), inserted: z.array(Span) });
export type RenderedText = z.infer<typeof RenderedText>;

/** What one kind of reader sees. */
export const InboxRendering = z.strictObject({
  /** In words, as findings name it: "typical", "first_name empty". */
  name: z.string(),
  /** `empty`: a value is missing and nothing stands in; `fallback`: something does; `hazard`: a rare value. */
  kind: z.enum(['typical', 'empty', 'fallback', 'longest', 'hazard']),
  subject: RenderedText,
  /** `null` where the line has none. */
  preheader: RenderedText.nullable(),
});
export type InboxRendering = z.infer<typeof InboxRendering>;

/** A typed text with what saving it would find, and how inboxes would show it. */
export type CheckedText = {
  readonly brandId: BrandId;
  readonly verdict: Verdict;
  /** Since when the policy is in force. */
  readonly policySince: Instant | null;
  /** The name in the From line. */
  readonly sender: string;
  /** The unluckiest reader first. */
  readonly renderings: readonly InboxRendering[];
};
