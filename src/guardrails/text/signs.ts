/** What kinds of characters a line holds, seen in one pass, so that most rules need not look at most lines. */
import { foldCharacter } from './fold-table.ts';

/** A bit for each kind. A unit may be of several. */
export const signBits = {
  digit: 1 << 0,
  /** A currency sign, percent or per mille. */
  money: 1 << 1,
  /** Exclamation and question marks, upside down and wide ones too. */
  shout: 1 << 2,
  colon: 1 << 3,
  /** What delimits tags, placeholders, markup and addresses: brackets, bars, stars, slashes, hashes, ampersands. */
  markup: 1 << 4,
  quote: 1 << 5,
  upper: 1 << 6,
  /** Control characters, and the two separators that some software takes for line ends. */
  control: 1 << 7,
  /** What may leave no trace on a screen. */
  unseen: 1 << 8,
  /** What may be an emoji or a part of one. */
  emoji: 1 << 9,
  /** A letter of another script than Latin, or a Latin one in fancy dress. */
  alien: 1 << 10,
  /** Full stop, comma, semicolon, ellipsis. */
  stop: 1 << 11,
  /** A space that is not the one of the keyboard. */
  space: 1 << 12,
} as const;
export type SignName = keyof typeof signBits;

const shapes: readonly (readonly [SignName, RegExp])[] = [
  ['digit', /\p{Nd}/u],
  ['money', /[\p{Sc}%‰％﹪]/u],
  ['shout', /[!?¡¿！？‼⁇⁈⁉]/u],
  ['colon', /[:：﹕]/u],
  ['markup', /[{}[\]<>«»()|*_~`\\&#^@/=＜＞]/u],
  ['quote', /["'“”„‟‘’‚‛«»‹›`´]/u],
  ['upper', /\p{Lu}/u],
  ['control', /[\p{Cc}\u2028\u2029]/u],
  ['unseen', /[\p{DI}\p{Cf}\u2800\ufff9-\ufffb]/u],
  ['emoji', /[\p{Extended_Pictographic}\p{Emoji_Presentation}\ufe0f\u20e3\u2600-\u27bf\u2b00-\u2bff]/u],
  ['stop', /[.,;…。，]/u],
  ['space', /(?! )\p{Zs}/u],
];

/** For each UTF-16 unit the bits of `signBits`. A high surrogate has those of what it mostly begins. */
export const signTable: Uint16Array = makeTable();

/** Letters in circles and squares, and those of flags: they begin with the same unit as most emoji. */
const badge = /[\u{1f100}-\u{1f2ff}]/u;

/** What letters in badges add to the bits of the units of a text. */
export function signsOfBadges(text: string): number {
  return badge.test(text) ? signBits.alien : 0;
}

function makeTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) table[unit] = bitsOf(unit);
  return table;
}

function bitsOf(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdbff) return bitsOfHigh(unit);
  // Low surrogates: the high one before has said it all.
  if (unit >= 0xdc00 && unit <= 0xdfff) return 0;
  // Ideographs, Hangul and private use.
  if ((unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xac00 && unit <= 0xf8ff)) return signBits.alien;
  const character = String.fromCharCode(unit);
  let bits = isAlien(character) ? signBits.alien : 0;
  for (const [name, shape] of shapes) if (shape.test(character)) bits |= signBits[name];
  return bits;
}

/** Emoji are of three blocks; tags, musical and shorthand controls of others. For letters in badges see `signsOfBadges`. */
function bitsOfHigh(unit: number): number {
  if (unit >= 0xd83c && unit <= 0xd83e) return signBits.emoji;
  const isOfControls = unit === 0xd82f || unit === 0xd834 || unit === 0xdb40;
  return isOfControls ? signBits.alien | signBits.emoji | signBits.unseen : signBits.alien;
}

function isAlien(character: string): boolean {
  if (!/[\p{L}\p{M}\p{So}\p{Nl}]/u.test(character)) return false;
  if (!/\p{Script=Latin}/u.test(character)) return true;
  // Letters of phonetics, small capitals among them; few languages spell with one.
  if (/[\u0250-\u02af\u1d00-\u1dbf\ua730\ua731\ua7af]/u.test(character)) return true;
  return character.normalize('NFKC') !== character && /^[a-z]/.test(foldCharacter(character));
}
