/** Cut folded text into words, hashing as it goes; what looks evasive raises a flag for the passes that cost more. */
import { foldedAtOnce, foldedUnits, foldUnits } from './fold-units.ts';
import { pieceOf } from './piece-of.ts';
import { signsOf, signTable } from './signs.ts';
import { kindOf, kinds, unitKind } from './unit-kind.ts';

/** What a line shows that a further pass should look into. */
export const evasion = { spaced: 1, leet: 2, stretched: 4, masked: 8, respelled: 32 } as const;

/** The words of a folded text. The arrays are shared: they hold until the next text is cut. */
export type Words = {
  /** The text the words stand in. */
  readonly units: Uint16Array;
  readonly length: number;
  readonly count: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly hashes: Int32Array;
  /** The bits of `evasion` the text raises. */
  readonly flags: number;
  /** The bits of `signBits` of the text before it was folded; 0 for a text that came folded. */
  readonly signs: number;
  /** Tells which cut it was. */
  readonly cut: number;
};

/** The hash of a word is a polynomial of its units, so that the hash of two words written as one follows from theirs. */
const base = 0x01000193;

/** The hash with one more unit. */
export function hashOn(hash: number, unit: number): number {
  return (Math.imul(hash, base) + unit) | 0;
}

/** The hash of two words written as one; the second has `length` units. */
export function hashOfBoth(one: number, other: number, length: number): number {
  return (Math.imul(one, powers[length] ?? 0) + other) | 0;
}

/** The hash of a folded word, as a cut would give it. */
export function hashOfWord(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = hashOn(hash, word.charCodeAt(at));
  return hash;
}

/** True where the unit at this offset belongs to a word. Outside the text nothing does. */
export function isWordAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && isWordKind(kindOf(text.charCodeAt(at)));
}

/** More units than any line has that is let in; memory is only taken for those that are used. */
const room = 2 ** 20;
// Constants, since the compiler has to ask a variable for its array at every unit.
const units = new Uint16Array(room);
const starts = new Uint32Array(room);
const ends = new Uint32Array(room);
const hashes = new Int32Array(room);

/** The words of a folded text. */
export function wordsOf(text: string): Words {
  const words = cutWords(text, asItStands) ?? noWords;
  return words.flags & hasSymbols ? withFlagsOfSymbols(words) : words;
}

/**
 * Fold a text and cut it into words in one go: letters, digits and marks that stand together; an ideograph, kana or
 * Thai letter is a word of its own.
 */
export function foldedWords(text: string): Words {
  const words = cutWords(text, folding);
  if (words) return words.flags & hasSymbols ? withFlagsOfSymbols(words) : words;
  return { ...wordsOf(pieceOf(foldedUnits, 0, foldUnits(text))), signs: signsOf(text) };
}

// Of each unit what it folds to, then its kind, then its signs. What takes more than one look to fold is 0.
const folding = Int32Array.from(foldedAtOnce, (folded, unit) =>
  folded === 0 ? 0 : folded | (kindOf(folded) << 16) | ((signTable[unit] ?? 0) << 19),
);
// No folded text holds U+0000.
const asItStands = Int32Array.from({ length: 0x10000 }, (_, unit) => (unit === 0 ? 0x20 : unit | (kindOf(unit) << 16)));

// Known to the compiler as constants, which members of an object are not.
const { letter, digit, alone, leet, mask } = unitKind;
const { spaced, stretched, respelled } = evasion;

let cuts = 0;

/** False once another text has been cut since, and the arrays hold its words. */
export function areCurrent(words: Words): boolean {
  return words.cut === cuts;
}

