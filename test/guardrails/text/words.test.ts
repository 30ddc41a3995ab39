/** The cut of a line into words, beside a plain one that looks at a folded text unit by unit. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evasion } from '../../../src/guardrails/text/evasion.ts';
import { foldText } from '../../../src/guardrails/text/fold.ts';
import { signBits, signTable } from '../../../src/guardrails/text/signs.ts';
import { kindOf, unitKind } from '../../../src/guardrails/text/unit-kind.ts';
import { hashOfBoth, hashOfWord } from '../../../src/guardrails/text/word-hash.ts';
import { foldedWords, hasWordAt, unitsOf, type Words, wordsOf } from '../../../src/guardrails/text/words.ts';

/** What folds to nothing, to several, by two halves, or is a word alone, beside plain letters and the signs of disguises. */
const pieces = [
  ...'abcdrnvu24 01$@|!+€*_•-.&;’',
  ...['rn', 'vv', 'ooo', '  ', 'Æ', 'é', 'ß', 'ﬁ', '½', '…', '\u200b', '\u0301', '\u202e', '\ufe0f', '\u0000'],
  ...[
    '秋',
    'ア',
    'ก',
    '한',
    'ж',
    '\u{1d400}',
    '\u{1f130}',
    '\u{1f200}',
    '\u{1f1fa}\u{1f1f8}',
    '\u{1f342}',
    '\u{1f525}',
  ],
  ...['&amp;', '&#97;', '\ud83c', '\ude00', '\uffff', '\u{20000}', '\ufffc'],
];
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((chosen) => chosen.join(''));

type Cut = { readonly word: string; readonly start: number };

/** Letters and digits that stand together, and what is a word alone. */
function plainCut(folded: string): Cut[] {
  const cuts: Cut[] = [];
  let word = '';
  const close = (at: number) => {
    if (word !== '') cuts.push({ word, start: at - word.length });
    word = '';
  };
  for (let at = 0; at < folded.length; at++) {
    const kind = kindOf(folded.charCodeAt(at));
    if (kind === unitKind.letter || kind === unitKind.digit) word += folded.charAt(at);
    else close(at);
    if (kind === unitKind.alone) cuts.push({ word: folded.charAt(at), start: at });
  }
  close(folded.length);
  return cuts;
}

function cutsOf(words: Words): Cut[] {
  const folded = String.fromCharCode(...unitsOf(words).subarray(0, words.length));
  return Array.from({ length: words.count }, (_, at) => {
    const [start, end] = [words.starts[at] ?? 0, words.ends[at] ?? 0];
    return { word: folded.slice(start, end), start };
  });
}

describe('the words of a line', () => {
  it('are those of its folded text, with the hashes of these words', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const expected = plainCut(foldText(text).text);
        const words = foldedWords(text);
        expect(cutsOf(words)).toEqual(expected);
        expect([...words.hashes.subarray(0, words.count)]).toEqual(expected.map(({ word }) => hashOfWord(word)));
        for (const { word, start } of expected) expect(hasWordAt(words, start, start + word.length, word)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('are the same of a text that comes folded', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const folded = foldText(text).text;
        expect(cutsOf(wordsOf(folded))).toEqual(plainCut(folded));
      }),
      { numRuns: 1000 },
    );
  });

  it('bring the signs of every unit, and those of letters in badges', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let signs = /[\u{1f100}-\u{1f2ff}]/u.test(text) ? signBits.alien : 0;
        for (let at = 0; at < text.length; at++) signs |= signTable[text.charCodeAt(at)] ?? 0;
        expect(foldedWords(text).signs).toBe(signs);
      }),
      { numRuns: 1000 },
    );
  });

  it('have the hash of both where two are written as one', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        expect(hashOfBoth(hashOfWord(one), hashOfWord(other), other.length)).toBe(hashOfWord(one + other));
      }),
    );
  });

  it('are hashed right when they are longer than any word', () => {
    const long = 'ab'.repeat(100);
    expect(foldedWords(`on ${long}`).hashes[1]).toBe(hashOfWord(long));
  });

  it('take no more than a line can have', () => {
    expect(() => foldedWords('a'.repeat(2 ** 20))).toThrow(RangeError);
  });
});

describe('a disguise', () => {
  const { spaced, leet, stretched, masked, respelled, hyphened } = evasion;
  it.each([
    ['Coats for the week', 0],
    ['c h e a p', spaced],
    ['a coat and a hat', 0],
    ['秋冬', spaced],
    ['ch3ap', leet],
    ['2xl boots', leet],
    ['$ale', leet],
    ['ca$h', leet],
    ['sa!e', leet],
    ['|ow', leet],
    ['Sale! now', 0],
    ['$50 off', 0],
    ['cheeeap', stretched],
    ['cheep', 0],
    ['ーーー', spaced],
    ['ch*ap', masked],
    ['*cheap*', masked],
    ['* cheap', 0],
    ['rnust have', respelled],
    ['flavvless', respelled],
    ['rev no', 0],
    ['gifts 4 you', respelled],
    ['gifts for you', 0],
    ['mir-cle', hyphened],
    ['mir - cle', 0],
    ['cle.rance', hyphened],
    ['🍂🔥', 0],
  ])('is told by the units of %j', (text, flags) => {
    expect(foldedWords(text).flags).toBe(flags);
  });
});
