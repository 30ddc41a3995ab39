/** Asks a block of filed texts which of them are alike enough: counts shared slots, then looks at the few that may be. */
import type { AskedPairs } from './asked-pairs.ts';
import { leastShared, pairsWithin } from './dice-bounds.ts';
import { mostLines, mostPairs, type PairBlock } from './pair-block.ts';

/** Called with each text that reaches the threshold: its place and how alike it is. */
export type Found = (place: number, likeness: number) => void;

/** Find every text of the block whose likeness to the asked one reaches the threshold, in no order. */
export function askBlock(block: PairBlock, asked: AskedPairs, threshold: number, found: Found): void {
  const [fewest, most] = pairsWithin(threshold, asked.count);
  const from = block.firstWith[Math.min(fewest, mostPairs + 1)] ?? 0;
  const to = block.firstWith[Math.min(most, mostPairs) + 1] ?? 0;
  if (from === to) return;
  const { lines, firstWith } = block;
  const uncounted = countSlots(block, asked, leastShared(threshold, asked.count, fewest), from, to);
  for (let pairs = fewest; pairs <= Math.min(most, mostPairs); pairs++) {
    const least = leastShared(threshold, asked.count, pairs) - uncounted;
    const end = firstWith[pairs + 1] ?? 0;
    for (let rank = firstWith[pairs] ?? 0; rank < end; rank++) {
      if ((counters[rank] ?? 0) < least) continue;
      const shared = asked.sharedWith(lines.units, lines.starts[rank] ?? 0, lines.starts[rank + 1] ?? 0);
      const likeness = (2 * shared) / (asked.count + pairs);
      if (likeness >= threshold) found(lines.places[rank] ?? 0, likeness);
    }
  }
  counters.fill(0, from, to);
}

// By rank; all noughts between calls. One slot's ranks are counted once a call, so that a count never passes mostPairs.
const counters = new Uint8Array(mostLines);

/**
 * Count, for the ranks from `from` to `to`, the slots they share with the asked text, rare slots first, and leave out
 * the commonest: they are half of the work and tell texts apart least. Gives how many pairs were left uncounted.
 */
function countSlots({ postings, starts, slotShift, lines }: PairBlock, asked: AskedPairs, least: number, from: number, to: number): number {
  const { slots } = asked;
  const kinds: { slot: number; pairs: number; size: number }[] = [];
  for (let at = 0; at < slots.length; ) {
    const slot = (slots[at] ?? 0) >>> slotShift;
    const first = at;
    while (at < slots.length && (slots[at] ?? 0) >>> slotShift === slot) at += 1;
    kinds.push({ slot, pairs: at - first, size: (starts[slot + 1] ?? 0) - (starts[slot] ?? 0) });
  }
  kinds.sort((one, other) => other.size - one.size);
  let expected = 0;
  for (const { size } of kinds) expected += size / lines.count;
  let uncounted = 0;
  let skip = 0;
  for (; skip < kinds.length; skip++) {
    const kind = kinds[skip];
    if (!kind) break;
    const rest = expected - kind.size / lines.count;
    if (least - uncounted - kind.pairs < A * rest + B) break;
    expected = rest;
    uncounted += kind.pairs;
  }
  for (; skip < kinds.length; skip++) {
    const slot = kinds[skip]?.slot ?? 0;
    const [start, end] = [starts[slot] ?? 0, starts[slot + 1] ?? 0];
    const last = firstNotBelow(postings, to, start, end);
    for (let at = firstNotBelow(postings, from, start, end); at < last; at++) {
      const rank = postings[at] ?? 0;
      counters[rank] = (counters[rank] ?? 0) + 1;
    }
  }
  return uncounted;
}
export let A = 2, B = 3;
export const tune = (a: number, b: number) => { A = a; B = b; };

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
