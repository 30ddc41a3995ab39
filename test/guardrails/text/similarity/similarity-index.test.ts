import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Alike,
  type SimilarityIndex,
  similarityIndex,
} from '../../../../src/guardrails/text/similarity/similarity-index.ts';
import { likeness } from '../../../../src/guardrails/text/similarity.ts';

const thresholds = fc.constantFrom(0.5, 0.6, 2 / 3, 0.75, 0.8, 0.9, 1);
const word = fc.constantFrom('cozy', 'coat', 'coats', 'season', 'starts', 'here', 'now', 'a', 'aaaa', '');
const space = fc.constantFrom(' ', '  ', '\t', '\u00a0', '\u2028', '\ufeff', '\u200b');
const line = fc.tuple(fc.array(word, { maxLength: 7 }), space).map(([words, between]) => words.join(between));
const long = fc.tuple(fc.constantFrom('a', 'ab', 'abc', 'cozy season '), fc.integer({ min: 120, max: 300 }));
const anyText = fc.oneof(
  { weight: 6, arbitrary: line },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom('\ud83e', '\udde5', '\0', '\uffff'), maxLength: 8 }) },
  { weight: 1, arbitrary: long.map(([part, length]) => part.repeat(length).slice(0, length)) },
);
// Enough to be filed in blocks, small and large, with some left over.
const manyTexts = fc.array(anyText, { minLength: 250, maxLength: 1_100, size: 'max' });

/** The answers of the measure, asked pair by pair. */
function measured(texts: readonly string[], asked: string, threshold: number): Alike[] {
  return texts
    .map((text, at) => ({ at, likeness: likeness(asked, text) }))
    .filter((each) => each.likeness >= threshold)
    .sort((one, other) => other.likeness - one.likeness || one.at - other.at);
}

function grown(texts: readonly string[], index: SimilarityIndex = similarityIndex()): SimilarityIndex {
  for (const text of texts) index.add(text);
  return index;
}

describe('similarityIndex', () => {
  it('gives the very answers of the measure, pair by pair', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 12 }), anyText, thresholds, (texts, asked, threshold) => {
        expect(similarityIndex(texts).atLeast(asked, threshold)).toEqual(measured(texts, asked, threshold));
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives them for any threshold and many texts, however these came in', () => {
    fc.assert(
      fc.property(
        manyTexts,
        fc.nat(),
        anyText,
        fc.double({ min: 0.3, max: 1, noNaN: true }),
        (texts, at, other, threshold) => {
          const known = texts[at % texts.length] ?? '';
          const half = at % texts.length;
          const indexes = [
            similarityIndex(texts),
            grown(texts),
            grown(texts.slice(half), similarityIndex(texts.slice(0, half))),
          ];
          for (const asked of [known, `${known} now`, `${known.slice(1)}s`, other]) {
            const answers = measured(texts, asked, threshold);
            for (const index of indexes) expect(index.atLeast(asked, threshold)).toEqual(answers);
          }
        },
      ),
      // A thousand texts would shrink for minutes; the property above finds the small cases.
      { numRuns: 40, endOnFailure: true },
    );
  });

  it('gives them where texts have as many pairs as can be counted, and more', () => {
    const lengths = [2, 100, 254, 255, 256, 257, 258, 300, 400];
    const texts = [...lengths, ...lengths].flatMap((length) => Array.from({ length: 30 }, () => 'a'.repeat(length)));
    const index = similarityIndex(texts);
    for (const length of [...lengths, 700])
      for (const threshold of [0.5, 0.8, 1])
        expect(index.atLeast('a'.repeat(length), threshold)).toEqual(measured(texts, 'a'.repeat(length), threshold));
  });

  it('keeps different pairs apart when there are more of them than slots', () => {
    const letters = Array.from({ length: 280 }, (_, at) => String.fromCharCode(0x4e00 + 7 * at));
    const texts = letters.flatMap((one) => letters.map((other) => one + other));
    const index = similarityIndex(texts);
    for (let at = 0; at < texts.length; at += 97)
      expect(index.atLeast(texts[at] ?? '', 0.5)).toEqual([{ at, likeness: 1 }]);
  });

  it('gives them across blocks that are full', () => {
    const texts = Array.from(
      { length: 70_000 },
      (_, at) => `coats for ${at.toString(3)} and ${(at * 7919).toString(36)}`,
    );
    const indexes = [similarityIndex(texts), grown(texts)];
    for (const at of [3, 65_535, 65_536, 69_999]) {
      const asked = `the ${texts[at]}`;
      const answers = measured(texts, asked, 0.8);
      expect(answers.length).toBeGreaterThan(0);
      for (const index of indexes) expect(index.atLeast(asked, 0.8)).toEqual(answers);
    }
  });

  it('counts only the texts that are accepted, and asks about none that is not alike', () => {
    const texts = Array.from(
      { length: 1_000 },
      (_, at) => `cozy season starts ${at % 7 === 0 ? 'here' : at.toString(36)}`,
    );
    const asked = new Set<number>();
    const accepts = (at: number) => {
      asked.add(at);
      return at % 2 === 1;
    };
    const all = measured(texts, 'cozy season starts here', 0.9);
    const odd = similarityIndex(texts).atLeast('cozy season starts here', 0.9, { accepts });
    expect(odd).toEqual(all.filter(({ at }) => at % 2 === 1));
    expect([...asked].sort((one, other) => one - other)).toEqual(
      all.map(({ at }) => at).sort((one, other) => one - other),
    );
  });

  it('gives each text the next place', () => {
    const index = similarityIndex(['The linen is in', '']);
    expect([index.add('The wool is in'), index.add('x'), index.add('')]).toEqual([2, 3, 4]);
    expect(index.size()).toBe(5);
    expect(index.atLeast('', 1)).toEqual([
      { at: 1, likeness: 1 },
      { at: 4, likeness: 1 },
    ]);
  });

  it('refuses a threshold that every text would reach', () => {
    for (const threshold of [0, -1, Number.NaN, 1.1])
      expect(() => similarityIndex(['a']).atLeast('a', threshold)).toThrow(RangeError);
  });
});
