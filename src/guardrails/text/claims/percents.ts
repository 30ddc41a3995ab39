/** Read percentages in folded text, and tell a discount from a share: "20% off" from "100% cotton". */
import words from '../../../../data/lexicons/figure-words.json' with { type: 'json' };
import type { Bound, PercentFigure } from './figure.ts';
import { alternatives, beginningWith, digitsSource, endingIn, hundredthsOf, wordsSource } from './numbers.ts';

/** A figure before its way back to the text as written: offsets are those of the folded text. */
export type Folded<Kind> = Omit<Kind, 'rendering'>;

/** Characters of context on either side; the longest phrase that counts has fewer. */
const reach = 40;

const sign = `[ -]{0,2}(?:%|(?:${alternatives(words.percent)})(?!\\p{L}))`;
const number = `(?:(?<!\\d[.,]?)(?:${digitsSource}|\\d{1,2}o{1,2}(?=[ ]?%))|(?<!\\p{L})${wordsSource})`;
const percentage = new RegExp(
  `(?:(?<low>(?<!\\d[.,]?)${digitsSource})(?:${sign})?[ ]?(?:-|/|to|bis|a|tot)[ ]?)?(?<high>${number})${sign}`,
  'gu',
);
const partsInWords: Readonly<Record<string, number>> = {
  half: 5000,
  third: 3333,
  quarter: 2500,
  fifth: 2000,
  tenth: 1000,
};
const fractions = new RegExp(
  `(?<![\\p{L}\\d/])(?:(?<half>${alternatives(words.half)})|(?:an?[ ]|one[ -])?(?:${Object.entries(words.fractions)
    .map(([hundredths, phrases]) => `(?<f${hundredths}>${alternatives(phrases)})`)
    .join('|')}))(?![\\p{L}-])`,
  'gu',
);

// "Save a quarter on coats", "for half of what it cost": parts that take no "off".
const parts = new RegExp(
  `(?<=(?<!\\p{L})(?:save|saves|saving) )(?:an? |one )?(?<part>${Object.keys(partsInWords).join('|')})(?= (?:on|off|this|today|tonight|now|until|through|at|with)(?!\\p{L})|[.,!:;–—]|$)` +
    '|(?<!\\p{L})(?:an? |one )?(?<paid>third|quarter|fifth|tenth)(?: of the (?:usual |regular |original |full )?|[ -])price(?!\\p{L})' +
    '|(?<!\\p{L})(?<of>half)(?: of)? what (?:it|they|that|you|these|those) (?:cost|costs|paid|was|were|used)(?!\\p{L})',
  'gu',
);

/** Every percentage, and "half price" with its like. */
export function percentsIn(text: string): Folded<PercentFigure>[] {
  const found: Folded<PercentFigure>[] = [];
  for (const match of text.matchAll(percentage)) {
    const { low, high = '' } = match.groups ?? {};
    const hundredths = hundredthsOf(high);
    const lowest = low === undefined ? null : hundredthsOf(low);
    if (hundredths === null) continue;
    found.push(placed(text, { start: match.index, end: match.index + match[0].length }, hundredths, lowest));
  }
  for (const match of text.matchAll(fractions)) {
    const { half, ...others } = match.groups ?? {};
    // "Half the price of a latte" compares, and takes nothing off.
    if (
      /price$/.test(match[0]) &&
      /^ of (?:an?|one|your|that|those|most)\b/.test(text.slice(match.index + match[0].length))
    )
      continue;
    const [name = ''] = Object.entries(others).find(([, phrase]) => phrase !== undefined) ?? [];
    const hundredths = half === undefined ? Number(name.slice(1)) : 5000;
    const figure = placed(text, { start: match.index, end: match.index + match[0].length }, hundredths, null);
    found.push({ ...figure, sense: 'discount' });
  }
  for (const { 0: written, index, groups } of text.matchAll(parts)) {
    const { part, of, paid } = groups ?? {};
    const named = partsInWords[part ?? of ?? paid ?? ''] ?? 0;
    const hundredths = paid === undefined ? named : 10_000 - named;
    found.push({ ...placed(text, { start: index, end: index + written.length }, hundredths, null), sense: 'discount' });
  }
  return found;
}

