/** Cut folded text into words, hashing as it goes; what looks evasive raises a flag for the passes that cost more. */
import { kindOf, kinds, unitKind } from './unit-kind.ts';

/** What a line shows that a further pass should look into. */
export const evasion = { spaced: 1, leet: 2, stretched: 4, masked: 8 } as const;

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
};

/**
 * The hash of a word is a polynomial of its units, so that the hash of two words written as one, and of a word without
 * its ending, follow from theirs without a look at the units between.
 */
const base = 0x01000193;
const inverseOfBase = inverse(base);

/** The hash with one more unit. */
export function hashOn(hash: number, unit: number): number {
  return (Math.imul(hash, base) + unit) | 0;
}

/** The hash without its last unit. */
export function hashBefore(hash: number, unit: number): number {
  return Math.imul(hash - unit, inverseOfBase);
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

let room = 1024;
let starts = new Uint32Array(room);
let ends = new Uint32Array(room);
let hashes = new Int32Array(room);
let copied = new Uint16Array(room);

/** Cut a folded text into words. */
export function wordsOf(text: string): Words {
  if (copied.length < text.length) copied = new Uint16Array(text.length * 2);
  for (let at = 0; at < text.length; at++) copied[at] = text.charCodeAt(at);
  return cutWords(copied, text.length);
}

/**
 * Cut folded units into words: letters, digits and marks that stand together; an ideograph, kana or Thai letter is a
 * word of its own.
 */
export function cutWords(units: Uint16Array, length: number): Words {
  if (length > room) grow(length);
  let count = 0;
  let flags = 0;
  let at = 0;
  let previousStart = -2;
  let wasSingle = false;
  while (at < length) {
    let unit = units[at] ?? 0;
    let kind = kinds[unit] ?? 0;
    if (kind === unitKind.other || kind > unitKind.alone) {
      if (kind === unitKind.leet || kind === unitKind.mask) flags |= flagOf(units, length, at, kind);
      at++;
      continue;
    }
    const start = at;
    let hash = 0;
    let seen = 0;
    let before = -1;
    let beforeThat = -1;
    do {
      hash = (Math.imul(hash, base) + unit) | 0;
      if (unit === before && unit === beforeThat) flags |= evasion.stretched;
      beforeThat = before;
      before = unit;
      seen |= kind;
      at++;
      if (kind === unitKind.alone || at === length) break;
      unit = units[at] ?? 0;
      kind = kinds[unit] ?? 0;
    } while (kind === unitKind.letter || kind === unitKind.digit);
    if (seen === (unitKind.letter | unitKind.digit)) flags |= evasion.leet;
    const isSingle = at - start === 1;
    if (isSingle && wasSingle && start - previousStart <= 5) flags |= evasion.spaced;
    wasSingle = isSingle;
    previousStart = start;
    starts[count] = start;
    ends[count] = at;
    hashes[count] = hash;
    count++;
  }
  return { units, length, count, starts, ends, hashes, flags };
}

/** The most arguments a call is sure to take. */
const maxArguments = 4096;

/** A piece of some units as a string. */
export function pieceOf(units: Uint16Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += maxArguments)
    text += Reflect.apply(String.fromCharCode, null, units.subarray(at, Math.min(end, at + maxArguments)));
  return text;
}

/** A symbol is only evasive where it stands in for a letter. */
function flagOf(units: Uint16Array, length: number, at: number, kind: number): number {
  const before = at > 0 ? (kinds[units[at - 1] ?? 0] ?? 0) : unitKind.other;
  const after = at + 1 < length ? (kinds[units[at + 1] ?? 0] ?? 0) : unitKind.other;
  if (kind === unitKind.mask) return isWordKind(before) ? evasion.masked : 0;
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

function grow(length: number): void {
  room = length * 2;
  [starts, ends, hashes] = [new Uint32Array(room), new Uint32Array(room), new Int32Array(room)];
}

/** Longer words are no pieces of another. */
const powers = Int32Array.from({ length: 64 }, () => 1);
for (let at = 1; at < powers.length; at++) powers[at] = Math.imul(powers[at - 1] ?? 1, base);

/** The inverse of an odd number modulo 2³², by Newton's iteration: each step doubles the bits that are right. */
function inverse(odd: number): number {
  let guess = odd;
  for (let step = 0; step < 5; step++) guess = Math.imul(guess, 2 - Math.imul(odd, guess));
  return guess;
}