/** `null` at the first unit that the table has as 0. Throws RangeError on a text longer than any line. */
function cutWords(text: string, table: Int32Array): Words | null {
  const length = text.length;
  if (length > room) throw new RangeError(`a text of ${length} units is longer than any line`);
  let count = 0;
  let flags = 0;
  let all = 0;
  let symbols = 0;
  let start = -1;
  let hash = 0;
  let seen = 0;
  let before = 0;
  let run = 0;
  let lastStart = -9;
  let wasSingle = false;
  for (let at = 0; at <= length; at++) {
    const entry = at < length ? (table[text.charCodeAt(at)] ?? 0) : endOfText;
    if (entry === 0) return null;
    all |= entry;
    const unit = entry & 0xffff;
    const kind = (entry >>> 16) & 7;
    if (kind === letter || kind === digit) {
      units[at] = unit;
      if (start < 0) {
        start = at;
        hash = unit;
        seen = kind;
        run = 0;
      } else {
        hash = (Math.imul(hash, base) + unit) | 0;
        seen |= kind;
        run = unit === before ? run + 1 : 0;
        if (run === 2) flags |= stretched;
        if (isLookAlike(before, unit)) flags |= respelled;
      }
      before = unit;
      continue;
    }
    if (start >= 0) {
      if (seen === (letter | digit)) flags |= evasion.leet;
      const isSingle = at - start === 1;
      if (isSingle && isLoneSign(before)) flags |= respelled;
      if (isSingle && wasSingle && start - lastStart <= farthestSingle) flags |= spaced;
      wasSingle = isSingle;
      lastStart = start;
      starts[count] = start;
      ends[count] = at;
      hashes[count++] = hash;
      start = -1;
    }
    if (at === length) break;
    units[at] = unit;
    if (kind === alone) {
      if (wasSingle && at - lastStart <= farthestSingle) flags |= spaced;
      wasSingle = true;
      lastStart = at;
      starts[count] = at;
      ends[count] = at + 1;
      hashes[count++] = unit;
    } else symbols |= 1 << kind;
  }
  if (symbols & ((1 << leet) | (1 << mask))) flags |= hasSymbols;
  return { units, length, count, starts, ends, hashes, flags, signs: all >>> 19, cut: ++cuts };
}

/** "rn" and "vv", which look like "m" and "w". */
export function isLookAlike(one: number | undefined, other: number | undefined): boolean {
  return (other === 0x6e && one === 0x72) || (other === 0x76 && one === 0x76);
}

/** 2, 4, r and u, which alone may stand for "to", "for", "are" and "you". */
function isLoneSign(unit: number): boolean {
  return unit === 0x32 || unit === 0x34 || unit === 0x72 || unit === 0x75;
}

/** A space closes the last word. */
const endOfText = 0x20;

/** Between the beginnings of two lone letters of one word stand a letter and three signs at most. */
const farthestSingle = 5;

const noWords: Words = { units, length: 0, count: 0, starts, ends, hashes, flags: 0, signs: 0, cut: 0 };

/** In the flags of a cut: there are symbols, which are only evasive where they stand in for a letter. */
const hasSymbols = 16;

// Apart from the cut, which a compiler that takes all of this in with it makes half as fast.
function withFlagsOfSymbols(words: Words): Words {
  const { length } = words;
  let flags = words.flags & ~hasSymbols;
  for (let at = 0; at < length; at++) {
    const kind = kinds[units[at] ?? 0] ?? 0;
    if (kind === unitKind.leet || kind === unitKind.mask) flags |= flagOf(length, at, kind);
  }
  return { ...words, flags };
}

function flagOf(length: number, at: number, kind: number): number {
  const before = at > 0 ? (kinds[units[at - 1] ?? 0] ?? 0) : unitKind.other;
  const after = at + 1 < length ? (kinds[units[at + 1] ?? 0] ?? 0) : unitKind.other;
  if (kind === unitKind.mask) return isWordKind(before) ? evasion.masked : 0;
  if (units[at] === 0x7c && after === unitKind.letter && !isWordKind(before)) return evasion.leet;
  if (isInitialSymbol(units[at] ?? 0) && (before === unitKind.letter || after === unitKind.letter)) return evasion.leet;
  return isWordKind(before) && isWordKind(after) ? evasion.leet : 0;
}

/** `@`, `$`, the euro and the cent sign open and close words ("$ale", "ca$$"); an exclamation mark at the end is just that. */
function isInitialSymbol(unit: number): boolean {
  return unit === 0x40 || unit === 0x24 || unit === 0x20ac || unit === 0xa2;
}

function isWordKind(kind: number): boolean {
  return kind === unitKind.letter || kind === unitKind.digit || kind === unitKind.alone;
}

/** Longer words are no pieces of another. */
const powers = Int32Array.from({ length: 64 }, () => 1);
for (let at = 1; at < powers.length; at++) powers[at] = Math.imul(powers[at - 1] ?? 1, base);

// A compiler settles on how to make the cut by the first few thousand texts it sees, and ends with code that takes twice
// as long where these are single words, or where it meets a branch later. A millisecond of lines teaches it.
const aLine =
  'c h e a p coats, 2xl boots ch*ap and $ale cheeeap 4 the warm turn of a long savvy week 秋冬 Æ &amp; \u{1d400}';
for (let time = 0; time < 3000; time++) foldedWords(aLine.slice(time % 50));
