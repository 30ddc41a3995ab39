/** Characters a reader cannot see, and what to show in their place. */

/** One invisible character: where it stands, and its name. */
export type Invisible = { readonly start: number; readonly end: number; readonly name: string };

const names: ReadonlyMap<number, string> = new Map([
  [0x09, 'tab'],
  [0x0a, 'line break'],
  [0x0d, 'line break'],
  [0xa0, 'no-break space'],
  [0xad, 'soft hyphen'],
  [0x034f, 'grapheme joiner'],
  [0x061c, 'Arabic letter mark'],
  [0x200b, 'zero-width space'],
  [0x200c, 'zero-width non-joiner'],
  [0x200d, 'zero-width joiner'],
  [0x200e, 'left-to-right mark'],
  [0x200f, 'right-to-left mark'],
  [0x2028, 'line separator'],
  [0x2029, 'paragraph separator'],
  [0x202a, 'left-to-right embedding'],
  [0x202b, 'right-to-left embedding'],
  [0x202c, 'end of direction'],
  [0x202d, 'left-to-right override'],
  [0x202e, 'right-to-left override'],
  [0x202f, 'narrow no-break space'],
  [0x2060, 'word joiner'],
  [0x2066, 'left-to-right isolate'],
  [0x2067, 'right-to-left isolate'],
  [0x2068, 'first-strong isolate'],
  [0x2069, 'end of isolate'],
  [0x3000, 'wide space'],
  [0xfeff, 'byte order mark'],
]);

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
// Letters of these scripts are joined and parted by zero-width characters in ordinary spelling (UAX #31 §2.3).
const joiningScript =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}]/u;

/** Every invisible character of a text, in order. Joiners and selectors inside an emoji are part of it and left alone. */
export function invisibleIn(text: string): Invisible[] {
  return [...graphemes.segment(text)].flatMap(({ segment, index }) => {
    if (/^\p{Extended_Pictographic}/u.test(segment) || joiningScript.test(segment)) return [];
    return [...segment].reduce<{ at: number; found: Invisible[] }>(
      ({ at, found }, character) => {
        const end = at + character.length;
        const name = nameOf(character, at === 0 || end === text.length);
        return { at: end, found: name === null ? found : [...found, { start: at, end, name }] };
      },
      { at: index, found: [] },
    ).found;
  });
}

function nameOf(character: string, isAtTheEdge: boolean): string | null {
  const code = character.codePointAt(0) ?? 0;
  const known = names.get(code);
  if (known) return known;
  if (code === 0x20) return isAtTheEdge ? 'space at the edge' : null;
  if (/^\p{Surrogate}$/u.test(character)) return `broken character ${hex(code)}`;
  if (code >= 0xe0000 && code <= 0xe007f) return `tag character ${hex(code)}`;
  return /^[\p{Cc}\p{Cf}\p{Co}]$/u.test(character) ? `control ${hex(code)}` : null;
}

function hex(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
