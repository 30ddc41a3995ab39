/** Other spellings of a phrase: a word of it cut where it was put together, as in "once in a life-time". */
import { isCommonWord } from './plain-matches.ts';

/** Fewer letters are no two words put together. */
const minWord = 6;
const minPiece = 3;

/** The phrase with each such word in two, one at a time. A single word is no phrase: a list finds it in pieces anyway. */
export function withCutWords(phrase: string): string[] {
  const words = phrase.split(' ');
  if (words.length < 2) return [];
  return words.flatMap((word, at) => piecesOf(word.toLowerCase()).map((pieces) => words.with(at, pieces).join(' ')));
}

function piecesOf(word: string): string[] {
  if (word.length < minWord) return [];
  const cuts = Array.from({ length: word.length - 2 * minPiece + 1 }, (_, at) => minPiece + at);
  return cuts
    .map((cut): [string, string] => [word.slice(0, cut), word.slice(cut)])
    .filter((pieces) => pieces.every(isCommonWord))
    .map((pieces) => pieces.join(' '));
}
