/** Terms by the hash of their word, or of their first two: one probe tells nearly every word that it begins no term. */
import { hashOfBoth, hashOfWord } from '../words.ts';
import { formsOf } from './endings.ts';
import type { Term } from './term.ts';

/** Terms by their keys, of which a term has one for each form it may take. */
export type TermTable = {
  /** A bit for each hash that may be held; small enough to stay in the processor's cache. */
  readonly bits: Uint32Array;
  readonly hashes: Int32Array;
  /** For each slot of `hashes`, one more than the place of its term in `all`; 0 where it is free. */
  readonly slots: Int32Array;
  readonly all: readonly Term[];
  /** All terms of one word, for the passes that look at every one. */
  readonly single: readonly Term[];
  /** Terms without a letter or digit, such as "$$$". */
  readonly signs: readonly Term[];
  /** Units of the longest term of one word. */
  readonly longest: number;
};

/** Bits of the first look for each key: one in sixteen looks at a strange word is in vain. */
const bitsPerKey = 16;
/** Four megabits are half a megabyte. */
const mostBits = 2 ** 22;

/** Build the table. Open addressing, at most two thirds full. */
export function termTable(terms: readonly Term[]): TermTable {
  const keys: number[] = [];
  const places: number[] = [];
  terms.forEach((term, place) => {
    for (const key of keysOf(term)) {
      keys.push(key);
      places.push(place);
    }
  });
  const capacity = powerOfTwo(Math.max(16, keys.length * 1.5));
  const bits = new Uint32Array(Math.min(mostBits, powerOfTwo(Math.max(4096, keys.length * bitsPerKey))) / 32);
  const hashes = new Int32Array(capacity);
  const slots = new Int32Array(capacity);
  keys.forEach((hash, at) => {
    const mixed = spread(hash);
    const bit = mixed & (bits.length * 32 - 1);
    bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
    let slot = mixed & (capacity - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (capacity - 1);
    hashes[slot] = hash;
    slots[slot] = (places[at] ?? 0) + 1;
  });
  const single = terms.filter(({ words }) => words.length === 1);
  return {
    bits,
    hashes,
    slots,
    all: terms,
    single,
    signs: terms.filter(({ words, trail }) => words.length === 0 && trail !== ''),
    longest: single.reduce((most, { words }) => Math.max(most, words[0]?.length ?? 0), 0),
  };
}

/** A phrase is keyed by its first two words as if they were one; so many phrases begin with "the". */
function keysOf({ words, mode }: Term): number[] {
  const [first, second] = words;
  if (first === undefined) return [];
  const hash = hashOfWord(first);
  const inflected = mode !== 'inflect' || words.length > 2 ? [] : formsOf(second ?? first);
  if (second === undefined) return [hash, ...inflected.map(hashOfWord)];
  return [second, ...inflected].map((form) => hashOfBoth(hash, hashOfWord(form), form.length));
}

/** False where no term has this key; true nearly only where one has. */
export function mayHold({ bits }: TermTable, hash: number): boolean {
  const bit = spread(hash) & (bits.length * 32 - 1);
  return ((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
}

/** The terms with this key; the caller compares the words themselves. */
export function termsAt(table: TermTable, hash: number): readonly Term[] {
  if (!mayHold(table, hash)) return none;
  const { hashes, slots, all } = table;
  let found: Term[] | null = null;
  for (let slot = spread(hash) & (slots.length - 1); slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
    const term = hashes[slot] === hash ? all[(slots[slot] ?? 0) - 1] : undefined;
    if (term) found = found ? [...found, term] : [term];
  }
  return found ?? none;
}

const none: readonly Term[] = [];

// The low bits of a polynomial hash are its weakest.
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}

function powerOfTwo(atLeast: number): number {
  return 2 ** Math.ceil(Math.log2(atLeast));
}
