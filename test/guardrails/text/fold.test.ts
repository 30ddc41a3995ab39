import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../src/guardrails/text/fold.ts';

const folds: readonly (readonly [string, string])[] = [
  ['Hello, Fall', 'hello, fall'],
  ['CAFÉ crème', 'cafe creme'],
  ['cafe\u0301', 'cafe'],
  ['\u{1d5d9}\u{1d5e5}\u{1d5d8}\u{1d5d8} shipping', 'free shipping'],
  ['\uff23\uff28\uff25\uff21\uff30', 'cheap'],
  ['\u0421heap', 'cheap'],
  ['\u03a1rice', 'price'],
  ['\u0570eat', 'heat'],
  ['\u24d2\u24d7\u24d4\u24d0\u24df', 'cheap'],
  ['\u{1f172}\u{1f177}\u{1f174}\u{1f170}\u{1f17f}', 'cheap'],
  ['\ua731\u1d00\u029f\u1d07', 'sale'],
  ['\ufb01t', 'fit'],
  ['ch\u200beap ch\u00adeap ch\u2060eap ch\u{e0041}eap', 'cheap cheap cheap cheap'],
  ['\u202ecoats\u202c', 'coats'],
  ['ch\u0000eap', 'cheap'],
  ['&#99;heap &#x63;heap c&shy;heap a&nbsp;b', 'cheap cheap cheap a b'],
  ['R&D, Salt & Straw, &copycat;', 'r&d, salt & straw, &copycat;'],
  ['a\u00a0b\u202fc\td', 'a b c d'],
  ['fall\u2019s \u201cedit\u201d \u2014 new', 'fall\'s "edit" - new'],
  ['cheap\u2122, cheap\u00b9, \u00bd', 'cheap\u2122, cheap\u00b9, \u00bd'],
  ['\u304c \u30ac \ud55c\uad6d', '\u304c \u30ac \ud55c\uad6d'],
  ['a\ud800b', 'a\ud800b'],
];

describe('foldText', () => {
  it.each(folds)('folds %j to %j', (text, folded) => {
    expect(foldText(text).text).toBe(folded);
  });

  it('knows the way back to what the reader sees', () => {
    const { text, from, to } = foldText('a &#99;h\u200beap coat');
    const at = text.indexOf('cheap');
    expect([from[at], to[at + 4]]).toEqual([2, 12]);
  });

  it('gives every folded unit a place in the source, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (source) => {
        const { text, from, to } = foldText(source);
        expect(from.length).toBe(text.length + 1);
        expect(from[text.length]).toBe(source.length);
        for (let at = 0; at < text.length; at++) {
          const [start, end, next] = [from[at] ?? -1, to[at] ?? -1, from[at + 1] ?? -1];
          expect(start >= 0 && start < end && end <= source.length && start <= next).toBe(true);
        }
      }),
    );
  });

  it('leaves what is folded already as it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('&')),
        (source) => {
          const once = foldText(source).text;
          expect(foldText(once).text).toBe(once);
        },
      ),
    );
  });
});
