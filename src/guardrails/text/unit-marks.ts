/** What a line is told by its units alone: the signs of each, and the pairs of neighbours that give a disguise away. */
import { dropped, foldTable } from './fold-table.ts';
import { foldedAtOnce } from './fold-units.ts';
import { signTable } from './signs.ts';
import { kindOf, unitKind } from './unit-kind.ts';

/** For each unit what it folds to, 0 where it leaves no trace. A unit of `slowMark` may fold to something else. */
export const folds: Uint16Array = foldedAtOnce.map((folded, unit) =>
  foldTable[unit] === dropped ? 0 : folded === 0 ? unit : folded,
);

/** The bits of `signBits` come first in a mark. */
export const signMarks = (1 << 13) - 1;

/** Two units that tell something where one follows the other, both folded. */
type Pair = { readonly first: (unit: number) => boolean; readonly second: (unit: number) => boolean };

const isLetter = (unit: number) => kindOf(unit) === unitKind.letter;
const isDigit = (unit: number) => kindOf(unit) === unitKind.digit;

const pairs = {
  /** "2xl", "k1ck". */
  letterThenDigit: { first: isLetter, second: isDigit },
  digitThenLetter: { first: isDigit, second: isLetter },
  /** "rn", which looks like "m". */
  rThenN: { first: (unit) => unit === 0x72, second: (unit) => unit === 0x6e },
  /** "vv", which looks like "w". */
  twoV: { first: (unit) => unit === 0x76, second: (unit) => unit === 0x76 },
  /** "ch*ap", "ca$h". */
  wordThenSymbol: {
    first: isOfWord,
    second: (unit) => kindOf(unit) === unitKind.mask || isInitialSymbol(unit),
  },
  /** "sa!e", "|ow". */
  symbolThenWord: {
    first: (unit) => kindOf(unit) === unitKind.leet && !isInitialSymbol(unit),
    second: isOfWord,
  },
  /** "$ale". */
  initialThenLetter: { first: isInitialSymbol, second: isLetter },
  /** "mir-cle"; and an ampersand that may begin a reference, or the two halves of a letter in a badge. */
  joinerThenWord: {
    first: (unit) => unit === 0x2d || unit === 0x2e || unit === 0x26 || unit === 0xd83c,
    second: (unit) => isOfWord(unit) || unit === 0x23 || (unit >= 0xdd00 && unit <= 0xdeff),
  },
} as const satisfies Readonly<Record<string, Pair>>;

const all: readonly Pair[] = Object.values(pairs);
const firstBit = 13;
const secondBit = firstBit + all.length;

/** How far the first halves of all pairs are from the second ones. */
export const pairShift = secondBit - firstBit;

/** Of each pair the bit that is left of the second unit's mark and the shifted mark of the first. */
export const pairBits: Readonly<Record<keyof typeof pairs, number>> = {
  letterThenDigit: pairBit(pairs.letterThenDigit),
  digitThenLetter: pairBit(pairs.digitThenLetter),
  rThenN: pairBit(pairs.rThenN),
  twoV: pairBit(pairs.twoV),
  wordThenSymbol: pairBit(pairs.wordThenSymbol),
  symbolThenWord: pairBit(pairs.symbolThenWord),
  initialThenLetter: pairBit(pairs.initialThenLetter),
  joinerThenWord: pairBit(pairs.joinerThenWord),
};

/** In a mark: an ideograph, kana or Thai letter, which is a word of its own. */
export const aloneMark = 1 << 29;
/** In a mark: what takes more than one look to fold. */
export const slowMark = 1 << 30;
/** In a mark, where it is the sign of the number: a letter, a digit, or a word of its own. */
const wordMark = 1 << 31;

const marksOfKinds: number[] = [];

/** For each unit its mark. */
export const marks: Int32Array = Int32Array.from(folds, (folded, unit) => {
  const signs = signTable[unit] ?? 0;
  if (folded === 0) return signs;
  const mark = signs | (isNamed(folded) ? markOf(folded) : markOfKind(folded));
  return takesMore(unit) ? mark | slowMark : mark;
});

/** True for units that are told from others of their kind; they are few, and all units are asked as the table is made. */
function isNamed(unit: number): boolean {
  return unit < 0x80 || isInitialSymbol(unit) || (unit >= 0xd800 && unit <= 0xdfff);
}

function markOfKind(folded: number): number {
  const kind = kindOf(folded);
  const known = marksOfKinds[kind];
  if (known !== undefined) return known;
  const mark = markOf(folded);
  marksOfKinds[kind] = mark;
  return mark;
}

function markOf(folded: number): number {
  let mark = isOfWord(folded) ? wordMark : 0;
  if (kindOf(folded) === unitKind.alone) mark |= aloneMark;
  all.forEach(({ first, second }, at) => {
    if (first(folded)) mark |= 1 << (firstBit + at);
    if (second(folded)) mark |= 1 << (secondBit + at);
  });
  return mark;
}

/** An ampersand and the first half of most emoji only take more with what follows. */
function takesMore(unit: number): boolean {
  return foldedAtOnce[unit] === 0 && unit !== 0x26 && unit !== 0xd83c;
}

function pairBit(pair: Pair): number {
  return 1 << (secondBit + all.indexOf(pair));
}

/** True for letters, digits and words of their own. */
export function isOfWord(unit: number): boolean {
  const kind = kindOf(unit);
  return kind === unitKind.letter || kind === unitKind.digit || kind === unitKind.alone;
}

/** `@`, `$`, the euro and the cent sign open and close words ("$ale", "ca$$"); an exclamation mark at the end is just that. */
export function isInitialSymbol(unit: number): boolean {
  return unit === 0x40 || unit === 0x24 || unit === 0x20ac || unit === 0xa2;
}
