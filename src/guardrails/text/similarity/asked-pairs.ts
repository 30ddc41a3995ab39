/** The letter pairs of a text that is asked about: the number it shares with another, and the slots they are filed under. */

/** A text that is asked about. */
export type AskedPairs = {
  /** Its letter pairs, repeated ones counted each time. */
  readonly count: number;
  /** The slot of each pair, in ascending order. */
  readonly slots: Uint16Array;
  /** How many pairs it shares with the text in `units` from `start` to `end`; 0 where they are fewer than `least`. */
  readonly sharedWith: (units: Uint16Array, start: number, end: number, least: number) => number;
};

/** Take a text without white space apart, once for all the texts it is compared with. */
export function askedPairs(bare: string): AskedPairs {
  const units = new Uint16Array(bare.length);
  for (let at = 0; at < bare.length; at++) units[at] = bare.charCodeAt(at);
  const count = Math.max(0, bare.length - 1);
  const slots = new Uint16Array(count);
  fileSlots(units, 0, bare.length, slots, 0);
  return { count, slots: slots.sort(), sharedWith: sharing(units) };
}

/**
 * Write the slot of each pair of the text in `units` from `start` to `end` into `slots`, beginning at `at`.
 * The nth time a pair occurs it has a slot of its own. Different pairs may meet in one slot, so that two texts share at
 * least as many slots as pairs, and never fewer.
 */
export function fileSlots(units: Uint16Array, start: number, end: number, slots: Uint16Array, at: number): void {
  for (let from = start; from + 1 < end; from++) {
    const slot = mixed(pairAt(units, from)) >>> 16;
    const before = times[slot] ?? 0;
    // Comes round to nought after 256 times; more than a filed text can hold, and so no slot of one is missed.
    times[slot] = before + 1;
    slots[at + from - start] = slot + Math.imul(before, 0x9e37);
  }
  for (let from = start; from + 1 < end; from++) times[mixed(pairAt(units, from)) >>> 16] = 0;
}

// All noughts between calls.
const times = new Uint8Array(0x10000);

function pairAt(units: Uint16Array, at: number): number {
  return (((units[at] ?? 0) << 16) | (units[at + 1] ?? 0)) >>> 0;
}

// Fibonacci hashing (Knuth, TAOCP vol. 3, 6.4): the upper bits are the well mixed ones.
function mixed(pair: number): number {
  return Math.imul(pair, 0x9e3779b1);
}

/** Looks pairs up in a table of the asked ones, which says how often each of them occurs. */
function sharing(asked: Uint16Array): AskedPairs['sharedWith'] {
  // Four entries for a pair or more, so that most look-ups end at the first.
  const bits = Math.max(4, 34 - Math.clz32(asked.length));
  const [shift, mask] = [32 - bits, 2 ** bits - 1];
  const pairs = new Uint32Array(2 ** bits);
  // A pair that occurs more often counts as often as a filed text can have it.
  const counts = new Uint8ClampedArray(2 ** bits);
  const left = new Uint8ClampedArray(2 ** bits);
  const entryOf = (pair: number): number => {
    let entry = mixed(pair) >>> shift;
    while (counts[entry] !== 0 && pairs[entry] !== pair) entry = (entry + 1) & mask;
    return entry;
  };
  for (let at = 0; at + 1 < asked.length; at++) {
    const entry = entryOf(pairAt(asked, at));
    pairs[entry] = pairAt(asked, at);
    counts[entry] = (counts[entry] ?? 0) + 1;
  }
  return (units, start, end, least) => {
    left.set(counts);
    let misses = end - start - 1 - least;
    for (let at = start; at + 1 < end; at++) {
      const entry = entryOf(pairAt(units, at));
      const still = left[entry] ?? 0;
      if (still > 0) left[entry] = still - 1;
      else if (--misses < 0) return 0;
    }
    return least + misses;
  };
}
