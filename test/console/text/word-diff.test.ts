import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDiff } from '../../../src/console/text/word-diff.ts';

const shown = (before: string, after: string, locale = 'en-US') =>
  wordDiff(before, after, locale)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'deleted' ? `[-${text}-]` : `[+${text}+]`))
    .join('');

describe('what changed between two lines', () => {
  it.each([
    ['Boots for walks', 'Boots for walks', 'Boots for walks'],
    ['Boots for walks', 'Boots for long walks', 'Boots for [+long +]walks'],
    ['The boot shelf', 'A wool shelf', '[-The boot-][+A wool+] shelf'],
    ['Ends Sunday', 'Ends Sunday!', 'Ends Sunday[+!+]'],
    ['', 'Boots', '[+Boots+]'],
    [
      "{{ first_name|default:'there' }}, boots",
      "{{ first_name|default:'friend' }}, boots",
      "[-{{ first_name|default:'there' }}-][+{{ first_name|default:'friend' }}+], boots",
    ],
    ['Boots\u200b for walks', 'Boots for walks', 'Boots[-\u200b-] for walks'],
  ])('of %j and %j is told by words', (before, after, told) => {
    expect(shown(before, after)).toBe(told);
  });

  it('cuts scripts that have no spaces into words too', () => {
    expect(shown('冬のコートが届きました', '春のコートが届きました', 'ja')).toMatch(/^\[-冬.*\]コートが届きました$/);
  });

  it('leaves nothing out of either line, whatever is in them', () => {
    const odd = [
      'a',
      ' ',
      'Boots',
      '{{ first_name }}',
      '*|FNAME|*',
      '\u200b',
      '\ud83d',
      '\udc4d',
      '👨‍👩‍👧',
      'مر',
      '冬',
      '\n',
      '!',
    ];
    const text = fc.string({ unit: fc.constantFrom(...odd) });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = wordDiff(before, after, 'en-US');
        const without = (left: string) =>
          pieces
            .filter(({ kind }) => kind !== left)
            .map((piece) => piece.text)
            .join('');
        expect([without('inserted'), without('deleted')]).toEqual([before, after]);
      }),
    );
  });
});
