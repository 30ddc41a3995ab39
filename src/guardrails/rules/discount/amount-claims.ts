/** Compare an amount of money in a line with the offer: a saving, a price, a sum to spend, a former price. */
import type { Money } from '../../../domain/money.ts';
import type { Offer } from '../../../domain/offer.ts';
import type { Sighting } from '../../rule.ts';
import type { AmountFigure, AmountRole } from '../../text/claims/figure.ts';
import { figuresOf } from '../../text/claims/figures.ts';
import { isPartOfBundle } from './bundle.ts';
import { against, type Ground, quoted, unknown, withoutOffer } from './judged.ts';
import { isAmountStated } from './stated.ts';
import { hundredthsOfMoney, hundredthsOfPercent, moneyWords } from './worded.ts';

const paths: Readonly<Record<AmountRole, string>> = {
  off: 'offer.amount',
  price: 'offer.amount',
  threshold: 'offer.threshold',
  reference: 'offer.referencePrice',
};

const claims: Readonly<Record<AmountRole, string>> = {
  off: 'claims a saving',
  price: 'claims a price',
  threshold: 'claims a sum to spend',
  reference: 'claims a former price or value',
};

/** The path of the fact an amount would be compared with, and what it claims. */
export function amountFact({ roles }: AmountFigure): { path: string; claim: string } {
  const role = roles[0] ?? 'price';
  return { path: paths[role], claim: claims[role] };
}

/** What is wrong with an amount. */
export function amountSightings(figure: AmountFigure, ground: Ground): Sighting[] {
  const { line, facts, stated, limits } = ground;
  const { offer } = facts;
  if (isAmountStated(figure, stated)) return [];
  if (
    offer &&
    figure.roles.some((role) =>
      moneyFor(role, offer).some((money) => isSaid(figure, money, role === 'off' && money !== offer.amount)),
    )
  )
    return [];
  if (offer && figure.isBare && isOtherHalf(figure, offer, ground)) return [];
  if (offer && figure.isBare && isPartOfBundle(figure.hundredths, offer, line)) return [];
  if (limits.allowPricePoints && figure.relation !== 'is' && figure.roles.includes('price')) return [];
  const { path, claim } = amountFact(figure);
  if (offer === undefined) return [unknown(figure, line, path, claim)];
  if (offer === null) return [withoutOffer(figure, line)];
  return unlike(figure, offer, ground);
}

/**
 * What no word explains is read as what it fits, where it can be nothing else: the sum to spend ("reach $125, drop $25"),
 * and beside the offer's own figure the former price or the saving ("the $140 coat is $98", "save 30%, or $42").
 */
function isOtherHalf(figure: AmountFigure, offer: Offer, { line }: Ground): boolean {
  const { threshold, referencePrice, amount, percent } = offer;
  const isOf = (one: AmountFigure, money: Money) => isSaid(one, money, false);
  const others = figuresOf(line).filter((other) => other.number.start !== figure.number.start);
  const hasAmount = (money: Money | null | undefined) =>
    !!money && others.some((other) => other.kind === 'amount' && isOf(other, money));
  if (threshold && isOf(figure, threshold)) return true;
  // "Pay $80 for $100 of knits" takes $20 off.
  const rest = threshold && amount && threshold.currency === amount.currency ? threshold.minor - amount.minor : 0;
  if (threshold && rest > 0 && isOf(figure, { ...threshold, minor: rest })) return hasAmount(threshold);
  const hasPercent =
    percent !== undefined &&
    others.some((other) => other.kind === 'percent' && other.hundredths === hundredthsOfPercent(percent));
  if (amount && isOf(figure, amount) && hasAmount(threshold)) return true;
  if (!hasPercent && !hasAmount(amount)) return false;
  const savings = workedOut('off', offer);
  return (!!referencePrice && isOf(figure, referencePrice)) || savings.some((money) => isSaid(figure, money, true));
}

function unlike(figure: AmountFigure, offer: Offer, { line }: Ground): Sighting[] {
  const { path, claim } = amountFact(figure);
  const role = figure.roles[0] ?? 'price';
  if (role === 'threshold' && offer.threshold === null) {
    const message = `${quoted(figure, line)} names a sum to spend, and the brief says there is none; take it out.`;
    return [against(figure, message, { path, value: 'none' })];
  }
  const [known] = moneyFor(role, offer);
  if (known) {
    const message = `${quoted(figure, line)} ${claim} that is not the brief's, which is ${moneyWords(known)}; write that.`;
    return [against(figure, message, { path, value: moneyWords(known) })];
  }
  if (role === 'threshold' || role === 'reference' || offer.type === 'other' || offer.type === 'price')
    return [unknown(figure, line, path, claim)];
  const value = offer.percent === undefined ? offer.type : `${offer.percent}%`;
  const message = `${quoted(figure, line)} ${claim} that stands nowhere in the brief, whose offer is ${value}; take it out or add it to the brief.`;
  return [against(figure, message, { path: offer.percent === undefined ? 'offer.type' : 'offer.percent', value })];
}

/** The amounts of the offer, given or worked out from others, that a role may mean. */
function moneyFor(role: AmountRole, offer: Offer): Money[] {
  const { type, amount, threshold, referencePrice } = offer;
  if (role === 'threshold') return threshold ? [threshold] : [];
  if (role === 'reference') return referencePrice ? [referencePrice] : [];
  const given = amount && (role === 'price') === (type === 'price') ? [amount] : [];
  // What an amount is in an offer that is neither a price nor so much off is left to the reader.
  const open = amount && type !== 'price' && type !== 'amount-off' ? [amount] : [];
  return [...given, ...open, ...workedOut(role, offer)];
}

function workedOut(role: 'off' | 'price', { type, amount, percent, referencePrice }: Offer): Money[] {
  if (!referencePrice) return [];
  const { minor, currency } = referencePrice;
  if (amount?.currency === currency && (type === 'price' || type === 'amount-off') && amount.minor <= minor) {
    const isGiven = (role === 'price') === (type === 'price');
    return isGiven ? [] : [{ minor: minor - amount.minor, currency }];
  }
  if (percent === undefined) return [];
  const off = Math.floor((minor * hundredthsOfPercent(percent)) / 10_000);
  return [{ minor: role === 'off' ? off : minor - off, currency }];
}

/** A saving that was worked out may be rounded down. */
function isSaid({ hundredths, currencies, relation }: AmountFigure, money: Money, roundsDown: boolean): boolean {
  if (!currencies.includes(money.currency)) return false;
  const known = hundredthsOfMoney(money);
  if (roundsDown) return hundredths <= known && hundredths > known - 100;
  return relation === 'under' ? known <= hundredths : known === hundredths;
}
