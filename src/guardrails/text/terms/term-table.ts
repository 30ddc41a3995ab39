/** Terms by the hash of their word, or of their first two: one probe tells nearly every word that it begins no term. */
import { hashOfBoth, hashOfWord } from '../words.ts';
import type { Term } from './term.ts';

/** Terms by their key. */
export type TermTable = {
  /** A bit for each hash that may be held; small enough to stay in the processor's cache. */
  readonly bits: Uint32Array;
  readonly hashes: Int32Array;
  /** For each slot of `hashes`, one more than the place of its first term in `all`; 0 where it is free. */
  readonly slots: Int32Array;
  /** For each term, one more than the place of the next with the same hash; 0 for the last. */
  readonly next: Int32Array;
  readonly all: readonly Term[];
  /** All terms of one word, for the passes that look at every one. */
  readonly single: readonly Term[];
  /** Terms without a letter or digit, such as "$$$". */
  readonly signs: readonly Term[];
  /** Units of the longest term of one word. */
  readonly longest: number;
};

/** Bits of the first look for each term: one in 32 looks at a strange word is in vain. */
const bitsPerTerm = 32;
/** Two megabits are a quarter of a megabyte. */
const mostBits = 2 ** 21;

/** Build the table. Open addressing at a load of at most a half. */
export function termTable(terms: readonly Term[]): TermTable {
  const capacity = powerOfTwo(Math.max(16, terms.length * 2));
  const bits = new Uint32Array(Math.min(mostBits, powerOfTwo(Math.max(4096, terms.length * bitsPerTerm))) / 32);
  const hashes = new Int32Array(capacity);
  const slots = new Int32Array(capacity);
  const next = new Int32Array(terms.length);
  const last = new Int32Array(capacity);
  terms.forEach(({ words }, place) => {
    if (words.length === 0) return;
    const hash = keyOf(words);
    const mixed = spread(hash);
    const bit = mixed & (bits.length * 32 - 1);
    bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
    let slot = mixed & (capacity - 1);
    while (slots[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & (capacity - 1);
    if (slots[slot] === 0) {
      hashes[slot] = hash;
      slots[slot] = place + 1;
    } else next[last[slot] ?? 0] = place + 1;
    last[slot] = place;
  });
  const single = terms.filter(({ words }) => words.length === 1);
  return {
    bits,
    hashes,
    slots,
    next,
    all: terms,
    single,
    signs: terms.filter(({ words, trail }) => words.length === 0 && trail !== ''),
    longest: single.reduce((most, { words }) => Math.max(most, words[0]?.length ?? 0), 0),
  };
}

/** A phrase is keyed by its first two words as if they were one; so many phrases begin with "the". */
function keyOf([first = '', second]: readonly string[]): number {
  const hash = hashOfWord(first);
  return second === undefined ? hash : hashOfBoth(hash, hashOfWord(second), second.length);
}

/** False where no term has this key; true nearly only where one has. */
export function mayHold({ bits }: TermTable, hash: number): boolean {
  const bit = spread(hash) & (bits.length * 32 - 1);
  return ((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
}

/** One more than the place of the first term with this key, 0 where there is none; `next` leads on. */
export function firstPlace(table: TermTable, hash: number): number {
  if (!mayHold(table, hash)) return 0;
  const { hashes, slots } = table;
  let slot = spread(hash) & (slots.length - 1);
  while (slots[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & (slots.length - 1);
  return slots[slot] ?? 0;
}

/** The terms with this key; the caller compares the words themselves. */
export function termsAt(table: TermTable, hash: number): readonly Term[] {
  let place = firstPlace(table, hash);
  if (place === 0) return none;
  const found: Term[] = [];
  for (; place !== 0; place = table.next[place - 1] ?? 0) {
    const term = table.all[place - 1];
    if (term) found.push(term);
  }
  return found;
}

const none: readonly Term[] = [];

// The low bits of a polynomial hash are its weakest.
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}

function powerOfTwo(atLeast: number): number {
  return 2 ** Math.ceil(Math.log2(atLeast));
}