const bounds: readonly (readonly [Bound, RegExp])[] = [
  ['up-to', endingIn(words.upTo)],
  ['at-least', endingIn(words.atLeast)],
];
const extra = endingIn(words.extra);
const extraAfter = /^ ?(?:extra|additional|more(?= off(?!\p{L})))(?!\p{L})/u;
const more = /^ ?(?:\+|or more(?!\p{L})|and (?:up|more)(?!\p{L}))/u;

function placed(
  text: string,
  number: { start: number; end: number },
  hundredths: number,
  low: number | null,
): Folded<PercentFigure> {
  let { start, end } = number;
  let bound: Bound = 'is';
  let isExtra = false;
  // "Up to an extra 20%" and "an extra up to 20%" are both said.
  for (let round = 0; round < 2; round++) {
    const before = text.slice(Math.max(0, start - reach), start);
    const ofExtra = extra.exec(before);
    if (ofExtra) {
      isExtra = true;
      start -= ofExtra[0].length;
      continue;
    }
    for (const [name, phrase] of bounds) {
      const said = bound === 'is' ? phrase.exec(before) : null;
      // "Bowled over: 40% off" is not over 40%.
      if (!said || said[0].includes(':')) continue;
      bound = name;
      start -= said[0].length;
    }
  }
  const plus = more.exec(text.slice(end, end + reach));
  if (plus) {
    bound = bound === 'is' ? 'at-least' : bound;
    end += plus[0].length;
  }
  const late = extraAfter.exec(text.slice(end, end + reach));
  if (late) {
    isExtra = true;
    end += late[0].length;
  }
  const sense = senseOf(text, start, end, hundredths, isExtra || bound === 'up-to');
  const off = sense === 'discount' ? offWord.exec(text.slice(end, end + reach)) : null;
  return {
    kind: 'percent',
    span: { start, end: end + (off?.[0].length ?? 0) },
    number,
    hundredths,
    low,
    bound,
    isExtra,
    sense,
  };
}

const offWord =
  /^[ -]{0,2}(?:off|discount|reduction|savings|rabatt|de remise|de reduction|de descuento|di sconto|korting)(?!\p{L})/u;
const discountAfter = beginningWith(words.discountAfter);
const onTheWallet =
  /^ (?:lighter|easier|kinder|gentler|softer|nicer) (?:on|to) (?:the|your) (?:wallet|purse|pocket|budget)/u;
const discountBefore = endingIn(words.discountBefore);
const benefitBefore = endingIn(words.benefitBefore);
const minus = /(?:^|[ (:])-[ ]?$/;
const shareBefore = endingIn(words.shareBefore);
// A material may stand after one other word: "78% fine merino".
const shareAfter = new RegExp(
  `^[ -]{1,2}(?:(?!off|discount)\\p{L}{1,12}[ -])?(?:${alternatives(words.shareAfter)})(?!\\p{L})`,
  'u',
);
const dealWords = new RegExp(`(?<![\\p{L}\\d])(?:${alternatives(words.dealWords)})(?!\\p{L})`, 'u');

/**
 * A word of discount right after it decides, then one right before it, then what it may be a share of; a hundred
 * percent off is rarely meant. What says none of these is a discount only beside a word of selling.
 */
function senseOf(
  text: string,
  start: number,
  end: number,
  hundredths: number,
  isQualified: boolean,
): PercentFigure['sense'] {
  const after = text.slice(end, end + reach);
  if (discountAfter.test(after) || onTheWallet.test(after)) return 'discount';
  if (hundredths >= 10_000) return 'share';
  const before = text.slice(Math.max(0, start - reach), start);
  if (discountBefore.test(before) || minus.test(before)) return 'discount';
  if (shareAfter.test(after) || shareBefore.test(before)) return 'share';
  if (isQualified || benefitBefore.test(before)) return 'discount';
  return dealWords.test(text.slice(0, start)) || dealWords.test(text.slice(end)) ? 'discount' : 'bare';
}
