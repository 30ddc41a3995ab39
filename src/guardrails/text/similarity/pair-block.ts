/** Up to 65,536 texts filed by their letter pairs, to be asked which are alike. Once made it does not change. */
import { fileSlots } from './asked-pairs.ts';
import { type BareLines, inOrderOfLength } from './bare-lines.ts';

/** The most texts of one block: their ranks fit two bytes, and the counters of all of them a processor's own memory. */
export const mostLines = 0x10000;

/** The most pairs of a filed text: how many of them are shared is counted in one byte. */
export const mostPairs = 255;

/** Texts in order of length, and for each slot of a letter pair the ranks of the texts that have it. */
export type PairBlock = {
  readonly lines: BareLines;
  /** The first rank with so many pairs or more, up to one more than `mostPairs`. */
  readonly firstWith: Uint32Array;
  readonly postings: Uint16Array;
  /** Where the ranks of each slot start in `postings`; one more entry ends the last. */
  readonly starts: Uint32Array;
  /** A block of few texts has few slots: those of `askedPairs` without so many of their last bits. */
  readonly slotShift: number;
};

/** File the texts of all lists in one block. Each has 1 to `mostPairs` pairs; together they are at most `mostLines`. */
export function pairBlock(lists: readonly BareLines[]): PairBlock {
  const lines = inOrderOfLength(lists);
  const slotShift = Math.max(0, Math.clz32(lines.count) - 19);
  return { lines, slotShift, firstWith: firstRanks(lines), ...filed(lines, slotShift) };
}

function filed({ count, units, starts: from }: BareLines, slotShift: number) {
  const starts = new Uint32Array((mostLines >> slotShift) + 1);
  const slots = new Uint16Array(units.length - count);
  for (let rank = 0; rank < count; rank++)
    fileSlots(units, from[rank] ?? 0, from[rank + 1] ?? 0, slots, (from[rank] ?? 0) - rank);
  for (let at = 0; at < slots.length; at++) {
    const slot = (slots[at] ?? 0) >>> slotShift;
    starts[slot] = (starts[slot] ?? 0) + 1;
  }
  for (let slot = 1; slot < starts.length; slot++) starts[slot] = (starts[slot] ?? 0) + (starts[slot - 1] ?? 0);
  const postings = new Uint16Array(slots.length);
  // From the last text to the first, each slot filled from its end, which leaves every start where it belongs.
  for (let rank = count - 1; rank >= 0; rank--)
    for (let at = (from[rank] ?? 0) - rank; at < (from[rank + 1] ?? 0) - rank - 1; at++) {
      const slot = (slots[at] ?? 0) >>> slotShift;
      const free = (starts[slot] ?? 0) - 1;
      postings[free] = rank;
      starts[slot] = free;
    }
  return { postings, starts };
}

function firstRanks({ count, starts }: BareLines): Uint32Array {
  const first = new Uint32Array(mostPairs + 2);
  let rank = 0;
  for (let pairs = 0; pairs < first.length; pairs++) {
    while (rank < count && (starts[rank + 1] ?? 0) - (starts[rank] ?? 0) - 1 < pairs) rank += 1;
    first[pairs] = rank;
  }
  return first;
}
