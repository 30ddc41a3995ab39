/** Finds where a line states what somebody owes or has with the shop: "you owe $120", "your balance is $40". */
import words from '../../../../data/lexicons/account-words.json' with { type: 'json' };
import type { Piece } from './phone-numbers.ts';

/** Words of which every such phrase holds one. */
export const accountWords: readonly string[] = words.wakes;

const oneOf = (list: readonly string[]) => `(?:${[...list].sort((one, other) => other.length - one.length).join('|')})`;
const start = '(?<![\\p{L}\\p{N}])';
const end = '(?![\\p{L}\\p{N}])';
const figure = '\\d[\\d.,]{0,12}(?<![.,])';
// A bare number may count anything ("you owe 3 friends a gift"); it states an amount where nothing follows it.
const amount = `(?:[$€£] ?${figure}|${figure} ?(?:[$€£]|${oneOf(words.units)}${end})|${figure}(?=[.,!?;)]?(?: |$))(?! \\p{L})|\\ufffc+)`;

const shapes: readonly RegExp[] = [
  new RegExp(
    `${start}${oneOf(words.stating)}${end}[ :=-]{0,3}(?:${oneOf(words.between)}[ :]{1,2}){0,4}${amount}`,
    'gu',
  ),
  new RegExp(
    `${start}${oneOf(words.holding)} (?:over |more than |at least |mehr als |plus de )?(?:[$€£] ?)?${figure}[ -]${oneOf(words.held)}${end}(?! of )`,
    'gu',
  ),
  new RegExp(`${start}${oneOf(words.alone)}${end}`, 'gu'),
];
const otherwise = new RegExp(`${start}${oneOf(words.otherwise)}${end}`, 'gu');

/** Every such phrase in a folded text in which tags are masked. A masked tag stands for an amount. */
export function accountPhrasesIn(text: string): Piece[] {
  const others = [...text.matchAll(otherwise)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
  const found: Piece[] = [];
  for (const shape of shapes)
    for (const { 0: phrase, index } of text.matchAll(shape)) {
      const piece = { start: index, end: index + phrase.length };
      if (![...others, ...found].some((other) => other.start < piece.end && piece.start < other.end)) found.push(piece);
    }
  return found.sort((one, other) => one.start - other.start);
}
