/**
 * How many words a line has, beside how many the brand's lines have. Merge tags are no words. Lengths are taken to lie
 * in a bell around their mean, which few lines tell better than a count of each length would.
 */
import type { WeightedLine } from '../read-line.ts';
import { bounded, priorWeight, type Trait } from './trait.ts';

const mostEvidence = 4;

/** Words; a brand whose lines all have five may still write six. */
const leastDeviation = 1;

/** Languages written without spaces, where there are no words to count. */
const unspaced = ['ja', 'zh', 'th', 'lo', 'km', 'my'];

export const lengthTrait: Trait = {
  trait: 'length',
  learn: ({ lines, ordinary, language }) => {
    if (unspaced.includes(language)) return { leftOut: 'Length is left out: this language does not part its words.' };
    const usual = bellOf(summed(ordinary.map((line) => ({ line, weight: 1 }))));
    const sums = summed(lines);
    const range = rangeOf(lines.map(({ line }) => line.words.length));
    return {
      evidence: ({ words: { length } }, ownWeight) => {
        const own = { weight: -ownWeight, first: -ownWeight * length, second: -ownWeight * length * length };
        // As many lines of ordinary length as of any habit are mixed in; with none of its own that is all there is.
        const bell = bellOf(plus(plus(sums, own), priorOf(usual)));
        return bounded(density(length, bell) - density(length, usual), mostEvidence);
      },
      says: ({ words }) => `${words.length} ${words.length === 1 ? 'word' : 'words'} where this brand writes ${range}.`,
    };
  },
};

/** Weight, sum and sum of squares: a line can be taken out of them again. */
type Sums = { readonly weight: number; readonly first: number; readonly second: number };

type Bell = { readonly mean: number; readonly deviation: number };

function summed(lines: readonly WeightedLine[]): Sums {
  return lines.reduce(
    (sums, { line: { words }, weight }) =>
      plus(sums, { weight, first: weight * words.length, second: weight * words.length ** 2 }),
    { weight: 0, first: 0, second: 0 },
  );
}

function plus(one: Sums, other: Sums): Sums {
  return {
    weight: one.weight + other.weight,
    first: one.first + other.first,
    second: one.second + other.second,
  };
}

function priorOf({ mean, deviation }: Bell): Sums {
  return { weight: priorWeight, first: priorWeight * mean, second: priorWeight * (mean ** 2 + deviation ** 2) };
}

function bellOf({ weight, first, second }: Sums): Bell {
  const mean = first / weight;
  return { mean, deviation: Math.max(leastDeviation, Math.sqrt(Math.max(0, second / weight - mean ** 2))) };
}

/** The logarithm of the bell at a length, but for a constant. */
function density(length: number, { mean, deviation }: Bell): number {
  return -((length - mean) ** 2) / (2 * deviation ** 2) - Math.log(deviation);
}

/** From the tenth to the ninetieth of a hundred lines. */
function rangeOf(lengths: number[]): string {
  const sorted = lengths.sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)] ?? 0;
  const [least, most] = [at(0.1), at(0.9)];
  if (sorted.length === 0) return 'nothing yet';
  return least === most ? `${least}` : `${least} to ${most}`;
}
