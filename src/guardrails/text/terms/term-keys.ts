/** The hashes a term is found by: one for each form it may take. */
import { hashOfBoth, hashOfWord } from '../word-hash.ts';
import { formsOf } from './endings.ts';

/** A phrase is keyed by its first words as if they were one; so many phrases begin with "for the". */
export function keysOf(words: readonly string[], isInflected: boolean): number[] {
  const keyed = words.slice(0, mostKeyed);
  const last = keyed.pop();
  if (last === undefined) return [];
  const before = hashOfWord(keyed.join(''));
  const forms = isInflected && words.length <= mostKeyed ? [last, ...formsOf(last)] : [last];
  return forms.map((form) => hashOfBoth(before, hashOfWord(form), form.length));
}

/** As many words of a phrase make its key. */
const mostKeyed = 3;
