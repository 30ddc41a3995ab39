/** Dates in figures that readers may take for another day. */
import type { Market } from '../../../domain/brief.ts';
import type { Locale } from '../../../domain/instant.ts';
import type { Sighting } from '../../rule.ts';
import { dateOrderOf } from '../../text/claims/moments.ts';
import { monthNames } from '../../text/claims/zoned.ts';

const date =
  /(?<![\d/.,$€£%\p{L}])(?<first>\d{1,2})\/(?<second>\d{1,2})(?<year>\/\d{2}(?:\d{2})?)?(?![\d/%"”″\p{L}]|[.,]\d)/gu;

// Only what is said of time makes a date of two figures, or fractions and "24/7" would be dates.
const surelyBefore =
  /(?:ends?|ending|ended|starts?|starting|begins?|beginning|until|till?|through|thru|opens|closes|expires|expiring|valid|since|dates?|bis|endet|beginnt|startet|vom|jusqu['’]au|hasta|empieza|termina|fino al|dal|tot|t\/m|vanaf|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)[ ,.:–—-]{1,3}$/iu;
const maybeBefore = /(?:^|[\s(])(?:on|by|from|before|after|am|ab|le|du|au|el|il|op)\s$/iu;
const rangeBefore = /\d{1,2}\/\d{1,2} ?[-–—] ?$/u;
const rangeAfter = /^ ?[-–—] ?\d{1,2}\/\d{1,2}(?!\d)/u;
const endsThere = /^\s*(?:$|[.,;:!?)"”’]|[-–—|]|only\b|at\b|and\b|in store)/iu;
const aFraction =
  /^[ -](?:of|off|sleeves?|length|zip|inch(?:es)?|cups?|price|lb|pounds?|oz|carat|ct|mile|hour|scale|size|finger|view)\b/iu;

/** Each date in figures that reads as two days, or in an order its readers do not use. */
export function* unclearDates(literal: string, market: Market, locale: Locale): Iterable<Sighting> {
  for (const match of literal.matchAll(date)) {
    const { 0: written, index: start } = match;
    const end = start + written.length;
    const [first, second] = [Number(match.groups?.['first']), Number(match.groups?.['second'])];
    if (!isDay(first, second) || written === '24/7') continue;
    if (
      !isSaidOfTime(literal.slice(Math.max(0, start - 24), start), literal.slice(end, end + 16), match.groups?.['year'])
    )
      continue;
    const spans = [{ start, end }];
    const order = dateOrderOf(market, locale);
    if (first <= 12 && second <= 12) {
      if (first !== second)
        yield {
          message: `"${written}" is ${dayIn(first, second)} to some readers and ${dayIn(second, first)} to others; write the month as a word.`,
          spans,
        };
    } else if ((order === 'month-first' && first > 12) || (order === 'day-first' && second > 12)) {
      const [month, day] = first > 12 ? [second, first] : [first, second];
      yield {
        message: `"${written}" sets the ${first > 12 ? 'day' : 'month'} first, which readers in ${locale} do not; write ${dayIn(month, day)}.`,
        spans,
      };
    }
  }
}

function isDay(first: number, second: number): boolean {
  return first > 0 && second > 0 && Math.min(first, second) <= 12 && Math.max(first, second) <= 31;
}

function isSaidOfTime(before: string, after: string, year: string | undefined): boolean {
  if (year !== undefined || rangeBefore.test(before) || rangeAfter.test(after)) return true;
  if (aFraction.test(after)) return false;
  return surelyBefore.test(before) || (maybeBefore.test(before) && endsThere.test(after));
}

function dayIn(month: number, day: number): string {
  return `${monthNames[month - 1] ?? ''} ${day}`;
}
