/** Compare a percentage in a line with the offer: its value, "up to", "extra", and what it is counted from. */
import type { Offer } from '../../../domain/offer.ts';
import type { Sighting } from '../../rule.ts';
import type { PercentFigure } from '../../text/claims/figure.ts';
import { against, type Ground, quoted, unknown, withoutOffer } from './judged.ts';
import { isPercentStated } from './stated.ts';
import { withoutUpTo, withUpTo } from './up-to.ts';
import { hundredthsOfMoney, hundredthsOfPercent, percentWords } from './worded.ts';

/** What is wrong with a percentage, in the order a reader would care. */
export function percentSightings(figure: PercentFigure, ground: Ground): Sighting[] {
  const { line, facts, stated } = ground;
  const { offer } = facts;
  const isOffers = offer?.percent !== undefined && isSame(figure, hundredthsOfPercent(offer.percent));
  if (!isOffers && isPercentStated(figure, stated)) return [];
  if (offer === undefined) return [unknown(figure, line, 'offer.percent', 'claims a reduction')];
  if (offer === null) return [withoutOffer(figure, line)];
  if (offer.percent === undefined) return withoutPercent(figure, offer, ground);
  const percent = percentWords(hundredthsOfPercent(offer.percent));
  if (!isOffers) {
    const message = `${quoted(figure, line)} is not the offer, which is ${offer.percentIsMax ? 'up to ' : ''}${percent}; write the figure of the brief.`;
    return [against(figure, message, { path: 'offer.percent', value: percent })];
  }
  return [
    ...boundSightings(figure, offer, percent, ground),
    ...extraSightings(figure, offer, ground),
    ...basisSightings(figure, offer, ground),
  ];
}

/** A third is 33 or 33.33 percent in a brief. */
function isSame({ hundredths }: PercentFigure, value: number): boolean {
  if (hundredths % 100 === 33 || hundredths % 100 === 67) return Math.abs(hundredths - value) < 100;
  return hundredths === value;
}

function withoutPercent(figure: PercentFigure, offer: Offer, ground: Ground): Sighting[] {
  const most = percentOfPrices(offer);
  if (most.length > 0) {
    if (most.some((value) => isRoundedDown(figure.hundredths, value))) return basisSightings(figure, offer, ground);
    const value = percentWords(Math.floor((most[0] ?? 0) / 100) * 100);
    const message = `${quoted(figure, ground.line)} is not what the prices of the brief give, which is ${value} rounded down; write that.`;
    return [against(figure, message, { path: 'offer.referencePrice', value })];
  }
  if (offer.type === 'other' || offer.type === 'price' || offer.type === 'buy-one-get-one')
    return [unknown(figure, ground.line, 'offer.percent', 'claims a reduction')];
  const message = `${quoted(figure, ground.line)} is no figure of the brief, whose offer is ${offer.type}; take it out.`;
  return [against(figure, message, { path: 'offer.type', value: offer.type })];
}

/** The percentages that reference price and amount give, in hundredths; of a plain amount both readings. */
function percentOfPrices({ type, referencePrice, amount }: Offer): number[] {
  if (!referencePrice || !amount || referencePrice.currency !== amount.currency) return [];
  const before = hundredthsOfMoney(referencePrice);
  const given = hundredthsOfMoney(amount);
  if (before === 0 || given > before) return [];
  const asPrice = ((before - given) * 10_000) / before;
  const asSaving = (given * 10_000) / before;
  if (type === 'price') return [asPrice];
  return type === 'amount-off' ? [asSaving] : [asPrice, asSaving];
}

// Rounding up would promise more than the prices give (Aldi Süd, C-330/23).
function isRoundedDown(claimed: number, value: number): boolean {
  return claimed <= value + 1e-6 && claimed > value - 100;
}

