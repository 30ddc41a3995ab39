/** Cut folded text into words, hashing as it goes; what looks evasive raises a flag for the passes that cost more. */
import { evasion, evasionOfSingles, evasionOfSymbols } from './evasion.ts';
import { foldedUnits, foldUnits } from './fold-units.ts';
import { pieceOf } from './piece-of.ts';
import { signsOfBadges } from './signs.ts';
import { kinds, unitKind } from './unit-kind.ts';
import * as unitMarks from './unit-marks.ts';
import { isOfWord, signMarks } from './unit-marks.ts';
import { hashBase, powerOf } from './word-hash.ts';

/** The words of a folded text. The arrays are shared: they hold until the next text is cut. */
export type Words = {
  /** The text that was cut; its units fold one by one, and some to nothing. */
  readonly text: string;
  /** How many units it has folded. */
  readonly length: number;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly hashes: Int32Array;
  /** The bits of `evasion` the text raises. */
  readonly flags: number;
  /** The bits of `signBits` of the text before it was folded; 0 for a text that came folded. */
  readonly signs: number;
  /** Tells which cut it was. */
  readonly cut: number;
};

/** True where the unit at this offset belongs to a word. Outside the text nothing does. */
export function isWordAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && isOfWord(text.charCodeAt(at));
}

// Known to the compiler as constants, which members of an object are not, nor what another file has.
const { folds, marks, aloneMark, slowMark, pairShift, pairBits } = unitMarks;
const { leet, stretched, respelled, hyphened } = evasion;
const base = hashBase;
const { joinerThenWord } = pairBits;
const digitsInWord = pairBits.letterThenDigit | pairBits.digitThenLetter;
const lookAlikes = pairBits.rThenN | pairBits.twoV;
const symbolsAtWord = pairBits.wordThenSymbol | pairBits.symbolThenWord | pairBits.initialThenLetter;

/** More units than any line has that is let in; memory is only taken for those that are used. */
const room = 2 ** 20;
// Constants, since the compiler has to ask a variable for its array at every unit.
const starts = new Int32Array(room);
const ends = new Int32Array(room);
const hashes = new Int32Array(room);
const units = new Uint16Array(room);
/** The hash of all units before each one: that of a word is what they differ by from its first to its end. */
const hashesBefore = new Int32Array(room);
/** Where words begin and end, in turns. */
const bounds = new Int32Array(2 * room);

let cuts = 0;
let cutOfUnits = 0;

/** The words of a folded text. */
export function wordsOf(text: string): Words {
  return cutWords(text, true);
}

/**
 * Fold a text and cut it into words in one go: letters, digits and marks that stand together; an ideograph, kana or
 * Thai letter is a word of its own.
 */
export function foldedWords(text: string): Words {
  return cutWords(text, false);
}

/** False once another text has been cut since, and the arrays hold its words. */
export function areCurrent(words: Words): boolean {
  return words.cut === cuts;
}

/** True where this word stands there in the text cut last, compared without making a string. */
export function hasWordAt(words: Words, start: number, end: number, word: string): boolean {
  if (end - start !== word.length) return false;
  const { text } = words;
  // Where nothing was dropped, the units need not be folded once more.
  if (text.length === words.length) {
    for (let at = 0; at < word.length; at++)
      if (folds[text.charCodeAt(start + at)] !== word.charCodeAt(at)) return false;
    return true;
  }
  const units = unitsOf(words);
  for (let at = 0; at < word.length; at++) if (units[start + at] !== word.charCodeAt(at)) return false;
  return true;
}

/** The folded units of the text cut last. */
export function unitsOf({ text, cut }: Words): Uint16Array {
  if (cut === cutOfUnits) return units;
  fillUnits(text);
  cutOfUnits = cut;
  return units;
}

/** What the last text looked through has, since one call can give back but one number. */
let seen = 0;
let pairs = 0;
let folded = 0;
let hasStretched = false;

