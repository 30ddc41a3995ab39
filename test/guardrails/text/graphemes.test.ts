import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countGraphemes } from '../../../src/guardrails/text/graphemes.ts';

describe('countGraphemes', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['👨‍👩‍👧‍👦', 1],
    ['🧥', 1],
    ['❤️', 1],
    ['🇺🇸', 1],
    ['e\u0301', 1],
    ['Macy’s', 6],
    ['a\r\nb', 3],
    ['क्षि', 1],
    ['20 € – “yes”…', 13],
  ])('counts what a reader sees in %j', (text, count) => {
    expect(countGraphemes(text)).toBe(count);
  });

  it('agrees with the platform on any text', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
    // Unassigned letters and the newest emoji may differ between Unicode versions, so the alphabet is a fixed one.
    const unit = fc.constantFrom(
      'a',
      'é',
      '\u0301',
      '\r',
      '\n',
      '’',
      '€',
      '🧥',
      '\u200d',
      '👩',
      '\ufe0f',
      '🇺',
      '한',
      '\ud83d',
      ' ',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        expect(countGraphemes(text)).toBe([...segmenter.segment(text)].length);
      }),
    );
  });
});
