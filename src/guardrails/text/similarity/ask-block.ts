/** Asks a block of filed texts which of them are alike enough: counts shared slots, then looks at the few that may be. */
import type { AskedPairs } from './asked-pairs.ts';
import { leastShared, pairsWithin } from './dice-bounds.ts';
import { mostLines, mostPairs, type PairBlock } from './pair-block.ts';

/** Called with each text that reaches the threshold: its place and how alike it is. */
export type Found = (place: number, likeness: number) => void;

/** Find every text of the block whose likeness to the asked one reaches the threshold, in no order. */
export function askBlock(block: PairBlock, asked: AskedPairs, threshold: number, found: Found): void {
  const { lines, firstWith } = block;
  const [fewest, longest] = pairsWithin(threshold, asked.count);
  const most = Math.min(longest, mostPairs);
  if (fewest > most) return;
  const range = { from: firstWith[fewest] ?? 0, to: firstWith[most + 1] ?? 0 };
  if (range.from === range.to) return;
  const { counted, uncounted } = slotsToCount(block, asked, leastShared(threshold, asked.count, fewest));
  for (const { slot } of counted) countSlot(block, slot, range);
  for (let pairs = fewest; pairs <= most; pairs++) {
    const least = leastShared(threshold, asked.count, pairs);
    const end = firstWith[pairs + 1] ?? 0;
    let rank = firstReaching(least - uncounted, firstWith[pairs] ?? 0, end);
    while (rank < end) {
      const shared = asked.sharedWith(lines.units, lines.starts[rank] ?? 0, lines.starts[rank + 1] ?? 0, least);
      const likeness = (2 * shared) / (asked.count + pairs);
      if (likeness >= threshold) found(lines.places[rank] ?? 0, likeness);
      rank = firstReaching(least - uncounted, rank + 1, end);
    }
  }
  counters.fill(0, range.from, range.to);
}

// By rank, all noughts between calls. A slot is counted once a call, so that no count passes the text's own pairs.
const counters = new Uint8Array(mostLines);
const countersByFour = new Uint32Array(counters.buffer);

type AskedSlot = { readonly slot: number; readonly pairs: number; readonly size: number };

/**
 * The slots to count, and how many of the asked pairs are in the others. Left out are the commonest slots: they are
 * most of the work and tell texts apart least. Enough are kept for the least a text must share to stand well above
 * what any two texts share (twice that and 4: of the factors tried on a million lines the fastest).
 */
function slotsToCount(block: PairBlock, asked: AskedPairs, least: number) {
  const slots = askedSlots(block, asked).sort((one, other) => other.size - one.size);
  let usual = slots.reduce((sum, { size }) => sum + size, 0) / block.lines.count;
  let uncounted = 0;
  const from = slots.findIndex(({ pairs, size }) => {
    usual -= size / block.lines.count;
    if (least - uncounted - pairs < 2 * usual + 4) return true;
    uncounted += pairs;
    return false;
  });
  return { counted: slots.slice(from), uncounted };
}

function askedSlots({ starts, slotShift }: PairBlock, { slots }: AskedPairs): AskedSlot[] {
  const asked: AskedSlot[] = [];
  for (let at = 0; at < slots.length; ) {
    const slot = (slots[at] ?? 0) >>> slotShift;
    const first = at;
    while (at < slots.length && (slots[at] ?? 0) >>> slotShift === slot) at += 1;
    asked.push({ slot, pairs: at - first, size: (starts[slot + 1] ?? 0) - (starts[slot] ?? 0) });
  }
  return asked;
}

type Ranks = { readonly from: number; readonly to: number };

function countSlot({ postings, starts }: PairBlock, slot: number, { from, to }: Ranks): void {
  const [start, end] = [starts[slot] ?? 0, starts[slot + 1] ?? 0];
  const last = firstNotBelow(postings, to, start, end);
  for (let at = firstNotBelow(postings, from, start, end); at < last; at++) {
    const rank = postings[at] ?? 0;
    counters[rank] = (counters[rank] ?? 0) + 1;
  }
}

/** Where in the ascending ranks from `start` to `end` the first one stands that is `rank` or more. */
function firstNotBelow(postings: Uint16Array, rank: number, start: number, end: number): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((postings[middle] ?? 0) < rank) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first rank from `from` on whose count is `floor` (1 or more) or above; `to` where there is none before it. */
function firstReaching(floor: number, from: number, to: number): number {
  // Adds to the lower seven bits of four counts at once what carries into the eighth where the floor is reached.
  const lift = (128 - Math.min(floor, 128)) * 0x01010101;
  for (let rank = from; rank < to; ) {
    const four = rank % 4 === 0 ? (countersByFour[rank >>> 2] ?? 0) : -1;
    if (((((four & 0x7f7f7f7f) + lift) | four) & 0x80808080) === 0) rank += 4;
    else if ((counters[rank] ?? 0) >= floor) return rank;
    else rank += 1;
  }
  return to;
}
