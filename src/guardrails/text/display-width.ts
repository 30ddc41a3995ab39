/** How wide a text stands in a list of mails: two for an emoji or a wide letter, one for anything else. */
import { splitGraphemes } from 'unicode-segmenter/grapheme';

// Blocks of East Asian Width W and F, as pairs of first and last code point (UAX #11).
const wideBlocks: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];

const emoji = /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\p{Regional_Indicator})/u;

/**
 * The width of a text in average Latin letters. An estimate: mail clients cut by pixels, and no two alike.
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const grapheme of splitGraphemes(text)) width += isWide(grapheme) ? 2 : 1;
  return width;
}

function isWide(grapheme: string): boolean {
  const first = grapheme.codePointAt(0) ?? 0;
  if (first < 0x1100) return emoji.test(grapheme);
  return wideBlocks.some(([from, to]) => first >= from && first <= to) || emoji.test(grapheme);
}
