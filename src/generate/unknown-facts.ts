/** What a writer must not make up: a sentence for every fact that is missing or known to be absent. */
import type { Facts } from '../domain/facts.ts';
import type { Offer } from '../domain/offer.ts';

/** The gaps in the facts as orders to the writer. */
export function unknownFacts(facts: Facts): string[] {
  return [
    ...offerGaps(facts.offer),
    ...(facts.claims.length === 0
      ? ['No claim is proven: no superlative, bestseller, review, rating or comparison, and no promise of an effect.']
      : ['Only what stands under "claims" is proven: no other superlative, review, rating, comparison or effect.']),
    ...(facts.products.length === 0 && !facts.cohort?.next && facts.messageType === 'promotional'
      ? ['No product is named: speak of kinds of things.']
      : []),
    ...(facts.send.kind === 'triggered'
      ? ['The day a reader gets it is not known: no weekday, date, "today" or "tonight".']
      : []),
  ];
}

function offerGaps(offer: Offer | null | undefined): string[] {
  if (offer === null) return ['There is no offer: no price, percentage, discount, gift, free shipping or deadline.'];
  if (offer === undefined)
    return ['Nothing is known of an offer: no price, percentage, discount, gift, free shipping or deadline.'];
  const gaps: string[] = [];
  if (offer.endsAt === undefined) gaps.push('When the offer ends is not known: no deadline and no hurry.');
  if (offer.endsAt === null) gaps.push('The offer has no end: no deadline and no hurry.');
  if (!offer.extendedFrom) gaps.push('The offer was not extended: do not say so.');
  if (offer.stockLimited === undefined) gaps.push('Whether stock is limited is not known: nothing "while it lasts".');
  if (offer.stockLimited === false) gaps.push('Stock is not limited: nothing "while it lasts".');
  if (offer.conditions === undefined)
    gaps.push('The conditions of the offer are not known: do not say "no exclusions".');
  if (offer.percent !== undefined && offer.percentIsMax === undefined)
    gaps.push('Whether the percentage is the highest of several is not known: do not say "everything" or "all".');
  if (offer.threshold === undefined && (offer.type === 'free-shipping' || offer.type === 'free-gift'))
    gaps.push('Whether something must be spent first is not known: do not call it unconditional.');
  if (!offer.referencePrice) gaps.push('No former price is known: no "was", no price crossed out, no "save $".');
  return gaps;
}
