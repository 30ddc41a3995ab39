/** Read a text as its writer meant it to sound or look: "2 good 4 u", "rnust-have", "flavvless". */
import { isLookAlike } from '../evasion.ts';
import { hashOfBoth, hashOfWord, hashOn } from '../word-hash.ts';
import { unitsOf, type Words } from '../words.ts';
import type { Undisguised } from './disguises.ts';
import { mayHold, type TermTable } from './term-table.ts';

/** One way to read: what is written, and what it reads as. */
type Spelling = { readonly written: RegExp; readonly read: (found: string) => string };

const soundsLike: ReadonlyMap<string, string> = new Map([
  ['2', 'to'],
  ['4', 'for'],
  ['u', 'you'],
  ['r', 'are'],
]);
const looksLike: ReadonlyMap<string, string> = new Map([
  ['rn', 'm'],
  ['vv', 'w'],
]);

const spellings: readonly Spelling[] = [
  {
    written: /(?<![\p{L}\p{N}$#.,-])[24ur](?![\p{L}\p{N}%.,'-])/gu,
    read: (sign) => soundsLike.get(sign) ?? sign,
  },
  { written: /rn|vv/gu, read: (pair) => looksLike.get(pair) ?? pair },
];

/** "Burn" is no "bum": what reads otherwise must be long enough to be nothing else. */
export const minRespelled = 6;

/** False for nearly every text in which no word in its other reading, alone or with its neighbours, begins a term. */
export function maySpellTerm(words: Words, table: TermTable): boolean {
  const { count, starts, ends, hashes } = words;
  const units = unitsOf(words);
  let lookAlike = nextLookAlike(units, 0, words.length);
  let pair = 0;
  let before = 0;
  // How many words ago the last one stood that has another reading.
  let sinceRead = 3;
  for (let at = 0; at < count; at++) {
    const [start, end] = [starts[at] ?? 0, ends[at] ?? 0];
    let hash = hashes[at] ?? 0;
    let length = end - start;
    sinceRead++;
    const read = length === 1 ? soundsLike.get(String.fromCharCode(hash)) : undefined;
    if (read !== undefined) {
      hash = hashOfWord(read);
      length = read.length;
      sinceRead = 0;
    } else if (lookAlike < end) {
      hash = 0;
      for (let unit = start; unit < end; unit++) {
        if (unit !== lookAlike) {
          hash = hashOn(hash, units[unit] ?? 0);
          continue;
        }
        hash = hashOn(hash, units[unit] === 0x72 ? 0x6d : 0x77);
        length--;
        unit++;
        lookAlike = nextLookAlike(units, unit + 1, words.length);
      }
      sinceRead = 0;
    }
    const two = hashOfBoth(before, hash, length);
    if (sinceRead === 0 && mayHold(table, hash)) return true;
    if (sinceRead <= 1 && at > 0 && mayHold(table, two)) return true;
    if (sinceRead <= 2 && at > 1 && mayHold(table, hashOfBoth(pair, hash, length))) return true;
    pair = two;
    before = hash;
  }
  return false;
}

function nextLookAlike(units: Uint16Array, from: number, length: number): number {
  for (let at = from; at + 1 < length; at++) if (isLookAlike(units[at], units[at + 1])) return at;
  return Number.POSITIVE_INFINITY;
}

/** The other readings of a folded text. */
export function otherReadings(text: string): Undisguised[] {
  return spellings.flatMap((spelling) => reread(text, spelling) ?? []);
}

function reread(text: string, { written, read }: Spelling): Undisguised | null {
  const from: number[] = [];
  const to: number[] = [];
  let whole = '';
  let at = 0;
  const keep = (piece: string, start: number, end: number) => {
    whole += piece;
    for (let unit = 0; unit < piece.length; unit++) {
      from.push(start);
      to.push(end);
    }
  };
  for (const { 0: found, index } of text.matchAll(written)) {
    for (; at < index; at++) keep(text.charAt(at), at, at + 1);
    keep(read(found), index, index + found.length);
    at = index + found.length;
  }
  if (at === 0) return null;
  for (; at < text.length; at++) keep(text.charAt(at), at, at + 1);
  return { text: whole, from, to };
}
