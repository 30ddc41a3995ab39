/** What of a line looks evasive, so that the passes that see through disguises run where they may find something. */
import { kinds, unitKind } from './unit-kind.ts';
import { isInitialSymbol, isOfWord } from './unit-marks.ts';

/** What a line shows that a further pass should look into, in bits. */
export const evasion = { spaced: 1, leet: 2, stretched: 4, masked: 8, respelled: 32, hyphened: 64 } as const;

/** Lone letters that stand as near as those of one word, and those that may stand for a word. */
export function evasionOfSingles(starts: Int32Array, ends: Int32Array, hashes: Int32Array, count: number): number {
  let flags = 0;
  let startBefore = Number.NEGATIVE_INFINITY;
  for (let word = 0; word < count; word++) {
    const start = starts[word] ?? 0;
    if ((ends[word] ?? 0) - start !== 1) {
      startBefore = Number.NEGATIVE_INFINITY;
      continue;
    }
    if (start - startBefore <= farthestSingle) flags |= evasion.spaced;
    // The hash of one unit is the unit.
    if (isLoneSign(hashes[word] ?? 0)) flags |= evasion.respelled;
    startBefore = start;
  }
  return flags;
}

/** Between the beginnings of two lone letters of one word stand a letter and three signs at most. */
const farthestSingle = 5;

/** 2, 4, r and u, which alone may stand for "to", "for", "are" and "you". */
function isLoneSign(unit: number): boolean {
  return unit === 0x32 || unit === 0x34 || unit === 0x72 || unit === 0x75;
}

/** Symbols are only evasive where they stand in for a letter. */
export function evasionOfSymbols(units: Uint16Array, length: number): number {
  let flags = 0;
  for (let at = 0; at < length; at++) {
    const kind = kinds[units[at] ?? 0] ?? 0;
    if (kind !== unitKind.leet && kind !== unitKind.mask) continue;
    const before = at > 0 ? (units[at - 1] ?? 0) : 0;
    const after = at + 1 < length ? (units[at + 1] ?? 0) : 0;
    if (kind === unitKind.mask ? isOfWord(before) : standsForLetter(units[at] ?? 0, before, after))
      flags |= kind === unitKind.mask ? evasion.masked : evasion.leet;
  }
  return flags;
}

function standsForLetter(unit: number, before: number, after: number): boolean {
  const [isLetterBefore, isLetterAfter] = [kinds[before] === unitKind.letter, kinds[after] === unitKind.letter];
  if (unit === 0x7c && isLetterAfter && !isOfWord(before)) return true;
  if (isInitialSymbol(unit) && (isLetterBefore || isLetterAfter)) return true;
  return isOfWord(before) && isOfWord(after);
}

/** "rn" and "vv", which look like "m" and "w". */
export function isLookAlike(one: number | undefined, other: number | undefined): boolean {
  return (other === 0x6e && one === 0x72) || (other === 0x76 && one === 0x76);
}
