/** How alike texts are. `string-similarity` is the measure; an index gives its answers without asking about every pair. */
import { compareTwoStrings } from 'string-similarity';

/** A text of the index that is alike enough. */
export type Alike = {
  /** Its place in the list the index was made from. */
  readonly at: number;
  /** Sørensen-Dice on pairs of letters, 0 to 1. */
  readonly likeness: number;
};

/** Texts that can be asked for those like another. */
export type SimilarityIndex = {
  /** All texts whose likeness reaches the threshold, the most alike first, then in the order of the list. */
  readonly atLeast: (text: string, threshold: number) => readonly Alike[];
};

/** The measure itself: Sørensen-Dice on letter pairs, white space left out. */
export function likeness(one: string, other: string): number {
  return compareTwoStrings(one, other);
}

/**
 * Index texts for `atLeast`. Exact: counting the pairs two texts share gives the very number the measure divides by,
 * so that the index and the measure never disagree. The nth time a pair occurs in a text is a pair of its own.
 */
export function similarityIndex(texts: readonly string[]): SimilarityIndex {
  const postings = new Map<string, number[]>();
  const pairs = texts.map((text) => pairsOf(text));
  const bare = texts.map(withoutSpace);
  pairs.forEach((each, at) => {
    for (const pair of each) {
      const known = postings.get(pair);
      if (known) known.push(at);
      else postings.set(pair, [at]);
    }
  });
  return {
    atLeast: (text, threshold) => {
      const asked = pairsOf(text);
      const shared = new Uint16Array(texts.length);
      for (const pair of asked) for (const at of postings.get(pair) ?? []) shared[at] = (shared[at] ?? 0) + 1;
      const askedBare = withoutSpace(text);
      const alike: Alike[] = [];
      for (let at = 0; at < texts.length; at++) {
        const isSame = bare[at] === askedBare;
        const sum = asked.length + (pairs[at]?.length ?? 0);
        const found = isSame ? 1 : sum === 0 ? 0 : (2 * (shared[at] ?? 0)) / sum;
        if (found >= threshold) alike.push({ at, likeness: found });
      }
      return alike.sort((one, other) => other.likeness - one.likeness || one.at - other.at);
    },
  };
}

function pairsOf(text: string): string[] {
  const bare = withoutSpace(text);
  const seen = new Map<string, number>();
  return Array.from({ length: Math.max(0, bare.length - 1) }, (_, at) => {
    const pair = bare.slice(at, at + 2);
    const times = seen.get(pair) ?? 0;
    seen.set(pair, times + 1);
    return times === 0 ? pair : `${pair}${times}`;
  });
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
