/** Holds back lines with characters no reader sees, which hide words from checks or turn the reading order around. */
import * as z from 'zod';
import { defineRule, nothing } from '../rule.ts';

const Options = z.strictObject({
  /** Zero-width joiners and variation selectors where an emoji is made of several. */
  allowInEmoji: z.boolean().default(true),
  /** Scripts (ISO 15924) in which zero-width joiners and non-joiners are ordinary spelling. */
  allowJoinersIn: z
    .array(z.string().regex(/^[A-Z][a-z]{3}$/, 'must be a script code such as Arab'))
    .default([
      'Arab',
      'Syrc',
      'Mong',
      'Deva',
      'Beng',
      'Guru',
      'Gujr',
      'Orya',
      'Taml',
      'Telu',
      'Knda',
      'Mlym',
      'Sinh',
      'Khmr',
    ]),
  /** Left-to-right and right-to-left marks in a line that has Arabic or Hebrew letters. */
  allowMarksInRightToLeft: z.boolean().default(true),
});

// Default ignorable code points (UAX #44), what else leaves no trace on a screen, and the blank of braille.
const unseen = /[\p{DI}\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c\ufff9-\ufffb\u2800]/gu;
// The Arabic letter mark is of that script and no letter: it must not excuse itself.
const rightToLeftLetter = /(?=\p{L})[\p{Script=Arab}\p{Script=Hebr}\p{Script=Syrc}\p{Script=Thaa}]/u;
// With `v`: under `u` alone Chromium 153 does not find a class of properties at the end of a text beyond U+FFFF.
const emojiPart = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\u20e3]$/v;

const names: ReadonlyMap<number, string> = new Map([
  [0xad, 'a soft hyphen'],
  [0x200b, 'a zero-width space'],
  [0x200c, 'a zero-width non-joiner'],
  [0x200d, 'a zero-width joiner'],
  [0x200e, 'a left-to-right mark'],
  [0x200f, 'a right-to-left mark'],
  [0x2060, 'a word joiner'],
  [0x3164, 'a Hangul filler'],
  [0xfeff, 'a byte order mark'],
  [0x2800, 'a braille blank'],
]);

/** See docs/rules/invisible-and-bidi.md. */
export const invisibleAndBidi = defineRule({
  id: 'invisible-and-bidi',
  version: 1,
  summary: 'No unseen character hides in the line, and none turns its reading order around.',
  options: Options,
  on: true,
  severity: 'block',
  alsoPreheader: true,
  wakes: ['unseen'],
  examples: {
    good: [
      { line: 'New in \u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466} family fits' },
      {
        line: 'Home kits \u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} are in',
        because: 'The flag of England is spelled with tag characters.',
      },
      { line: 'می\u200cخواهم', because: 'Persian spelling needs the non-joiner.' },
      { line: 'Your candle’s ready \u{1f56f}\ufe0f' },
    ],
    bad: [
      { line: 'Fr[|\u200b|]ee coats' },
      { line: 'Warm c[|\u00ad|]oats' },
      { line: 'Coats [|\u202e|]eert[|\u202c|]' },
      { line: 'Coats[|\u{e0063}\u{e0068}|] for you' },
    ],
  },
  prepare: ({ allowInEmoji, allowJoinersIn, allowMarksInRightToLeft }) => ({
    allowInEmoji,
    allowMarksInRightToLeft,
    joining: scriptsMatcher(allowJoinersIn),
  }),
  check({ text }, { prepared }) {
    if (isPlain(text)) return nothing;
    const runs: { start: number; end: number }[] = [];
    for (const { 0: character, index: start } of text.matchAll(unseen)) {
      if (isAllowed(text, start, character, prepared)) continue;
      const last = runs.at(-1);
      if (last?.end === start) last.end = start + character.length;
      else runs.push({ start, end: start + character.length });
    }
    return runs.map((span) => ({
      message: `${named(text, span)}; take it out, since readers cannot see what it does.`,
      spans: [span],
      ...(isSafeToDelete(text, span) && { suggestion: { ...span, text: '' } }),
    }));
  },
});

