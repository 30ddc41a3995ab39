/** The offer of a campaign: the only facts a line may claim about prices, dates and gifts. */
import * as z from 'zod';
import { Instant } from './instant.ts';
import { Money, Percent } from './money.ts';

/** What kind of advantage it is. */
export const OfferType = z.enum([
  'percent-off',
  'amount-off',
  'price',
  'free-shipping',
  'free-gift',
  'buy-one-get-one',
  'sample',
  'trial',
  'early-access',
  'other',
]);
export type OfferType = z.infer<typeof OfferType>;

/** What a crossed-out price is compared with (16 CFR 233; Directive 98/6/EC Art. 6a). */
export const ReferencePriceBasis = z.enum(['former-price', 'lowest-30-days', 'list-price', 'competitor-price']);
export type ReferencePriceBasis = z.infer<typeof ReferencePriceBasis>;

/**
 * The facts of an offer. A fact that is `null` is known to be absent; one that is not given is not known,
 * and a rule that needs it says so.
 */
export const Offer = z
  .strictObject({
    type: OfferType,
    /** What it applies to, in the retailer's words: "selected coats". */
    on: z.string().min(1).max(200).optional(),
    percent: Percent.optional(),
    /** True where the percentage is the highest of several, so that a line must say "up to". */
    percentIsMax: z.boolean().optional(),
    /** Share of the range that has the highest reduction; what "up to" rests on in the United Kingdom (CAP 3.1). */
    percentMaxShare: Percent.optional(),
    /** True where the percentage comes off on top of another reduction, so that a line may say "extra". */
    percentIsExtra: z.boolean().optional(),
    /** What is taken off; for a `price` what the thing costs, or the lowest of several prices. */
    amount: Money.optional(),
    /** What must be spent first. */
    threshold: Money.nullable().optional(),
    referencePrice: Money.optional(),
    referencePriceBasis: ReferencePriceBasis.optional(),
    /** Each condition as one short sentence or phrase. */
    conditions: z.array(z.string().min(1).max(300)).max(20).optional(),
    startsAt: Instant.optional(),
    endsAt: Instant.nullable().optional(),
    extendedFrom: Instant.optional(),
    stockLimited: z.boolean().optional(),
    membersOnly: z.boolean().optional(),
    code: z.string().min(1).max(40).optional(),
    /** Where the facts come from and who vouched for them. */
    source: z.strictObject({ from: z.string().min(1).max(200), vouchedBy: z.string().min(1).max(200) }).optional(),
  })
  .superRefine((offer, context) => {
    const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (offer.type === 'percent-off' && offer.percent === undefined)
      say('percent', 'a percent-off offer needs percent');
    if (offer.type === 'amount-off' && offer.amount === undefined) say('amount', 'an amount-off offer needs amount');
    if (offer.percentIsMax && offer.percent === undefined) say('percentIsMax', 'percentIsMax needs percent');
    if (offer.percentIsExtra && offer.percent === undefined) say('percentIsExtra', 'percentIsExtra needs percent');
    if (offer.percentMaxShare !== undefined && !offer.percentIsMax)
      say('percentMaxShare', 'percentMaxShare needs percentIsMax');
    if (offer.startsAt && offer.endsAt && offer.endsAt <= offer.startsAt) say('endsAt', 'must be after startsAt');
    if (offer.extendedFrom && offer.endsAt && offer.endsAt <= offer.extendedFrom)
      say('extendedFrom', 'must be before endsAt, the new end');
  });
export type Offer = z.infer<typeof Offer>;
