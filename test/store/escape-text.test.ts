import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeNullable, escapeText, unescapeNullable, unescapeText } from '../../src/store/escape-text.ts';

/** Strings of any code units, the awkward ones often. */
const anyText = fc
  .array(fc.oneof(fc.constantFrom('\0', '\\', '\ud83d', '\ude00', 'u', '0', 'd'), fc.string({ unit: 'binary' })))
  .map((pieces) => pieces.join(''));

describe('escapeText', () => {
  it('leaves ordinary text as it is', () => {
    expect(escapeText("Ada's picks 👗 – שלום")).toBe("Ada's picks 👗 – שלום");
  });

  it('writes what a database refuses or mixes up as its escape', () => {
    expect(escapeText('a\0b\\c\ud83d!')).toBe('a\\u0000b\\\\c\\ud83d!');
  });

  it('gives every string back as it was', () => {
    fc.assert(
      fc.property(anyText, (text) => unescapeText(escapeText(text)) === text),
      { numRuns: 2_000 },
    );
  });

  it('gives a form both databases can hold', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const column = escapeText(text);
        return column.isWellFormed() && !column.includes('\0');
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps different texts different', () => {
    expect(escapeText('\ud83d')).not.toBe(escapeText('\ud83e'));
    expect(escapeText('\\u0000')).not.toBe(escapeText('\0'));
  });

  it('lets null be null', () => {
    expect([escapeNullable(null), unescapeNullable(null)]).toEqual([null, null]);
    expect(unescapeNullable(escapeNullable('\0'))).toBe('\0');
  });
});