/** True where no unit can be part of an unseen character; the search proper costs more than all else here. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // Below U+034F only the soft hyphen is unseen; everyday quotes, dashes and emoji are told apart from what is not.
    if (unit < 0x34f ? unit === 0xad : !isSeen(unit)) return false;
  }
  return true;
}

// U+D82F, U+D834 and U+DB40 lead to the unseen characters beyond the first plane.
function isSeen(unit: number): boolean {
  if (unit >= 0x2010 && unit <= 0x2027) return true;
  if (unit >= 0x20a0 && unit <= 0x27ff) return true;
  if (unit >= 0xd800 && unit <= 0xdfff) return unit !== 0xd82f && unit !== 0xd834 && unit !== 0xdb40;
  return false;
}

type Prepared = {
  readonly allowInEmoji: boolean;
  readonly allowMarksInRightToLeft: boolean;
  readonly joining: RegExp | null;
};

function isAllowed(text: string, at: number, character: string, prepared: Prepared): boolean {
  const point = character.codePointAt(0) ?? 0;
  const before = lastCharacter(text.slice(Math.max(0, at - 2), at));
  const after = text.slice(at + character.length, at + character.length + 2);
  if (point === 0x200e || point === 0x200f || point === 0x061c)
    return prepared.allowMarksInRightToLeft && rightToLeftLetter.test(text);
  if (point >= 0xe0020 && point <= 0xe007f) return prepared.allowInEmoji && isInTagFlag(text, at);
  if (point === 0x200d && emojiPart.test(before))
    return prepared.allowInEmoji && /^\p{Extended_Pictographic}/u.test(after);
  if (point === 0x200c || point === 0x200d || (point >= 0x180b && point <= 0x180f))
    return prepared.joining?.test(before) === true && !/^\p{Script=Latin}/u.test(after);
  if (point === 0xfe0e || point === 0xfe0f)
    return (
      prepared.allowInEmoji && (/[\p{S}\p{Po}\p{Extended_Pictographic}]$/v.test(before) || isKeycap(before, after))
    );
  // Variation selectors of ideographs, mathematics and Mongolian choose a shape, and the letter they stand after is seen.
  if ((point >= 0xfe00 && point <= 0xfe0d) || (point >= 0xe0100 && point <= 0xe01ef))
    return /[\p{Script=Han}\p{Sm}]$/v.test(before);
  return false;
}

function isKeycap(before: string, after: string): boolean {
  return /[\d#*]$/.test(before) && after.startsWith('\u20e3');
}

/** Subdivision flags (UTS #51): a black flag, tag characters, a cancel tag. Only those that are interchanged. */
function isInTagFlag(text: string, at: number): boolean {
  // A flag of England takes 14 units; looking no farther keeps a text of nothing but tags cheap.
  const from = Math.max(0, at - 14);
  for (const { 0: flag, index } of text.slice(from, at + 14).matchAll(/\p{RGI_Emoji_Tag_Sequence}/gv))
    if (from + index < at && at < from + index + flag.length) return true;
  return false;
}

function lastCharacter(text: string): string {
  return [...text].at(-1) ?? '';
}

function scriptsMatcher(scripts: readonly string[]): RegExp | null {
  if (scripts.length === 0) return null;
  return new RegExp(`[${scripts.map((script) => `\\p{Script_Extensions=${script}}`).join('')}]$`, 'v');
}

function named(text: string, { start, end }: { start: number; end: number }): string {
  const point = text.codePointAt(start) ?? 0;
  const count = [...text.slice(start, end)].length;
  const kind = names.get(point) ?? (isDirection(point) ? 'a direction control' : 'an unseen character');
  const name = `${kind} (U+${point.toString(16).toUpperCase().padStart(4, '0')})`;
  const more = count > 1 ? ` and ${count - 1} more unseen` : '';
  const around = `${text.slice(Math.max(0, start - 8), start)}·${text.slice(end, end + 8)}`;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}${more} hides in "${around}"`;
}

/**
 * Without an override, letters would read in another order than the writer saw; and what breaks a tag's delimiter
 * in two may make a tag of it.
 */
function isSafeToDelete(text: string, { start, end }: { start: number; end: number }): boolean {
  const turns = (point: number) =>
    isDirection(point) || ((point === 0x200e || point === 0x200f) && rightToLeftLetter.test(text));
  if ([...text.slice(start, end)].some((character) => turns(character.codePointAt(0) ?? 0))) return false;
  return !/[{}%*|<>[\]$&#;]/.test(text.charAt(start - 1) + text.charAt(end));
}

function isDirection(point: number): boolean {
  return (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069) || point === 0x061c;
}
