/** A trait whose value is one of a few kinds: how often the brand's lines are of each, beside ordinary lines. */
import type { ReadLine } from '../read-line.ts';
import { bounded, type LearnedTrait, type Lesson, priorWeight } from './trait.ts';

/** What the values are called in a sentence: "asks a question". */
export type Categories<Value extends string> = {
  readonly values: readonly Value[];
  readonly kindOf: (line: ReadLine) => Value;
  /** How much of its evidence counts, where other traits tell a part of the same; 1 where not given. */
  readonly counting?: number;
  /** What a line of that kind does. */
  readonly phrase: Readonly<Record<Value, string>>;
};

const mostEvidence = 3;

/** Learn how the lines are spread over the kinds. */
export function learnCategory<Value extends string>(kinds: Categories<Value>, lesson: Lesson): LearnedTrait {
  const { values, kindOf, phrase, counting = 1 } = kinds;
  const counts = new Map<Value, number>();
  let total = 0;
  for (const { line, weight } of lesson.lines) {
    const value = kindOf(line);
    counts.set(value, (counts.get(value) ?? 0) + weight);
    total += weight;
  }
  const ordinary = new Map<Value, number>();
  for (const line of lesson.ordinary) {
    const value = kindOf(line);
    ordinary.set(value, (ordinary.get(value) ?? 0) + 1);
  }
  const ordinaryShare = (value: Value) => ((ordinary.get(value) ?? 0) + 1) / (lesson.ordinary.length + values.length);

  return {
    evidence: (line, ownWeight) => {
      const value = kindOf(line);
      const usual = ordinaryShare(value);
      const share = ((counts.get(value) ?? 0) - ownWeight + priorWeight * usual) / (total - ownWeight + priorWeight);
      return bounded(counting * Math.log(share / usual), mostEvidence);
    },
    says: (line) => {
      const value = kindOf(line);
      return `${phrase[value]}, like ${inTen(counts.get(value) ?? 0, total)} of this brand's lines.`;
    },
  };
}

/** A share as people say it: "7 in 10". */
export function inTen(count: number, total: number): string {
  if (total === 0 || count === 0) return 'none';
  if (count >= total) return 'all';
  const share = count / total;
  if (share < 0.05) return `1 in ${Math.round(1 / share)}`;
  return share > 0.95 ? 'nearly all' : `${Math.max(1, Math.round(share * 10))} in 10`;
}
