/** An offer in the words a line may use. */
import type { Offer } from '../../domain/offer.ts';

type Money = { readonly minor: number; readonly currency: string };

/** "Up to 40% off selected coats". "Up to" stands wherever the brief says that the figure is the highest of several. */
export function offerHeadline(offer: Offer): string {
  const on = offer.on ? ` ${offer.on}` : '';
  const upTo = offer.percentIsMax ? 'Up to ' : '';
  switch (offer.type) {
    case 'percent-off':
      return `${upTo}${offer.percent ?? '?'}% off${on}`;
    case 'amount-off':
      return `${offer.amount ? money(offer.amount) : 'An amount'} off${on}`;
    case 'price':
      return `${offer.amount ? money(offer.amount) : 'A price'}${on && ` for${on}`}`;
    case 'free-shipping':
      return 'Free shipping';
    case 'free-gift':
      return `Free gift${on && `:${on}`}`;
    case 'buy-one-get-one':
      return `Buy one, get one${on && `:${on}`}`;
    case 'sample':
      return `Sample${on && `:${on}`}`;
    case 'trial':
      return `Trial${on && `:${on}`}`;
    case 'early-access':
      return `Early access${on && ` to${on}`}`;
    case 'other':
      return offer.on ?? 'Other offer';
    default:
      return offer.type satisfies never;
  }
}

/** What else holds of an offer, one short phrase each. */
export function offerTerms(offer: Offer): string[] {
  return [
    ...(offer.threshold ? [`From ${money(offer.threshold)} spent`] : []),
    ...(offer.referencePrice ? [`Compared with ${money(offer.referencePrice)} (${basisOf(offer)})`] : []),
    ...(offer.code ? [`Code ${offer.code}`] : []),
    ...(offer.membersOnly ? ['Members only'] : []),
    ...(offer.stockLimited ? ['While stock lasts'] : []),
    ...(offer.conditions ?? []),
  ];
}

/** An amount as Americans write it: "$15", "$12.50". */
export function money({ minor, currency }: Money): string {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

function basisOf({ referencePriceBasis }: Offer): string {
  return referencePriceBasis ? referencePriceBasis.replaceAll('-', ' ') : 'no basis given';
}