/** Look at each unit once: hash, note where words begin and end, gather what the units tell. Gives back how many bounds. */
function lookThrough(text: string): number {
  const { length } = text;
  // No branch within but for what is rare: a processor guesses the end of every other word wrong, and pays for it.
  let marksSeen = 0;
  let pairsSeen = 0;
  let isStretched = false;
  let before = 0;
  let unitBefore = 0;
  let changeBefore = 1;
  let hash = 0;
  let turns = 0;
  let to = 0;
  for (let at = 0; at < length; at++) {
    const written = text.charCodeAt(at);
    const mark = marks[written] ?? 0;
    const unit = folds[written] ?? 0;
    marksSeen |= mark;
    if (unit === 0) continue;
    pairsSeen |= (before << pairShift) & mark;
    bounds[turns] = to;
    turns += (before ^ mark) >>> 31;
    before = mark;
    const change = unit ^ unitBefore;
    if ((change | changeBefore) === 0 && mark < 0 && (mark & aloneMark) === 0) isStretched = true;
    changeBefore = change;
    unitBefore = unit;
    hashesBefore[to++] = hash;
    hash = (Math.imul(hash, base) + unit) | 0;
  }
  hashesBefore[to] = hash;
  bounds[turns] = to;
  seen = marksSeen;
  pairs = pairsSeen;
  folded = to;
  hasStretched = isStretched;
  return turns;
}

/** Throws RangeError on a text longer than any line. */
function cutWords(text: string, isFolded: boolean): Words {
  if (text.length >= room) throw new RangeError(`a text of ${text.length} units is longer than any line`);
  let turns = lookThrough(text);
  const signs = isFolded ? 0 : seen & signMarks;
  if (!isFolded && ((seen & slowMark) !== 0 || ((pairs & joinerThenWord) !== 0 && mayTakeMore(text))))
    return { ...cutWords(pieceOf(foldedUnits, 0, foldUnits(text)), true), signs: signs | signsOfBadges(text) };
  if ((seen & aloneMark) !== 0) turns = withBoundsOfAlone(text);
  const count = (turns + 1) >>> 1;
  const hasSingle = fillWords(count);
  let flags = 0;
  if (hasStretched) flags |= stretched;
  if ((pairs & digitsInWord) !== 0) flags |= leet;
  if ((pairs & lookAlikes) !== 0) flags |= respelled;
  if ((pairs & joinerThenWord) !== 0) flags |= hyphened;
  if (hasSingle) flags |= evasionOfSingles(starts, ends, hashes, count);
  const words = { text, length: folded, count, starts, ends, hashes, flags, signs, cut: ++cuts };
  return (pairs & symbolsAtWord) === 0 ? words : { ...words, flags: flags | evasionOfSymbols(unitsOf(words), folded) };
}

/** True where one of them is of a single unit. */
function fillWords(count: number): boolean {
  let hasSingle = 0;
  for (let word = 0; word < count; word++) {
    const start = bounds[2 * word] ?? 0;
    const end = bounds[2 * word + 1] ?? 0;
    starts[word] = start;
    ends[word] = end;
    hasSingle |= end - start - 2;
    hashes[word] = ((hashesBefore[end] ?? 0) - Math.imul(hashesBefore[start] ?? 0, powerOf(end - start))) | 0;
  }
  return hasSingle < 0;
}

/** True where an ampersand begins a reference, or two units are a letter in a badge. */
function mayTakeMore(text: string): boolean {
  return /&[#\p{L}\p{N}]|[\u{1f100}-\u{1f2ff}]/u.test(text);
}

/** An ideograph parts the letters around it. Gives back how many bounds there are then. */
function withBoundsOfAlone(text: string): number {
  const length = fillUnits(text);
  let turns = 0;
  let isOpen = false;
  for (let at = 0; at < length; at++) {
    const kind = kinds[units[at] ?? 0] ?? 0;
    const isJoined = kind === unitKind.letter || kind === unitKind.digit;
    if (isOpen !== isJoined) bounds[turns++] = at;
    isOpen = isJoined;
    if (kind !== unitKind.alone) continue;
    bounds[turns++] = at;
    bounds[turns++] = at + 1;
  }
  if (isOpen) bounds[turns++] = length;
  return turns;
}

function fillUnits(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = folds[text.charCodeAt(at)] ?? 0;
    if (unit !== 0) units[length++] = unit;
  }
  return length;
}
