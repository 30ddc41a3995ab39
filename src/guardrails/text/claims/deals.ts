/** Read deals in folded text: "buy one, get one", BOGO, B1G1, "3 for 2". */
import words from '../../../../data/lexicons/figure-words.json' with { type: 'json' };
import type { DealFigure } from './figure.ts';
import { alternatives } from './numbers.ts';
import type { Folded } from './percents.ts';

const count = `(?:\\d{1,2}|${alternatives(words.countWords)})`;
const acronym = /(?<![\p{L}\d])(?:bogo(?:f|ho)?|b(?<buy>\d)g(?<free>\d)f?)(?![\p{L}\d])/gu;
const buyAndGet = new RegExp(
  `(?<!\\p{L})(?:buy|kauf|kaufe|achetez|compra|koop)[ ](?:any[ ])?(?<buy>${count})(?![\\p{L}\\d%])[^.!?;%$€£]{0,24}?[ ](?:get|erhalte|recevez|llevate|krijg)[ ](?:the[ ]|a[ ])?(?<free>${count}|second|third|another)(?![\\p{L}\\d%])`,
  'gu',
);
const forOf = new RegExp(
  `(?<![\\p{L}\\d$€£.,:/-])(?<all>${count})(?:[ -]?(?:${alternatives(words.for)})[ -]?)(?<paid>${count})(?![\\p{L}\\d%.,:/]?\\d|\\p{L}|[ ]?[%$€£¢]|[ -](?:${alternatives(words.notAfterCounts)})(?!\\p{L}))`,
  'gu',
);

// "Two coats for the price of one".
const forPriceOf = new RegExp(
  `(?<![\\p{L}\\d$€£.,:/-])(?<all>${count})(?: \\p{L}[\\p{L}'-]*){0,3} for the (?:price|cost) of (?<paid>${count})(?![\\p{L}\\d%])`,
  'gu',
);

/** Every deal in which more is got than paid for. */
export function dealsIn(text: string): Folded<DealFigure>[] {
  const found: Folded<DealFigure>[] = [];
  const add = (match: RegExpExecArray, buy: number, free: number) => {
    const span = { start: match.index, end: match.index + match[0].length };
    if (buy > 0 && free > 0) found.push({ kind: 'deal', span, number: span, buy, free });
  };
  for (const match of text.matchAll(acronym)) add(match, countOf(match, 'buy') || 1, countOf(match, 'free') || 1);
  for (const match of text.matchAll(buyAndGet)) add(match, countOf(match, 'buy'), countOf(match, 'free'));
  for (const match of [...text.matchAll(forOf), ...text.matchAll(forPriceOf)]) {
    const paid = countOf(match, 'paid');
    add(match, paid, countOf(match, 'all') - paid);
  }
  return found;
}

const values: ReadonlyMap<string, number> = new Map([
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map(
    (word, at) => [word, at + 1] as const,
  ),
  ...['eins', 'un', 'uno', 'een', 'second', 'third', 'another'].map((word) => [word, 1] as const),
  ...['zwei', 'deux', 'dos', 'due', 'twee'].map((word) => [word, 2] as const),
  ...['drei', 'trois', 'tres', 'tre', 'drie'].map((word) => [word, 3] as const),
]);

// Above a dozen it is no deal but a set: "501 for 2".
function countOf(match: RegExpExecArray, name: string): number {
  const written = match.groups?.[name] ?? '';
  const value = values.get(written) ?? Number(written);
  return value <= 12 ? value : 0;
}
