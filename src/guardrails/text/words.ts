/** Cut folded text into words, hashing as it goes; what looks evasive raises a flag for the passes that cost more. */

/** What kind of unit it is, for cutting words. */
export const unitKind = { other: 0, letter: 1, digit: 2, alone: 3, apostrophe: 4, leet: 5, mask: 6, tag: 7 } as const;

/** What a line shows that a further pass should look into. */
export const evasion = { spaced: 1, leet: 2, stretched: 4, masked: 8 } as const;

/** The words of a folded text. The arrays are shared: they hold until the next call of `wordsOf`. */
export type Words = {
  readonly text: string;
  readonly count: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly hashes: Uint32Array;
  /** For each unit of a word, the hash of the word up to and with it. */
  readonly prefixHashes: Uint32Array;
  /** For each word, the hash of the word before it and it written as one. */
  readonly joinedHashes: Uint32Array;
  /** The bits of `evasion` the text raises. */
  readonly flags: number;
};

/** FNV-1a over UTF-16 units (Fowler, Noll, Vo). */
export const hashSeed = 0x811c9dc5;

/** The hash with one more unit. */
export function hashOn(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193) >>> 0;
}

/** The hash of a folded word, as `wordsOf` would give it. */
export function hashOfWord(word: string): number {
  let hash = hashSeed;
  for (let at = 0; at < word.length; at++) hash = hashOn(hash, word.charCodeAt(at));
  return hash;
}

/** The kind of a folded unit. */
export function kindOf(unit: number): number {
  return kinds[unit] ?? unitKind.other;
}

/** True where the unit at this offset belongs to a word. Outside the text nothing does. */
export function isWordAt(text: string, at: number): boolean {
  const kind = at < 0 || at >= text.length ? unitKind.other : kindOf(text.charCodeAt(at));
  return kind === unitKind.letter || kind === unitKind.digit || kind === unitKind.alone;
}

let room = 1024;
let starts = new Uint32Array(room);
let ends = new Uint32Array(room);
let hashes = new Uint32Array(room);
let joinedHashes = new Uint32Array(room);
let prefixHashes = new Uint32Array(room);
let last: Words | undefined;

/**
 * Cut a folded text into words: letters, digits and marks that stand together; an ideograph, kana or Thai letter is a
 * word of its own. The last text is remembered, since every term rule asks for the same one in turn.
 */
export function wordsOf(text: string): Words {
  if (last?.text === text) return last;
  if (text.length > room) grow(text.length);
  let count = 0;
  let flags = 0;
  let at = 0;
  let previousStart = -2;
  let previousHash = hashSeed;
  let wasSingle = false;
  while (at < text.length) {
    let kind = kinds[text.charCodeAt(at)] ?? 0;
    if (kind > unitKind.alone && kind < unitKind.tag) flags |= flagOf(text, at, kind);
    if (kind === unitKind.other || kind > unitKind.alone) {
      at++;
      continue;
    }
    const start = at;
    let hash = hashSeed;
    let joined = previousHash;
    let seen = 0;
    let before = -1;
    let beforeThat = -1;
    do {
      const unit = text.charCodeAt(at);
      hash = Math.imul(hash ^ unit, 0x01000193);
      joined = Math.imul(joined ^ unit, 0x01000193);
      prefixHashes[at] = hash;
      if (unit === before && unit === beforeThat) flags |= evasion.stretched;
      beforeThat = before;
      before = unit;
      seen |= kind;
      at++;
      if (kind === unitKind.alone) break;
      kind = kinds[text.charCodeAt(at)] ?? 0;
    } while (kind === unitKind.letter || kind === unitKind.digit);
    if (seen === (unitKind.letter | unitKind.digit)) flags |= evasion.leet;
    const isSingle = at - start === 1;
    if (isSingle && wasSingle && start - previousStart <= 5) flags |= evasion.spaced;
    wasSingle = isSingle;
    previousStart = start;
    starts[count] = start;
    ends[count] = at;
    hashes[count] = hash;
    joinedHashes[count] = joined;
    previousHash = hash >>> 0;
    count++;
  }
  last = { text, count, starts, ends, hashes, prefixHashes, joinedHashes, flags };
  return last;
}

/** A symbol is only evasive where it stands in for a letter. */
function flagOf(text: string, at: number, kind: number): number {
  if (kind === unitKind.mask) return isWordAt(text, at - 1) ? evasion.masked : 0;
  if (kind !== unitKind.leet) return 0;
  if (isInitialSymbol(text.charCodeAt(at)) && (isLetterAt(text, at - 1) || isLetterAt(text, at + 1)))
    return evasion.leet;
  return isWordAt(text, at - 1) && isWordAt(text, at + 1) ? evasion.leet : 0;
}

/** `@`, `$`, the euro and the cent sign open and close words ("$ale", "ca$$"); an exclamation mark at the end is just that. */
function isInitialSymbol(unit: number): boolean {
  return unit === 0x40 || unit === 0x24 || unit === 0x20ac || unit === 0xa2;
}

function isLetterAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && kinds[text.charCodeAt(at)] === unitKind.letter;
}

function grow(length: number): void {
  room = length * 2;
  [starts, ends, hashes] = [new Uint32Array(room), new Uint32Array(room), new Uint32Array(room)];
  [joinedHashes, prefixHashes] = [new Uint32Array(room), new Uint32Array(room)];
}

const kinds = makeKinds();

function makeKinds(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) table[unit] = kindByProperty(unit);
  for (const unit of '@$!|€¢¡+') table[unit.charCodeAt(0)] = unitKind.leet;
  for (const unit of '*_#•●×') table[unit.charCodeAt(0)] = unitKind.mask;
  table[0x27] = unitKind.apostrophe;
  table[0xfffc] = unitKind.tag;
  return table;
}

function kindByProperty(unit: number): number {
  if ((unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0x3040 && unit <= 0x30ff)) return unitKind.alone;
  if (unit >= 0xac00 && unit <= 0xd7a3) return unitKind.letter;
  if (unit >= 0xd800 && unit <= 0xf8ff) return unitKind.other;
  const character = String.fromCharCode(unit);
  if (/[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(character)) return unitKind.alone;
  if (/[\p{L}\p{M}]/u.test(character)) return unitKind.letter;
  return /\p{Nd}/u.test(character) ? unitKind.digit : unitKind.other;
}
