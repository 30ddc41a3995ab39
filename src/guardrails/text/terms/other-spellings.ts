/** Read a text as its writer meant it to sound or look: "bar-gain", "2 good 4 u", "rnust-have", "flavvless". */
import type { Words } from '../words.ts';
import type { Undisguised } from './disguises.ts';

/** One way to read: what is written, what it reads as, and the fewest letters a word must have to be found so. */
type Spelling = { readonly written: RegExp; readonly read: (found: string) => string; readonly minLetters: number };

const soundsLike: ReadonlyMap<string, string> = new Map([
  ['2', 'to'],
  ['4', 'for'],
  ['u', 'you'],
  ['r', 'are'],
]);

const spellings: readonly Spelling[] = [
  { written: /(?<=\p{L}{2})-(?=\p{L}{2})/gu, read: () => '', minLetters: 4 },
  {
    written: /(?<![\p{L}\p{N}$#.,-])[24ur](?![\p{L}\p{N}%.,'-])/gu,
    read: (sign) => soundsLike.get(sign) ?? sign,
    minLetters: 6,
  },
  // "Burn" is no "bum": only a word that is long enough is nothing else.
  { written: /rn|vv/gu, read: (pair) => (pair === 'rn' ? 'm' : 'w'), minLetters: 6 },
];

/** True where a line may hold one of these spellings; false for most lines, at little cost. */
export function maySpellOtherwise(literal: string, { units, count, starts, ends }: Words): boolean {
  for (let at = 0; at < count; at++) {
    const start = starts[at] ?? 0;
    if ((ends[at] ?? 0) - start === 1 && soundsLike.has(String.fromCharCode(units[start] ?? 0))) return true;
    if (at > 0 && units[start - 1] === 0x2d && ends[at - 1] === start - 1) return true;
  }
  return literal.includes('rn') || literal.includes('vv') || literal.includes('RN') || literal.includes('VV');
}

/** The other readings of a folded text, each with the fewest letters that a match must have. */
export function otherReadings(text: string): (Undisguised & { readonly minLetters: number })[] {
  return spellings.flatMap((spelling) => {
    const read = reread(text, spelling);
    return read ? [{ ...read, minLetters: spelling.minLetters }] : [];
  });
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
