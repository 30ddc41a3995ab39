import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeness, similarityIndex } from '../../../src/guardrails/text/similarity.ts';

const word = fc.constantFrom('cozy', 'coat', 'coats', 'season', 'starts', 'here', 'now', 'a', 'aaaa', '');
const line = fc.array(word, { maxLength: 7 }).map((words) => words.join(' '));

describe('similarityIndex', () => {
  it('gives the very answers of the measure, pair by pair', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string({ maxLength: 8 })), { maxLength: 12 }), line, (texts, asked) => {
        for (const threshold of [0.5, 0.8, 1]) {
          const slow = texts
            .map((text, at) => ({ at, likeness: likeness(asked, text) }))
            .filter((each) => each.likeness >= threshold)
            .sort((one, other) => other.likeness - one.likeness || one.at - other.at);
          expect(similarityIndex(texts).atLeast(asked, threshold)).toEqual(slow);
        }
      }),
    );
  });

  it('answers for thousands of lines in a few milliseconds', () => {
    const texts = Array.from(
      { length: 5000 },
      (_, at) => `line ${at.toString(36)} about coats and ${(at * 7919).toString(36)}`,
    );
    const index = similarityIndex(texts);
    const startedAt = performance.now();
    for (let times = 0; times < 10; times++) index.atLeast('a line about coats and more', 0.8);
    expect((performance.now() - startedAt) / 10).toBeLessThan(50);
  });
});
