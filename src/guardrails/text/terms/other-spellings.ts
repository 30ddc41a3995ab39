/** Read a text as its writer meant it to sound or look: "2 good 4 u", "rnust-have", "flavvless". */
import { pieceOf } from '../piece-of.ts';
import { hashOfBoth, hashOfWord, isLookAlike, type Words } from '../words.ts';
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

/** The word in its other reading; `null` where it has none. */
function readWord({ units, starts, ends }: Words, at: number): string | null {
  const [start, end] = [starts[at] ?? 0, ends[at] ?? 0];
  if (end - start === 1) return soundsLike.get(String.fromCharCode(units[start] ?? 0)) ?? null;
  for (let next = start + 1; next < end; next++)
    if (isLookAlike(units[next - 1], units[next]))
      return pieceOf(units, start, end).replace(/rn|vv/gu, (pair) => looksLike.get(pair) ?? pair);
  return null;
}

/** False for nearly every text in which no word in its other reading, alone or with its neighbours, begins a term. */
export function maySpellTerm(words: Words, table: TermTable): boolean {
  const { count, starts, ends, hashes } = words;
  let [pair, isPairOther, before, isOther] = [0, false, 0, false];
  for (let at = 0; at < count; at++) {
    const read = readWord(words, at);
    const hash = read === null ? (hashes[at] ?? 0) : hashOfWord(read);
    const length = read === null ? (ends[at] ?? 0) - (starts[at] ?? 0) : read.length;
    const [two, three] = [hashOfBoth(before, hash, length), hashOfBoth(pair, hash, length)];
    const isRead = read !== null;
    if (isRead && mayHold(table, hash)) return true;
    if ((isRead || isOther) && at > 0 && mayHold(table, two)) return true;
    if ((isRead || isPairOther) && at > 1 && mayHold(table, three)) return true;
    [pair, isPairOther, before, isOther] = [two, isRead || isOther, hash, isRead];
  }
  return false;
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
