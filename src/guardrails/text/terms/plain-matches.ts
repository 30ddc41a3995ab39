/** Find terms in folded text as it stands: words, phrases, endings, and a word broken in two. */
import commonWords from '../../../../data/lexicons/common-words.json' with { type: 'json' };
import { evasion } from '../evasion.ts';
import { pieceOf } from '../piece-of.ts';
import { hashOfBoth, hashOn } from '../word-hash.ts';
import { hasWordAt, unitsOf, type Words } from '../words.ts';
import { isFormOf } from './endings.ts';
import type { Term } from './term.ts';
import { holds, mayHold, type TermTable, termsAt } from './term-table.ts';

/** A term seen in a folded text; offsets in that text. */
export type TermMatch = {
  readonly term: Term;
  readonly start: number;
  readonly end: number;
  /** True where it stands there with no ending and in one piece. */
  readonly isBare: boolean;
};

const knownWords: ReadonlySet<string> = new Set(commonWords.words.split(' '));

/** True for a short everyday word, which is then no piece of another one. */
export function isCommonWord(word: string): boolean {
  return knownWords.has(word);
}

/** All matches among the words of a folded text. Makes nothing where there are none. */
export function plainMatches(words: Words, table: TermTable): readonly TermMatch[] {
  const { count, starts, ends, hashes, flags } = words;
  const { bits, bitShift } = table;
  const found: Found = { matches: null };
  let before = 0;
  let pairBefore = 0;
  for (let at = 0; at < count; at++) {
    const hash = hashes[at] ?? 0;
    const length = (ends[at] ?? 0) - (starts[at] ?? 0);
    const pair = hashOfBoth(before, hash, length);
    const triple = hashOfBoth(pairBefore, hash, length);
    if (holds(bits, bitShift, hash) || holds(bits, bitShift, pair) || holds(bits, bitShift, triple)) {
      addSingle(words, at, hash, table, found);
      if (at > 0) addPairs(words, at, pair, table, found);
      if (at > 1) addTriples(words, at, triple, table, found);
    }
    before = hash;
    pairBefore = pair;
  }
  if ((flags & evasion.hyphened) !== 0) for (let at = 1; at < count; at++) addMasked(words, at, table, found);
  for (const term of table.signs) addSigns(words, term, found);
  return found.matches ?? none;
}

type Found = { matches: TermMatch[] | null };

const none: readonly TermMatch[] = [];

function addSingle(words: Words, at: number, hash: number, table: TermTable, found: Found): void {
  const start = words.starts[at] ?? 0;
  const end = words.ends[at] ?? 0;
  for (const term of termsAt(table, hash)) {
    const stem = term.words[0] ?? '';
    const isBare = hasWordAt(words, start, end, stem);
    if (term.words.length > 1 || (!isBare && !isForm(term, stem, words, start, end))) continue;
    add(words, term, start, end, isBare, found);
  }
}

function isForm({ mode }: Term, stem: string, words: Words, start: number, end: number): boolean {
  return mode === 'inflect' && isFormOf(stem, pieceOf(unitsOf(words), start, end));
}

/** Terms of the word before this one and this one, and those that the two are pieces of. */
function addPairs(words: Words, at: number, pair: number, table: TermTable, found: Found): void {
  const terms = termsAt(table, pair);
  for (const term of terms) if (term.words.length === 2) addPhrase(words, at - 1, term, found);
  for (const term of terms) if (term.words.length === 1) addBroken(words, at, term, found);
}

/** Terms that begin with the two words before this one and this one, and those that the three are pieces of. */
function addTriples(words: Words, at: number, triple: number, table: TermTable, found: Found): void {
  for (const term of termsAt(table, triple)) {
    if (term.words.length > 2) addPhrase(words, at - 2, term, found);
    if (term.words.length === 1) addBrokenTwice(words, at, term, found);
  }
}

function addPhrase(words: Words, at: number, term: Term, found: Found): void {
  const { starts, ends, count } = words;
  const last = term.words.length - 1;
  const start = starts[at] ?? 0;
  let wordEnd = ends[at] ?? 0;
  let isBare = true;
  if (at + last >= count || !hasWordAt(words, start, wordEnd, term.words[0] ?? '')) return;
  for (let next = 1; next <= last; next++) {
    const word = term.words[next] ?? '';
    const from = starts[at + next] ?? 0;
    const to = ends[at + next] ?? 0;
    isBare = hasWordAt(words, from, to, word);
    const isWord = isBare || (next === last && isForm(term, word, words, from, to));
    if (!isWord || !isOnePhrase(words, wordEnd, from, term)) return;
    wordEnd = to;
  }
  add(words, term, start, wordEnd, isBare, found);
}

