/** Every claim of urgency in a line, each with the words that make it. */
import type { Span } from '../../../domain/finding.ts';
import { type Duration, durationsIn } from '../../text/claims/durations.ts';
import type { DateOrder } from '../../text/claims/moments.ts';
import { asWritten, offerSigns, type StatedTime, statedTimesIn } from '../../text/claims/stated-times.ts';
import type { TermHit } from '../../text/find-terms.ts';
import { matchesOf } from '../../text/matches-of.ts';
import type { ParsedLine } from '../../text/parsed-line.ts';

/** The classes of phrases that claim something by themselves. */
export const phraseClasses = [
  'oneDay',
  'lastDay',
  'last',
  'pressing',
  'inviting',
  'limited',
  'stock',
  'extended',
] as const;
export type PhraseClass = (typeof phraseClasses)[number];

/** What a line claims of the time, or of the stock, that is left. */
export type UrgencyClaim = { readonly span: Span; readonly rendering?: string | undefined } & (
  | { readonly kind: 'phrase'; readonly class: PhraseClass }
  | { readonly kind: 'stated'; readonly stated: StatedTime }
  | { readonly kind: 'length'; readonly duration: Duration }
);

/** A hit of the lexicon; `null` for a word that only makes the moments beside it worth reading. */
type Hit = TermHit & { readonly class: PhraseClass | null };

const fewLeft =
  /\b(?:only|just) (?:\d{1,4}|one|two|three|four|five|a few|a handful|a couple)(?! (?:more )?(?:days?|hours?|hrs?|minutes?|mins?|weeks?|sleeps?)\b)(?: [a-z'-]{2,15}){0,3} (?:left|remaining)\b/g;
// A reduction or a sale that is not to be missed; "don't miss the new coats" hints at no end.
const notToMiss =
  /\b(?:don't|do not|never) miss (?:out on )?(?:[a-z'-]+ ){0,3}?(?:\d{1,3} ?%|[$€£]\d+|half (?:off|price)|sales?|deals?|offers?|savings|discounts?)(?![a-z])/g;
// "Extended sizes" are no longer sale; what may follow where the offer itself was extended.
const extendsOffer =
  /^(?:\s*(?:$|[!.,:;)–—-])|\s(?:through|thru|until|till|til|to|by|one|for|again|today|tonight|and|just|sale|offers?|deals?|savings|event|access|black friday|cyber|\d))/i;
const firstFew =
  /\b(?:for )?(?:the )?first \d{2,5} (?:orders?|customers?|shoppers?|people|buyers?)(?: only\b|(?= (?:get|save|receive))|(?=[.!,;:]|$))/g;
const shapes: readonly (readonly [PhraseClass, RegExp])[] = [
  ['stock', firstFew],
  ['stock', fewLeft],
  ['inviting', notToMiss],
];
// A cut-off for delivery is no end of an offer, and the brief knows none.
const isForDelivery =
  /^ (?:(?:to order )?for (?:(?:guaranteed|standard|express|pre-|on-time|2-day|two-day|next-day|ground|holiday|christmas|xmas)[ -]?)*(?:delivery|shipping|arrival)|to (?:get it|order|ship|receive)\b|to order for|for christmas$|(?:[a-z]+ ){0,3}(?:in time for|by christmas))/;

/** The claims of a line in which the lexicon had these hits. */
export function urgencyClaims(line: ParsedLine, hits: readonly Hit[], order: DateOrder): readonly UrgencyClaim[] {
  const claims: UrgencyClaim[] = [];
  for (const duration of durationsIn(line)) claims.push({ kind: 'length', duration, span: duration.span });
  for (const stated of statedTimesIn(line, order))
    if (!isInside(stated.span, claims)) claims.push({ kind: 'stated', stated, span: stated.span });
  for (const [named, shape] of shapes)
    for (const match of matchesOf(shape, line.folded().text))
      claims.push({
        kind: 'phrase',
        class: named,
        span: asWritten(line, match.index, match.index + match[0].length),
      });
  const longestFirst = [...hits].sort((one, other) => sizeOf(other.span) - sizeOf(one.span));
  for (const { class: named, span, rendering } of longestFirst) {
    if (named === null || isInside(span, claims) || !isMeant(named, line, span)) continue;
    claims.push({ kind: 'phrase', class: named, span, rendering });
  }
  return claims.sort((one, other) => one.span.start - other.span.start);
}

// A clock that ticks softly is an object; one that ticks on an offer, away or down is none.
const ticksLikeAClock = /^ (?:\p{L}+ly|in|from|through|above|over|by|beside|louder|softer)(?!\p{L})/u;

// "The last day of the trek" is of no offer.
const ofSomethingElse =
  /^ (?:of|on|in) (?:the|our|a|an|this|that|my|their|her|his) (?!(?:[a-z'-]+ ){0,2}(?:sale|event|offer|deals?|savings|promo|promotion|discounts?|clearance|prices?|week|weekend|month|season|year|code|bundle|\d))[a-z]/;

// "The last day in Rome", in a line that speaks of no offer.
const elsewhere = /^ (?:of|in|at|on) (?!(?:black|cyber|giving|holiday|early|half|double)(?![a-z]))[a-z]/;

function isMeant(named: PhraseClass, { text }: ParsedLine, { start, end }: Span): boolean {
  const after = text.slice(end, end + 60);
  if (/ticking$/i.test(text.slice(start, end)) && ticksLikeAClock.test(after)) return false;
  if (named === 'extended') return extendsOffer.test(after);
  const next = after.toLowerCase();
  if (
    named === 'lastDay' &&
    (ofSomethingElse.test(next) || (elsewhere.test(next) && !offerSigns.test(text.toLowerCase())))
  )
    return false;
  if (named === 'last' || named === 'lastDay') return !isForDelivery.test(next);
  return true;
}

function sizeOf({ start, end }: Span): number {
  return end - start;
}

function isInside({ start, end }: Span, claims: readonly UrgencyClaim[]): boolean {
  return claims.some(({ span }) => span.start <= start && end <= span.end);
}
