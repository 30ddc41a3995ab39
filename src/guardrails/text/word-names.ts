/** Tells names that are everyday words as well: Target, Next, Staples, Old Navy. */
import wordNames from '../../../data/lexicons/word-names.json' with { type: 'json' };
import { foldText } from './fold.ts';
import { isCommonWord } from './terms/plain-matches.ts';

const known: ReadonlySet<string> = new Set(wordNames.names);

/** True where the name in small letters would be taken for plain words. */
export function isWordName(name: string): boolean {
  const folded = foldText(name.replaceAll('&', ' and '))
    .text.replace(/'(?= |$)/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return known.has(folded) || folded.split(' ').every((word) => isCommonWord(word));
}
