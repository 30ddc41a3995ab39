/** Reads which ends and starts a line states: "ends Sunday at midnight", "through Nov 29", "today only". */
import type { Span } from '../../../domain/finding.ts';
import { matchesOf } from '../matches-of.ts';
import { type DateOrder, type Moment, momentsIn, type When, type Written } from './moments.ts';

/** What a line says of some moments: that something ends then, starts then, or is to be had then alone. */
export type StatedTime = {
  readonly relation: 'end' | 'start' | 'only';
  /** The words that say it, with all of the moment, in the text as written. */
  readonly span: Span;
  /** What is said together: the day, the date, the hour. */
  readonly parts: readonly { readonly when: When; readonly span: Span }[];
};

/** A word in folded text that speaks of an offer. "Until midnight" alone may be about a party; "only until" is not. */
export const offerSigns =
  /[%$€£]|\b(?:only (?:until|till|til|thru|through)|off|sales?|deals?|save|savings?|free|offers?|discounts?|codes?|events?|access|clearance|promos?|promotion|prices?|bogo|doorbusters?|markdowns?|bonus|gifts?|shop|points|extended|preview|soldes|sonderangebote?|rabatt|reduziert|descuentos?|rebajas|ofertas?|gratis|saldi|sconti|sconto|korting|remises?|promotions|versandkostenfrei|livraison|envios?)\b/;

const small =
  '(?: (?:up|on|at|by|this|after|from|am|um|le|el|il|op|om|a|the|of|just|now|here)){0,2}[\\s:,(@-]{1,3}(?:the )?';
const endsBefore = new RegExp(
  `\\b(?:ends?|ended|ending|gone|expires?|expiring|closes?|closing|concludes|wraps up|(?:is|be|it's|all) over|(?:last|final) day(?:(?: (?:to|of|for) [a-z' ]{2,25})? is)?|prices? (?:go|goes|going) (?:back )?up|back (?:up )?to (?:full|regular|normal) price|you(?: have|'ve got) (?:until|till)|endet|enden|se termine|prend fin|expire|termina|terminan|acaba|acaban|finaliza|scade|scadono|finisce|eindigt|stopt)${small}$`,
);
const untilBefore =
  /(?:\b(?:until|till|til|thru|through|good thru|bis|jusqu'au|jusqu'a|hasta|fino al?|fino alla|t\/m|tot en met|tot|all the way to)(?: (?:at|on|zum|el|le|la|um|this|the|end of))?|\b(?:shop|save|buy|redeem|claim|use it|use them|use your code|use (?:code )?[a-z0-9]{2,20}|yours|register|book|enter) by)[\s:]{1,2}(?:the )?$/;