// What no writer sets between two words without a space: "dis🎉count", "c_heap".
const hasSeam = /^[^\s\p{L}\p{N}'"(),:;!?/&+-]+$/u;

/** "mir-cle", "cle.rance": a hyphen or a stop in the place of one letter, between pieces that are no words. */
function addMasked(words: Words, at: number, table: TermTable, found: Found): void {
  const { starts, ends, hashes } = words;
  const units = unitsOf(words);
  const [start, middle] = [starts[at - 1] ?? 0, ends[at - 1] ?? 0];
  const [next, end] = [starts[at] ?? 0, ends[at] ?? 0];
  const mask = units[middle];
  if (
    next - middle !== 1 ||
    (mask !== 0x2d && mask !== 0x2e) ||
    middle - start < 2 ||
    end - next < 2 ||
    end - start < minMasked
  )
    return;
  for (const letter of letters) {
    const whole = hashOfBoth(hashOn(hashes[at - 1] ?? 0, letter), hashes[at] ?? 0, end - next);
    if (!mayHold(table, whole)) continue;
    const [one, other] = [pieceOf(units, start, middle), pieceOf(units, next, end)];
    if (isCommonWord(one) || isCommonWord(other)) return;
    const word = one + String.fromCharCode(letter) + other;
    for (const term of termsAt(table, whole)) {
      const [stem = ''] = term.words;
      const isMeant = stem === word || (term.mode === 'inflect' && isFormOf(stem, word));
      if (term.words.length === 1 && term.mode !== 'exact' && isMeant) add(words, term, start, end, false, found);
    }
  }
}

const letters = Array.from({ length: 26 }, (_, at) => 0x61 + at);

/** Fewer letters with one unknown among them may be anything. */
const minMasked = 6;

/**
 * "che ap", "ch-eap": two pieces of which neither is a word, unless a hyphen makes one of them: "bar-gain". An initial
 * and a name ("C. Heap") are no pieces.
 */
function addBroken(words: Words, at: number, term: Term, found: Found): void {
  const { starts, ends } = words;
  const units = unitsOf(words);
  const [start, middle] = [starts[at - 1] ?? 0, ends[at - 1] ?? 0];
  const [next, end] = [starts[at] ?? 0, ends[at] ?? 0];
  const [one, other] = [pieceOf(units, start, middle), pieceOf(units, next, end)];
  const [stem = ''] = term.words;
  const isMeant = stem === one + other || (term.mode === 'inflect' && isFormOf(stem, one + other));
  if (term.words.length !== 1 || term.mode === 'exact' || !isMeant) return;
  const gap = pieceOf(units, middle, next);
  const isShort = one.length < 2 || other.length < 2;
  const isWord = isShort || isCommonWord(one) || isCommonWord(other);
  if (isWord && !(gap === '-' && !isShort) && !hasSeam.test(gap)) return;
  // "Eco-friendly" is that phrase where the list has it, and no cut "ecofriendly".
  if (found.matches?.some((match) => match.term.list === term.list && match.start === start && match.end === end))
    return;
  if (next > middle && isOnePhrase(words, middle, next, term)) add(words, term, start, end, false, found);
}

// "C❄he❄ap", "disc(o)unt"; "pay-per-view" and "a/b/c" are written like that.
const hasDebris = /^[^\s\p{L}\p{N}\ufffc'’/&+-]{1,8}$/u;

/** Three pieces without a space between them, and with what no writer sets there. */
function addBrokenTwice(words: Words, at: number, term: Term, found: Found): void {
  const units = unitsOf(words);
  const pieces = [at - 2, at - 1, at].map((each) => ({ start: words.starts[each] ?? 0, end: words.ends[each] ?? 0 }));
  const whole = pieces.map(({ start, end }) => pieceOf(units, start, end)).join('');
  const [stem = ''] = term.words;
  const isMeant = stem === whole || (term.mode === 'inflect' && isFormOf(stem, whole));
  if (term.mode === 'exact' || !isMeant || whole.length < minBrokenTwice) return;
  const gaps = [1, 2].map((each) => pieceOf(units, pieces[each - 1]?.end ?? 0, pieces[each]?.start ?? 0));
  if (gaps.every((gap) => hasDebris.test(gap)))
    add(words, term, pieces[0]?.start ?? 0, pieces[2]?.end ?? 0, false, found);
}

/** Shorter ones are initials: "A. B. C." */
const minBrokenTwice = 5;

function addSigns(words: Words, term: Term, found: Found): void {
  const text = pieceOf(unitsOf(words), 0, words.length);
  for (let at = text.indexOf(term.trail); at >= 0; at = text.indexOf(term.trail, at + term.trail.length))
    keep({ term, start: at, end: at + term.trail.length, isBare: true }, found);
}

function add(words: Words, term: Term, start: number, end: number, isBare: boolean, found: Found): void {
  const { lead, trail } = term;
  if (lead !== '' && pieceOf(unitsOf(words), Math.max(0, start - lead.length), start) !== lead) return;
  if (trail !== '' && pieceOf(unitsOf(words), end, Math.min(words.length, end + trail.length)) !== trail) return;
  keep({ term, start: start - lead.length, end: end + trail.length, isBare }, found);
}

function keep(match: TermMatch, found: Found): void {
  if (found.matches) found.matches.push(match);
  else found.matches = [match];
}

/** More than this between two words of a phrase is something else: a family emoji takes eight units. */
const maxGap = 12;

/** True where what stands between two words keeps a phrase together: no tag, and not too much. */
function isOnePhrase(words: Words, end: number, start: number, { isCompound }: Term): boolean {
  if (hasWordAt(words, end, start, ' ')) return true;
  if (start - end > maxGap) return false;
  const gap = pieceOf(unitsOf(words), end, start);
  return !gap.includes('\ufffc') && !(isCompound && /[,;:.!?] /.test(gap));
}