function boundSightings(figure: PercentFigure, offer: Offer, percent: string, ground: Ground): Sighting[] {
  const { line, stated } = ground;
  const fact = { path: 'offer.percentIsMax', value: String(offer.percentIsMax) };
  if (figure.low !== null) {
    const low = figure.low;
    const isLowStated = stated.some((other) => other.kind === 'percent' && other.hundredths === low);
    if (offer.percentIsMax && isLowStated) return [];
    const message = `${quoted(figure, line)} is a range, and the brief knows ${offer.percentIsMax ? 'no lowest reduction' : `${percent} alone`}; write ${offer.percentIsMax ? 'up to ' : ''}${percent}.`;
    return [against(figure, message, { path: 'offer.percent', value: percent })];
  }
  if (figure.bound === 'at-least') {
    const message = `${quoted(figure, line)} says that ${percent} is the least, and the brief says that it is ${offer.percentIsMax ? 'the highest reduction' : 'the reduction'}; write ${offer.percentIsMax ? 'up to ' : ''}${percent}.`;
    return [against(figure, message, fact)];
  }
  if (figure.bound === 'is') {
    if (!offer.percentIsMax) return [];
    const message = `${quoted(figure, line)} leaves out "up to"; ${percent} is the highest of several reductions, so keep the words.`;
    return [{ ...against(figure, message, fact), ...withUpTo(figure, line) }];
  }
  if (offer.percentIsMax === undefined)
    return [unknown(figure, line, 'offer.percentIsMax', `says that ${percent} is the highest of several reductions`)];
  if (offer.percentIsMax) return shareSightings(figure, offer, ground);
  const message = `${quoted(figure, line)} says "up to", and the brief has one reduction of ${percent}; leave "up to" out.`;
  return [{ ...against(figure, message, fact), ...withoutUpTo(figure, line) }];
}

/** In some markets "up to" needs a fair share of the range at the highest reduction. */
function shareSightings(figure: PercentFigure, { percentMaxShare }: Offer, ground: Ground): Sighting[] {
  const { line, market, limits } = ground;
  if (!limits.maxShareIn.includes(market)) return [];
  if (percentMaxShare === undefined)
    return [unknown(figure, line, 'offer.percentMaxShare', 'needs the share of the range at the highest reduction')];
  if (Number(percentMaxShare) >= limits.minMaxShare) return [];
  const message = `${quoted(figure, line)} holds for ${percentMaxShare}% of the range, and "up to" needs ${limits.minMaxShare}%; name a lower figure.`;
  return [against(figure, message, { path: 'offer.percentMaxShare', value: `${percentMaxShare}%` })];
}

function extraSightings(figure: PercentFigure, { type, percentIsExtra }: Offer, { line }: Ground): Sighting[] {
  // "Buy one, get another half off": another one.
  if (!figure.isExtra || percentIsExtra || type === 'buy-one-get-one') return [];
  if (percentIsExtra === undefined)
    return [unknown(figure, line, 'offer.percentIsExtra', 'says that it comes on top of another reduction')];
  const message = `${quoted(figure, line)} says that it comes on top of another reduction, and the brief says it does not; leave the word out.`;
  return [against(figure, message, { path: 'offer.percentIsExtra', value: 'false' })];
}

function basisSightings(figure: PercentFigure, offer: Offer, ground: Ground): Sighting[] {
  const { line, market, limits } = ground;
  const { referencePriceBasis: basis, percent, percentIsMax } = offer;
  const sightings: Sighting[] = [];
  if (limits.lowest30DaysIn.includes(market) && basis === undefined)
    sightings.push(unknown(figure, line, 'offer.referencePriceBasis', 'needs the price it is counted from'));
  else if (limits.lowest30DaysIn.includes(market) && basis !== 'lowest-30-days') {
    const message = `${quoted(figure, line)} is counted from the ${words(basis)}; here a reduction is counted from the lowest price of the last 30 days.`;
    sightings.push(against(figure, message, { path: 'offer.referencePriceBasis', value: basis ?? '' }));
  }
  const prices = percent === undefined ? [] : percentOfPrices(offer);
  if (prices.length === 0 || prices.some((value) => hundredthsOfPercent(percent ?? '0') <= value + 1e-6))
    return sightings;
  const most = percentWords(Math.floor((percentIsMax ? Math.max(...prices) : (prices[0] ?? 0)) / 100) * 100);
  const message = `${quoted(figure, line)} is more than the prices of the brief give, which is ${most} rounded down; mend the brief or write that.`;
  return [...sightings, against(figure, message, { path: 'offer.referencePrice', value: most })];
}

function words(basis: string | undefined): string {
  return basis === 'former-price' ? 'former price' : (basis ?? '').replaceAll('-', ' ');
}