// "Save up to 45% on cookware by Thursday", and not what is delivered by then.
const byAfterSaving =
  /(?<=(?:^|[.!?:] )(?:save|take|get|enjoy|grab|claim) (?:up to |an? |extra |your ){0,2}(?:\d{1,3} ?%|[$€£]\d+)(?: (?!back|deliver|arriv|ship|sent|home|here|there|in time)[a-z0-9&'-]+){0,7} )by $/;
// What until speaks of something else than an offer's end: shop hours, returns, waiting, the days to a holiday.
const untilOtherwise =
  /\b(?:open|opened|closed|returns?|days?|sleeps?|weeks?|hours?|minutes?|wait|waiting|not|never|up|countdown|asleep|dance|dancing|party|work) (?:is |are )?(?:only )?(?:until|till|til|thru|through)\b[^.!?]{0,20}$|\breturns? [^.!?]{0,20}\b(?:until|till|til|thru|through)\b[^.!?]{0,12}$/;
// What ends by itself, or is no offer's end.
const endsOtherwise =
  /\b(?:summer|winter|spring|fall|autumn|season|school|semester|daylight saving time|daylight savings|the week|the year|the month|the day|voting|points|rewards|cart|bag|membership|subscription|trial|gift card|balance|password|session|registration|entries|weekend|odds and|split|never|poll|survey|contest) (?:will |all )?(?:ends?|ending|expires?|expiring|closes?|closing)\b[^.!?]{0,20}$|\b(?:was|were|had|been) gone\b[^.!?]{0,20}$|\b(?:bag|cart|points|rewards|store|shop|stores|doors)\b[^.!?]{0,24}\b(?:expires?|expiring|closes?|closing)\b[^.!?]{0,20}$/;
const startsBefore =
  /(?:^|[%!:.,;-] ?|\b(?:sales?|event|access|offers?|deals?|savings|off|it|preview|promo|doorbusters|clearance|shipping|points) (?:officially )?)(?:starts?|starting|begins?|beginning|kicks off|goes live|unlocks|opens)(?: (?:on|at|this|the))?[\s:]{1,2}$/;
// "20% off all knits starts Thursday": what is reduced stands between, and no other thought.
const reducedStarts =
  /(?:%|\boff|\bprice)(?: (?!(?:that|which|who|since|because|before|until|till|when|as|while|after|if|where|school|season|term|class|work|camp|spring|summer|fall|autumn|winter|year|week|holidays?|vacation|your day|day|morning)\b)[a-z&'-]+){1,6} (?:from|starts?|starting|begins?|beginning|kicks off|goes live|unlocks|opens)(?: (?:on|at|this|the))? $/;
const nowShape =
  /((?:^|[%!:] |\b(?:sales?|event|access|offers?|deals?|savings|off|preview|promo|doorbusters|clearance) )(?:officially )?)(?:(?:starts?|begins?|kicks off) (?:right )?now|is (?:live|on) now|(?:is )?now live)\b/g;
const onlyAfter = /^ only\b/;
const lastDayAfter =
  /^(?: is|:|,| -|'s) (?:(?:the |your )?(?:very )?(?:last|final) (?:day|chance|call)\b|the end of (?:up to |an? |extra |our |the )?(?:\d{1,3} ?%|half (?:off|price)|sale|savings|deals|free))/;
const rangeBetween = /^ ?(?:-|to|thru|through|until|till) ?(?:on |the )?$/;
const chained = /^(?: ?[,(@-])? ?(?:(?:at|on|by|the|um|a las?|alle|om) )?$/;

/** Everything a line states of ends and starts. Offsets of the spans are those of the text as written. */
export function statedTimesIn(line: Written, order: DateOrder): readonly StatedTime[] {
  const { text } = line.folded();
  const stated = startsNow(line);
  const moments = momentsIn(line, order);
  const speaksOfOffer = offerSigns.test(text);
  for (let at = 0; at < moments.length; at++) {
    const first = moments[at];
    if (!first) continue;
    const group = groupFrom(text, moments, at);
    at += group.length - 1;
    const range = rangeEnd(text, moments, at);
    const last = group[group.length - 1] ?? first;
    const found = relationOf(text, first, last, speaksOfOffer) ?? (range && speaksOfOffer ? null : undefined);
    if (!found || (range && found.relation === 'end')) continue;
    if (group.length === 1 && needsCompany(first.when) && found.relation === 'only') continue;
    stated.push({
      relation: found.relation,
      span: asWritten(line, found.start, found.end),
      parts: group.map(({ start, end, when }) => ({ when, span: asWritten(line, start, end) })),
    });
  }
  return stated;
}

function startsNow(line: Written): StatedTime[] {
  return matchesOf(nowShape, line.folded().text).map(({ 0: found, 1: lead = '', index }) => {
    const span = asWritten(line, index + lead.length, index + found.length);
    return { relation: 'start', span, parts: [{ when: { kind: 'near', days: 0, isNight: false }, span }] };
  });
}

/** Where a piece of the folded text stands in the text as written. */
export function asWritten({ folded }: Written, start: number, end: number): Span {
  const { from, to } = folded();
  return { start: from[start] ?? 0, end: to[end - 1] ?? from[start] ?? 0 };
}

/** The moments from this one on that say one and the same time: "Sunday, Nov 29 at 11:59 PM". */
function groupFrom(text: string, moments: readonly Moment[], at: number): Moment[] {
  const group: Moment[] = [];
  for (const moment of moments.slice(at)) {
    const before = group[group.length - 1];
    if (before) {
      const between = text.slice(before.end, moment.start);
      const isRange = rangeBetween.test(between) && before.when.kind === moment.when.kind;
      if (!chained.test(between) || isRange || group.some(({ when }) => when.kind === moment.when.kind)) break;
    }
    group.push(moment);
  }
  return group;
}

/** True where what follows makes these moments the first of a range, whose end is stated next. */
function rangeEnd(text: string, moments: readonly Moment[], at: number): boolean {
  const [one, other] = [moments[at], moments[at + 1]];
  return !!one && !!other && rangeBetween.test(text.slice(one.end, other.start));
}

type Relation = { readonly relation: StatedTime['relation']; readonly start: number; readonly end: number };

function relationOf(text: string, first: Moment, last: Moment, speaksOfOffer: boolean): Relation | null {
  const before = text.slice(Math.max(0, first.start - 60), first.start);
  const after = text.slice(last.end, last.end + 40);
  const from = first.start - before.length;
  if (!isPast(first.when)) {
    const only = onlyAfter.exec(after);
    const end = endsBefore.exec(before);
    if (end && !endsOtherwise.test(before)) return { relation: 'end', start: from + end.index, end: last.end };
    const until = untilBefore.exec(before) ?? byAfterSaving.exec(before);
    if (until && speaksOfOffer && !untilOtherwise.test(before))
      return { relation: 'end', start: from + until.index, end: last.end };
    if (only && isDayOf(first.when)) return { relation: 'only', start: first.start, end: last.end + only[0].length };
    const lastDay = lastDayAfter.exec(after);
    if (lastDay && isDayOf(first.when))
      return { relation: 'end', start: first.start, end: last.end + lastDay[0].length };
    if (speaksOfOffer && isRangeEnd(text, first)) return { relation: 'end', start: first.start, end: last.end };
  }
  const start = startsBefore.exec(before) ?? reducedStarts.exec(before);
  if (!start) return null;
  const shift = start[0].search(/\b(?:from|starts?|starting|begins?|beginning|kicks|goes|unlocks|opens)\b/);
  return { relation: 'start', start: from + start.index + shift, end: last.end };
}

function isRangeEnd(text: string, { start, when }: Moment): boolean {
  if (when.kind !== 'weekday' && when.kind !== 'date') return false;
  if (when.kind === 'date' && when.isRange) return true;
  return /(?:day|sun|mon|tues?|weds?|thu(?:rs?)?|fri|sat|\d|\d(?:st|nd|rd|th)) ?(?:-|to) ?$/.test(
    text.slice(Math.max(0, start - 12), start),
  );
}

function isPast(when: When): boolean {
  return (when.kind === 'near' && when.days < 0) || ('which' in when && when.which === 'last');
}

function isDayOf(when: When): boolean {
  return when.kind !== 'time' && when.kind !== 'day-of-month';
}

// "Sat only" and "1/2 only" name no day.
function needsCompany(when: When): boolean {
  return (when.kind === 'weekday' && when.isShort) || (when.kind === 'date' && when.isFigures);
}
