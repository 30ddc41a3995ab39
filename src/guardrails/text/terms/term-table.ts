/** Terms by the hash of their first words, three at most: a few probes tell nearly every word that it ends no term. */
import type { Term } from './term.ts';
import { keysOf } from './term-keys.ts';

/** Terms by their keys, of which a term has one for each form it may take. */
export type TermTable = {
  /** Some bits for each hash that may be held; small enough for most lists to stay in the processor's cache. */
  readonly bits: Int32Array;
  /** How far a spread hash is shifted for the place of its bits, and for its slot. */
  readonly bitShift: number;
  readonly slotShift: number;
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

/** Bits of the first look for each key, of which it sets three: fewer than one look in a hundred at a strange word is in vain. */
const bitsPerKey = 16;
/** Two to the power of this many bits are two megabytes. */
const mostBits = 24;

/** Build the table. Open addressing, at most two thirds full. */
export function termTable(terms: readonly Term[]): TermTable {
  const keys: number[] = [];
  const places: number[] = [];
  terms.forEach((term, place) => {
    for (const key of term.keys ?? keysOf(term.words, term.mode === 'inflect')) {
      keys.push(key);
      places.push(place);
    }
  });
  const slotShift = 32 - log2Of(Math.max(16, keys.length * 1.5));
  const bitShift = 32 + 5 - Math.min(mostBits, log2Of(Math.max(4096, keys.length * bitsPerKey)));
  const capacity = 2 ** (32 - slotShift);
  const bits = new Int32Array(2 ** (32 - bitShift));
  const hashes = new Int32Array(capacity);
  const slots = new Int32Array(capacity);
  keys.forEach((hash, at) => {
    const place = spread(hash) >>> bitShift;
    bits[place] = (bits[place] ?? 0) | threeBits(hash);
    let slot = spread(hash) >>> slotShift;
    while (slots[slot] !== 0) slot = (slot + 1) & (capacity - 1);
    hashes[slot] = hash;
    slots[slot] = (places[at] ?? 0) + 1;
  });
  const single = terms.filter(({ words }) => words.length === 1);
  return {
    bits,
    bitShift,
    slotShift,
    hashes,
    slots,
    all: terms,
    single,
    signs: terms.filter(({ words, trail }) => words.length === 0 && trail !== ''),
    longest: single.reduce((most, { words }) => Math.max(most, words[0]?.length ?? 0), 0),
  };
}

/** False where no term has this key; true nearly only where one has. */
export function mayHold({ bits, bitShift }: TermTable, hash: number): boolean {
  return holds(bits, bitShift, hash);
}

/** As `mayHold`, for a loop that has taken the table apart. */
export function holds(bits: Int32Array, bitShift: number, hash: number): boolean {
  const wanted = threeBits(hash);
  return ((bits[spread(hash) >>> bitShift] ?? 0) & wanted) === wanted;
}

// All three in one word of the table, so that a look costs one access (Putze, Sanders and Singler: blocked Bloom filters).
function threeBits(hash: number): number {
  const mixed = Math.imul(hash, 0x85ebca6b);
  return (1 << (mixed >>> 27)) | (1 << (mixed >>> 22)) | (1 << (mixed >>> 17));
}

/** The terms with this key; the caller compares the words themselves. */
export function termsAt(table: TermTable, hash: number): readonly Term[] {
  if (!mayHold(table, hash)) return none;
  const { hashes, slots, slotShift, all } = table;
  let found: Term[] | null = null;
  for (let slot = spread(hash) >>> slotShift; slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
    const term = hashes[slot] === hash ? all[(slots[slot] ?? 0) - 1] : undefined;
    if (!term) continue;
    if (found) found.push(term);
    else found = [term];
  }
  return found ?? none;
}

const none: readonly Term[] = [];

// The forms of a term differ in their last letters, and their hashes by little; the upper bits of the product do not
// (Knuth, The Art of Computer Programming 3, 6.4: multiplicative hashing).
function spread(hash: number): number {
  return Math.imul(hash, 0x9e3779b1);
}

function log2Of(atLeast: number): number {
  return Math.ceil(Math.log2(atLeast));
}
