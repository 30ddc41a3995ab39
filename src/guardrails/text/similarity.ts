/** How alike two texts are. `string-similarity` is the measure; an index gives its answers without asking about every pair. */
import { compareTwoStrings } from 'string-similarity';

/** The measure itself: Sørensen-Dice on letter pairs (UTF-16), white space left out. */
export function likeness(one: string, other: string): number {
  return compareTwoStrings(one, other);
}

/** What the measure looks at: the text without white space. */
export function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
