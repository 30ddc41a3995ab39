/**
 * Whether a line asks, orders, states or only names. A question mark asks; a verb from the list that opens a sentence
 * orders; a finite verb from the list states; what has neither is a fragment. Only English has lists; elsewhere a line
 * asks or does not.
 */
import * as z from 'zod';
import moodWords from '../../../data/voice/mood-words.json' with { type: 'json' };
import type { ReadLine } from '../read-line.ts';
import { learnCategory } from './category.ts';
import type { Trait } from './trait.ts';

const Words = z.array(z.string());
const lists = z
  .strictObject({ about: z.string(), sure: Words, unsure: Words, after: Words, finite: Words })
  .parse(moodWords);
const [sure, unsure, after, finite] = [lists.sure, lists.unsure, lists.after, lists.finite].map(
  (words) => new Set(words),
);

const phrase = {
  question: 'Asks a question',
  order: 'Tells the reader what to do',
  statement: 'Makes a statement',
  fragment: 'Is a fragment without a verb of its own',
  other: 'Asks nothing',
} as const;

/** A fragment is short and has no person, which two other traits say as well. */
const counting = 0.5;

export const moodTrait: Trait = {
  trait: 'mood',
  learn: (lesson) =>
    lesson.language === 'en'
      ? learnCategory(
          { values: ['question', 'order', 'statement', 'fragment'], phrase, counting, kindOf: moodOf },
          lesson,
        )
      : learnCategory(
          {
            values: ['question', 'other'],
            phrase,
            counting,
            kindOf: ({ text }) => (/[?？؟;]/u.test(text) ? 'question' : 'other'),
          },
          lesson,
        ),
};

function moodOf({ text, words }: ReadLine): 'question' | 'order' | 'statement' | 'fragment' {
  if (text.includes('?')) return 'question';
  if (orders(text) || (/[.!:] /.test(text) && text.split(/[.!:] /).some(orders))) return 'order';
  return words.some((word) => finite?.has(word)) ? 'statement' : 'fragment';
}

function orders(sentence: string): boolean {
  const [, first = '', second = ''] =
    /^[^\p{L}]*([\p{L}']+)[^\p{L}\p{N}]*([\p{L}\p{N}']*)/u.exec(sentence.toLowerCase()) ?? [];
  return Boolean(sure?.has(first) || (unsure?.has(first) && after?.has(second)));
}
