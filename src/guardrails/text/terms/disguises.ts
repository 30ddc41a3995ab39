/** Undo disguises that rewrite a word letter by letter: figures for letters (ch3ap) and letters held down (cheeeap). */

import { evasion } from '../evasion.ts';
import { kindOf, unitKind } from '../unit-kind.ts';

/** A text without its disguise, and where each of its units stood. */
export type Undisguised = { readonly text: string; readonly from: readonly number[]; readonly to: readonly number[] };

const letterFor: ReadonlyMap<string, string> = new Map([
  ['0', 'o'],
  ['1', 'i'],
  ['3', 'e'],
  ['4', 'a'],
  ['5', 's'],
  ['6', 'g'],
  ['7', 't'],
  ['8', 'b'],
  ['9', 'g'],
  ['@', 'a'],
  ['$', 's'],
  ['!', 'i'],
  ['|', 'i'],
  ['¡', 'i'],
  ['€', 'e'],
  ['¢', 'c'],
  ['+', 't'],
]);
const upright: ReadonlySet<string> = new Set(['1', '!', '|', '¡']);

/** The readings of a disguised text; none where nothing is disguised after all. */
export function undisguised(text: string, flags: number): Undisguised[] {
  const plain = flags & evasion.leet ? [...withLetters(text), ...partedBySound(text)] : [];
  const stretched = [text, ...plain].flatMap((each) => squeezed(each));
  const without = flags & evasion.leet ? withoutSigns(text) : [];
  return [...plain.map(inPlace), ...stretched, ...without];
}

/** "dis!count": a sign within a word that stands for no letter at all. */
function withoutSigns(text: string): Undisguised[] {
  const between = new Set([...text.matchAll(/(?<=\p{L})[!|¡+](?=\p{L})/gu)].map(({ index }) => index));
  if (between.size === 0) return [];
  const from = Array.from({ length: text.length }, (_, at) => at).filter((at) => !between.has(at));
  return [{ text: from.map((at) => text.charAt(at)).join(''), from, to: from.map((at) => at + 1) }];
}

/** "cheap4u", "2cheap2keep": figures that stand for "for" and "to" part words as a space would. */
function partedBySound(text: string): string[] {
  const parted = text.replace(/(?<=\p{L}{3})[24](?=\p{L})|(?<![\p{L}\p{N}.,$#-])[24](?=\p{L}{3})/gu, ' ');
  return parted === text ? [] : [parted];
}

function inPlace(text: string): Undisguised {
  const from = Array.from({ length: text.length }, (_, at) => at);
  return { text, from, to: from.map((at) => at + 1) };
}

/** The text with figures read as letters in words that have both; "1" is read once as "i" and once as "l". */
function withLetters(text: string): string[] {
  return bothWays(text, (letterOf) => rewrite(text, letterOf));
}

/** The text with lone figures and signs read as letters: "c h 3 @ p". */
export function withLoneLetters(text: string): string[] {
  return bothWays(text, (letterOf) => text.replace(/(?<![\p{L}\p{N}@$!|])[\d@$!|](?![\p{L}\p{N}@$!|])/gu, letterOf));
}

function bothWays(text: string, readWith: (letterOf: (sign: string) => string) => string): string[] {
  const asI = readWith((sign) => letterFor.get(sign) ?? sign);
  const asL = readWith((sign) => (upright.has(sign) ? 'l' : (letterFor.get(sign) ?? sign)));
  return [...new Set([asI, asL])].filter((each) => each !== text);
}

function rewrite(text: string, letterOf: (sign: string) => string): string {
  let rewritten = '';
  for (let at = 0; at < text.length; ) {
    let end = at;
    while (end < text.length && isLeetUnit(text.charCodeAt(end))) end++;
    if (end === at) rewritten += text.charAt(at++);
    else {
      rewritten += readAsLetters(text.slice(at, end), letterOf);
      at = end;
    }
  }
  return rewritten;
}

function isLeetUnit(unit: number): boolean {
  const kind = kindOf(unit);
  return kind === unitKind.letter || kind === unitKind.digit || kind === unitKind.leet;
}

function readAsLetters(run: string, letterOf: (sign: string) => string): string {
  // Closing signs of a sentence are no letters: "cheap!" is not "cheapi".
  const [, opening = '', word = '', closing = ''] = /^([!¡+]*)(.*?)([!|¡+]*)$/su.exec(run) ?? [];
  if (!/\p{L}/u.test(word) || !/[^\p{L}]/u.test(word) || isSizeOrModel(word)) return run;
  return `${opening}${[...word].map(letterOf).join('')}${closing}`;
}

/** 2xl, 4k, 501s, 10am; a55, f150; ps5; and codes such as sale5, where the 5 would pass for a plural. */
function isSizeOrModel(word: string): boolean {
  return /^(?:\d+\p{L}{1,2}|\p{L}\d+|\p{L}{2}\d|\p{L}{3,}5)$/u.test(word);
}

/** More held letters than this in one line are all read alike. */
const maxRuns = 4;

/** The readings of a text in which letters are held down: each run once as one letter and once as two. */
function squeezed(text: string): Undisguised[] {
  const runs = [...text.matchAll(/(\p{L})\1{2,}/gu)];
  if (runs.length === 0) return [];
  const ways = 2 ** Math.min(runs.length, maxRuns);
  return Array.from({ length: ways }, (_, way) => {
    const from: number[] = [];
    const to: number[] = [];
    let read = '';
    let at = 0;
    const keep = (start: number, end: number) => {
      read += text.charAt(start);
      from.push(start);
      to.push(end);
    };
    runs.forEach(({ index, 0: run }, which) => {
      for (; at < index; at++) keep(at, at + 1);
      const end = index + run.length;
      if ((way >> Math.min(which, maxRuns - 1)) & 1) keep(index, index + 1);
      keep(index, end);
      at = end;
    });
    for (; at < text.length; at++) keep(at, at + 1);
    return { text: read, from, to };
  });
}
