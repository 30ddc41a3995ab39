/** How a line uses capitals. A script without them leaves every line alike, and the trait says nothing. */
import type { ReadLine } from '../read-line.ts';
import { learnCategory } from './category.ts';
import type { Trait } from './trait.ts';

const phrase = {
  sentence: 'Has a capital at the start and few after it',
  title: 'Capitalizes Most Words',
  shout: 'Has words in capitals',
  lower: 'Starts with a small letter',
} as const;

export const casingTrait: Trait = {
  trait: 'casing',
  learn: (lesson) => learnCategory({ values: ['sentence', 'title', 'shout', 'lower'], phrase, kindOf }, lesson),
};

function kindOf({ wordsAsWritten }: ReadLine): keyof typeof phrase {
  if (wordsAsWritten.some((word) => /^\p{Lu}{4,}$/u.test(word))) return 'shout';
  const [first = '', ...rest] = wordsAsWritten;
  const long = rest.filter((word) => /^\p{L}{4,}/u.test(word));
  if (long.length > 1 && long.every((word) => /^\p{Lu}/u.test(word))) return 'title';
  return /^\p{Ll}/u.test(first) ? 'lower' : 'sentence';
}
