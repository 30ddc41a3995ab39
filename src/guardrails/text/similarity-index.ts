/**
 * Tells which of many texts are like another, with the very answers of the measure, in bounded memory: about four bytes
 * a letter, held in typed arrays. New texts lie in a small pile that is looked through one by one; a full pile is filed
 * in a block, and small blocks are filed together as they gather.
 */
import { type Found, askBlock } from './ask-block.ts';
import { type AskedPairs, askedPairs } from './asked-pairs.ts';
import { type BareLines, growingLines } from './bare-lines.ts';
import { leastShared, pairsWithin } from './dice-bounds.ts';
import { mostLines, mostPairs, type PairBlock, pairBlock } from './pair-block.ts';
import { likeness, withoutSpace } from './similarity.ts';

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

// Looking through so many takes less time than asking one more block.
const mostLoose = 256;

/** Index texts for `atLeast`. The order in which texts are added and filed makes no difference to the answers. */
export function similarityIndex(texts: readonly string[] = []): SimilarityIndex {
  const loose = growingLines();
  const blocks: PairBlock[] = [];
  /** Texts of one letter or none, and longer ones than can be counted. */
  const odd: { readonly at: number; readonly pairs: number; readonly bare: string }[] = [];
  let size = 0;

  function put(text: string): void {
    const bare = withoutSpace(text);
    const pairs = Math.max(0, bare.length - 1);
    if (pairs === 0 || pairs > mostPairs) odd.push({ at: size, pairs, bare });
    else loose.add(bare, size);
    size += 1;
  }

  function fileLoose(): void {
    const together = [loose.lines()];
    let count = loose.count();
    for (let last = blocks.at(-1); last && isDue(last.lines.count, count); last = blocks.at(-1)) {
      together.push(last.lines);
      count += last.lines.count;
      blocks.pop();
    }
    blocks.push(pairBlock(together));
    loose.clear();
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
      if (!(threshold > 0)) throw new RangeError(`The threshold is above 0, not ${threshold}.`);
      const bare = withoutSpace(text);
      const asked = askedPairs(bare);
      const alike: Alike[] = [];
      const found = (at: number, likeness: number) => alike.push({ at, likeness });
      for (const block of blocks) askBlock(block, asked, threshold, found);
      askEach(loose.lines(), asked, threshold, found);
      for (const other of odd) {
        if (2 * Math.min(asked.count, other.pairs) < threshold*(asked.count + other.pairs) - 1e-6) continue;
        const found = likeness(bare, other.bare);
        if (found >= threshold) alike.push({ at: other.at, likeness: found });
      }
      const counting = accepts ? alike.filter(({ at }) => accepts(at)) : alike;
      return counting.sort((one, other) => other.likeness - one.likeness || one.at - other.at);
    },
  };
}

function isDue(block: number, behind: number): boolean {
  return block <= behind && block + behind <= mostLines;
}

function askEach(lines: BareLines, asked: AskedPairs, threshold: number, found: Found): void {
  const [fewest, most] = pairsWithin(threshold, asked.count);
  for (let at = 0; at < lines.count; at++) {
    const [start, end] = [lines.starts[at] ?? 0, lines.starts[at + 1] ?? 0];
    const pairs = end - start - 1;
    if (pairs < fewest || pairs > most) continue;
    const likeness = (2 * asked.sharedWith(lines.units, start, end)) / (asked.count + pairs);
    if (likeness >= threshold) found(lines.places[at] ?? 0, likeness);
  }
}
