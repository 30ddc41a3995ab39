/**
 * Tells which of many texts are like another, with the very answers of the measure, in bounded memory: about four bytes
 * a letter, held in typed arrays. New texts lie in a small pile that is looked through one by one; a full pile is filed
 * in a block, and small blocks are filed together as they gather.
 */

import { likeness, withoutSpace } from '../similarity.ts';
import { askBlock, type Found } from './ask-block.ts';
import { type AskedPairs, askedPairs } from './asked-pairs.ts';
import { type BareLines, growingLines } from './bare-lines.ts';
import { leastShared, pairsWithin } from './dice-bounds.ts';
import { mostLines, mostPairs, type PairBlock, pairBlock } from './pair-block.ts';

/** A text of the index that is alike enough. */
export type Alike = {
  /** Its place: how many texts were there before it. */
  readonly at: number;
  /** Sørensen-Dice on pairs of letters, 0 to 1. */
  readonly likeness: number;
};

/** Which texts count. */
export type AlikeOptions = {
  /** True for the places of texts that count; asked only of those that are alike enough. */
  readonly accepts?: (at: number) => boolean;
};

/** Texts that can be asked for those like another. */
export type SimilarityIndex = {
  readonly size: () => number;
  /** Puts a text behind the others and gives its place. */
  readonly add: (text: string) => number;
  /**
   * All texts whose likeness reaches the threshold, the most alike first, then in the order of their places.
   * The threshold is above 0, or every text would do; throws RangeError.
   */
  readonly atLeast: (text: string, threshold: number, options?: AlikeOptions) => readonly Alike[];
};

// Up to about so many, looking at each takes no longer than asking one more block.
const mostLoose = 128;

type OddText = { readonly at: number; readonly bare: string };

/** Index texts for `atLeast`. When each of them came, and what was filed meanwhile, makes no difference to the answers. */
export function similarityIndex(texts: Iterable<string> = []): SimilarityIndex {
  let loose = growingLines();
  const blocks: PairBlock[] = [];
  // Texts of one letter or none, and longer ones than a block can count; rare enough to put to the measure itself.
  const odd: OddText[] = [];
  let size = 0;

  function put(text: string): void {
    const bare = withoutSpace(text);
    if (bare.length < 2 || pairsIn(bare) > mostPairs) odd.push({ at: size, bare });
    else loose.add(bare, size);
    size += 1;
  }

  /** Blocks no larger than what comes behind them are filed anew with it, so that each text moves but a few times. */
  function fileLoose(): void {
    const lists = [loose.lines()];
    let count = loose.count();
    for (let last = blocks.at(-1); last && last.lines.count <= count; last = blocks.at(-1)) {
      if (last.lines.count + count > mostLines) break;
      lists.push(last.lines);
      count += last.lines.count;
      blocks.pop();
    }
    blocks.push(pairBlock(lists));
    loose = growingLines();
  }

  for (const text of texts) {
    put(text);
    if (loose.count() === mostLines) fileLoose();
  }
  if (loose.count() >= mostLoose) fileLoose();

  return {
    size: () => size,
    add: (text) => {
      put(text);
      if (loose.count() >= mostLoose) fileLoose();
      return size - 1;
    },
    atLeast: (text, threshold, { accepts } = {}) => {
      if (!(threshold > 0 && threshold <= 1))
        throw new RangeError(`No likeness is asked for above 0 and up to 1, but ${threshold}.`);
      const bare = withoutSpace(text);
      const asked = askedPairs(bare);
      const alike: Alike[] = [];
      const found: Found = (at, likeness) => alike.push({ at, likeness });
      for (const block of blocks) askBlock(block, asked, threshold, found);
      askEach(loose.lines(), asked, threshold, found);
      askMeasure(odd, bare, threshold, found);
      const counting = accepts ? alike.filter(({ at }) => accepts(at)) : alike;
      return counting.sort((one, other) => other.likeness - one.likeness || one.at - other.at);
    },
  };
}

function pairsIn(bare: string): number {
  return Math.max(0, bare.length - 1);
}

function askEach(
  { count, units, starts, places }: BareLines,
  asked: AskedPairs,
  threshold: number,
  found: Found,
): void {
  const [fewest, most] = pairsWithin(threshold, asked.count);
  for (let at = 0; at < count; at++) {
    const [start, end] = [starts[at] ?? 0, starts[at + 1] ?? 0];
    const pairs = end - start - 1;
    if (pairs < fewest || pairs > most) continue;
    const shared = asked.sharedWith(units, start, end, leastShared(threshold, asked.count, pairs));
    const likeness = (2 * shared) / (asked.count + pairs);
    if (likeness >= threshold) found(places[at] ?? 0, likeness);
  }
}

function askMeasure(odd: readonly OddText[], asked: string, threshold: number, found: Found): void {
  const [fewest, most] = pairsWithin(threshold, pairsIn(asked));
  for (const { at, bare } of odd) {
    if (pairsIn(bare) < fewest || pairsIn(bare) > most) continue;
    const alike = likeness(asked, bare);
    if (alike >= threshold) found(at, alike);
  }
}
