/** A cohort: who will read the line, and why they are written to. */
import * as z from 'zod';
import { ExternalId } from './ids.ts';
import { Locale } from './instant.ts';
import { Offer } from './offer.ts';
import { Send } from './send.ts';

/** How what comes next goes with what they have. */
export const NextKind = z.enum(['complete-the-set', 'other-variant', 'complement']);
export type NextKind = z.infer<typeof NextKind>;

/** What to speak of next, so that a second purchase is helped and not the first one recited. */
export const NextPurchase = z.strictObject({
  kind: NextKind,
  /** Things one can see, as the shop calls them: "barrel-leg jeans in ecru". */
  items: z.array(z.string().min(1).max(120)).min(1).max(20),
  /** Why it goes with what they have, in a few words. */
  because: z.string().min(1).max(300).optional(),
});
export type NextPurchase = z.infer<typeof NextPurchase>;

/** What readers may have told the brand of themselves. Most of them are special or near-special data (GDPR Art. 9). */
export const DeclaredTopic = z.enum([
  'gender',
  'age',
  'birthday',
  'family',
  'pregnancy',
  'health',
  'weight',
  'religion',
  'ethnicity',
  'orientation',
  'politics',
  'finances',
]);
export type DeclaredTopic = z.infer<typeof DeclaredTopic>;

export const Cohort = z.strictObject({
  externalId: ExternalId,
  name: z.string().min(1).max(200),
  /** Who they are, for a person and for the model. */
  who: z.string().min(1).max(1000),
  /** Why they came into this cohort. */
  why: z.string().min(1).max(1000).optional(),
  /** Readers in it. */
  size: z.int().nonnegative().optional(),
  /** What membership rests on. */
  basis: z.enum(['purchase', 'behaviour', 'declared', 'lifecycle', 'list', 'incident']).optional(),
  /** What these readers told the brand of themselves, and agreed to be addressed by. */
  declared: z.array(DeclaredTopic).max(20).optional(),
  bought: z.array(z.string().min(1).max(120)).max(20).default([]),
  next: NextPurchase.optional(),
  /** Approved lines wanted; the brief's `needed` where not given. */
  needed: z.int().min(1).max(50).optional(),
  /** `null` says that this cohort has no offer although the brief has one. */
  offer: Offer.nullable().optional(),
  locale: Locale.optional(),
  send: Send.optional(),
});
export type Cohort = z.infer<typeof Cohort>;
