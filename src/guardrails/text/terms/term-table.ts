/** Terms by the hash of their first word: one probe tells nearly every word of a line that it begins no term. */
import { hashOfWord } from '../words.ts';
import type { Term } from './term.ts';

/** Terms by first word. */
export type TermTable = {
  /** The terms whose first word has this hash; the caller compares the word itself. */
  readonly at: (hash: number) => readonly Term[] | undefined;
  readonly all: readonly Term[];
  /** All terms of one word, for the passes that look at every one. */
  readonly single: readonly Term[];
  /** Terms without a letter or digit, such as "$$$". */
  readonly signs: readonly Term[];
  /** Units of the longest term of one word. */
  readonly longest: number;
};

/** Build the table. Open addressing at a load of at most a quarter, so that a miss costs one look. */
export function termTable(terms: readonly Term[]): TermTable {
  const groups: Term[][] = [[]];
  const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, terms.length * 4)));
  const mask = capacity - 1;
  const hashes = new Uint32Array(capacity);
  const slots = new Int32Array(capacity);
  for (const term of terms) {
    const first = term.words[0];
    if (first === undefined) continue;
    const hash = hashOfWord(first);
    let slot = spread(hash) & mask;
    while (slots[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask;
    if (slots[slot] === 0) {
      hashes[slot] = hash;
      slots[slot] = groups.push([]) - 1;
    }
    groups[slots[slot] ?? 0]?.push(term);
  }
  const single = terms.filter(({ words }) => words.length === 1);
  return {
    all: terms,
    at: (hash) => {
      let slot = spread(hash) & mask;
      const asked = hash >>> 0;
      for (let group = slots[slot]; group; group = slots[slot]) {
        if (hashes[slot] === asked) return groups[group];
        slot = (slot + 1) & mask;
      }
      return undefined;
    },
    single,
    signs: terms.filter(({ words, trail }) => words.length === 0 && trail !== ''),
    longest: single.reduce((most, { words }) => Math.max(most, words[0]?.length ?? 0), 0),
  };
}

// The low bits of FNV-1a are its weakest.
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}
