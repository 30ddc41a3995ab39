/** An offer in words that say no more than its facts: "up to" stays, "selected" stays, days are the campaign's. */
import type { Facts } from '../../domain/facts.ts';
import { addMs } from '../../domain/instant.ts';
import type { Money } from '../../domain/money.ts';
import type { Offer } from '../../domain/offer.ts';
import { dayName, daysBetween, localDate, localTime } from './calendar-words.ts';
import { type NounPhrase, nounPhrase } from './noun-phrase.ts';

/** What a line may say of the offer. Parts that the facts do not carry are `null`. */
export type OfferWords = {
  /** "up to 40% off" */
  readonly cut: string | null;
  /** "up to 40% off selected coats" */
  readonly deal: string | null;
  readonly on: NounPhrase | null;
  /** "Sunday", or "January 31" further off. */
  readonly lastDay: string | null;
  /** "through" where the reader's English knows it to include the day, else "until". */
  readonly throughWord: 'through' | 'until';
  /** Set where the offer has not begun when the mail arrives: "Friday". */
  readonly startDay: string | null;
  readonly code: string | null;
  readonly hasBegun: boolean;
  readonly startsToday: boolean;
  readonly endsThisWeek: boolean;
  readonly isHalf: boolean;
  readonly membersOnly: boolean;
};

/** The words of an offer, or `null` where there is none, or none that the facts allow to be put plainly. */
export function offerWords(facts: Facts): OfferWords | null {
  const { offer, send, timeZone, locale } = facts;
  if (!offer) return null;
  const sentAt = send.kind === 'at' ? send.at : null;
  if (sentAt && offer.endsAt && offer.endsAt <= sentAt) return null;
  const cut = cutOf(offer, locale);
  // An end at midnight belongs to the day before; one in mid-afternoon is no "through Sunday".
  const end = offer.endsAt ? addMs(offer.endsAt, -1) : null;
  const lastDay = end && localTime(end, timeZone) >= '23:00' ? dayName(end, sentAt, timeZone, locale) : null;
  const hasBegun = !offer.startsAt || (sentAt !== null && offer.startsAt <= sentAt);
  return {
    // "Selected coats are 40% off" has no room for a sum to be spent first.
    cut: offer.threshold || offer.type === 'early-access' || offer.type === 'free-shipping' ? null : cut,
    deal: cut && dealOf(cut, offer, locale),
    on: offer.on ? nounPhrase(offer.on) : null,
    lastDay,
    throughWord: /^en-(?:US|CA)/u.test(locale) || locale === 'en' ? 'through' : 'until',
    startDay: hasBegun || !offer.startsAt ? null : dayName(offer.startsAt, sentAt, timeZone, locale),
    code: offer.code ?? null,
    hasBegun,
    startsToday: Boolean(
      sentAt && offer.startsAt && localDate(offer.startsAt, timeZone) === localDate(sentAt, timeZone),
    ),
    endsThisWeek: Boolean(sentAt && end && daysBetween(sentAt, end, timeZone) <= 6),
    isHalf: offer.type === 'percent-off' && Number(offer.percent) === 50 && offer.percentIsMax === false,
    membersOnly: offer.membersOnly === true,
  };
}

/** The advantage alone. Where nobody said whether a percentage is the highest of several, no line states it. */
function cutOf({ type, percent, percentIsMax, amount, on }: Offer, locale: string): string | null {
  switch (type) {
    case 'percent-off':
      return percentIsMax === undefined ? null : `${percentIsMax ? 'up to ' : ''}${percent}% off`;
    case 'amount-off':
      return amount ? `${inMoney(amount, locale)} off` : null;
    case 'free-shipping':
      return 'free shipping';
    case 'early-access':
      return on ? 'early access' : null;
    // What these give, and against what, stands in free conditions: a person writes those lines.
    case 'price':
    case 'free-gift':
    case 'buy-one-get-one':
    case 'sample':
    case 'trial':
    case 'other':
      return null;
  }
}

/** The advantage with what it is on and what must be spent first, none of which may be left out. */
function dealOf(cut: string, { type, on, threshold }: Offer, locale: string): string {
  const least = threshold ? inMoney(threshold, locale) : null;
  if (type === 'early-access') return `${cut} to ${on}`;
  if (type === 'free-shipping') return `${cut}${on ? ` on ${on}` : ''}${least ? ` over ${least}` : ''}`;
  return `${cut}${on ? ` ${on}` : ''}${least ? ` when you spend ${least}` : ''}`;
}

function inMoney({ minor, currency }: Money, locale: string): string {
  const digits =
    new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const amount = minor / 10 ** digits;
  const shown = Number.isInteger(amount) ? { minimumFractionDigits: 0 } : {};
  return new Intl.NumberFormat(locale, { style: 'currency', currency, ...shown }).format(amount);
}
