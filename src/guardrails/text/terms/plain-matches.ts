/** Find terms in folded text as it stands: words, phrases, endings, and a word broken in two. */
import commonWords from '../../../../data/lexicons/common-words.json' with { type: 'json' };
import { hashOn, type Words, wordsOf } from '../words.ts';
import { endingsFor, isFormOf, wears } from './endings.ts';
import type { Term } from './term.ts';
import type { TermTable } from './term-table.ts';

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

/** All matches in a folded text. */
export function plainMatches(text: string, table: TermTable): TermMatch[] {
  const words = wordsOf(text);
  const matches: TermMatch[] = [];
  for (let at = 0; at < words.count; at++) {
    const hash = words.hashes[at] ?? 0;
    const found = table.at(hash);
    if (found) for (const term of found) addPhrase(words, at, term, matches);
    const joined = at > 0 ? table.at(words.joinedHashes[at] ?? 0) : undefined;
    if (joined) for (const term of joined) addBroken(words, at, term, matches);
    addInflected(words, at, table, matches);
  }
  for (const term of table.signs) addSigns(text, term, matches);
  return matches;
}

function addPhrase(words: Words, at: number, term: Term, matches: TermMatch[]): void {
  const { text } = words;
  const last = term.words.length - 1;
  const start = words.starts[at] ?? 0;
  let wordEnd = words.ends[at] ?? 0;
  let isBare = true;
  if (text.slice(start, wordEnd) !== term.words[0]) return;
  for (let next = 1; next <= last; next++) {
    const word = term.words[next] ?? '';
    const [from, to] = [words.starts[at + next], words.ends[at + next]];
    if (at + next >= words.count || from === undefined || to === undefined || !isOnePhrase(text, wordEnd, from, term))
      return;
    const isWord = text.slice(from, to) === word;
    if (!isWord && !(next === last && term.mode === 'inflect' && isFormOf(word, text, from, to))) return;
    isBare = isWord;
    wordEnd = to;
  }
  add(text, term, start, wordEnd, isBare, matches);
}

function addInflected(words: Words, at: number, table: TermTable, matches: TermMatch[]): void {
  const { text, prefixHashes } = words;
  const start = words.starts[at] ?? 0;
  const end = words.ends[at] ?? 0;
  for (const ending of endingsFor(text, end)) {
    if (end - ending.cut <= start) continue;
    const prefix = prefixHashes[end - ending.cut - 1] ?? 0;
    const found = table.at(ending.add === '' ? prefix : hashOn(prefix, ending.add.charCodeAt(0)));
    if (!found || !wears(ending, text, start, end)) continue;
    const stem = `${text.slice(start, end - ending.cut)}${ending.add}`;
    for (const term of found)
      if (term.mode === 'inflect' && term.words.length === 1 && term.words[0] === stem)
        add(text, term, start, end, false, matches);
  }
}

/** "che ap", "ch-eap": two pieces of which neither is a word. An initial and a name ("C. Heap") are no pieces. */
function addBroken(words: Words, at: number, term: Term, matches: TermMatch[]): void {
  const { text } = words;
  const [start, middle] = [words.starts[at - 1] ?? 0, words.ends[at - 1] ?? 0];
  const [next, end] = [words.starts[at] ?? 0, words.ends[at] ?? 0];
  const [one, other] = [text.slice(start, middle), text.slice(next, end)];
  if (term.words.length !== 1 || term.mode === 'exact' || term.words[0] !== one + other) return;
  const isUnderscored = next - middle === 1 && text.charAt(middle) === '_';
  const isWord = one.length < 2 || other.length < 2 || isCommonWord(one) || isCommonWord(other);
  if (isWord && !isUnderscored) return;
  if (next > middle && isOnePhrase(text, middle, next, term)) add(text, term, start, end, false, matches);
}

function addSigns(text: string, term: Term, matches: TermMatch[]): void {
  for (let at = text.indexOf(term.trail); at >= 0; at = text.indexOf(term.trail, at + term.trail.length))
    matches.push({ term, start: at, end: at + term.trail.length, isBare: true });
}

function add(text: string, term: Term, start: number, end: number, isBare: boolean, matches: TermMatch[]): void {
  const { lead, trail } = term;
  if (lead !== '' && !text.startsWith(lead, start - lead.length)) return;
  if (trail !== '' && !text.startsWith(trail, end)) return;
  matches.push({ term, start: start - lead.length, end: end + trail.length, isBare });
}

/** More than this between two words of a phrase is something else: a family emoji takes eight units. */
const maxGap = 12;

/** True where what stands between two words keeps a phrase together: no tag, and not too much. */
function isOnePhrase(text: string, end: number, start: number, { isCompound }: Term): boolean {
  if (start - end > maxGap) return false;
  const gap = text.slice(end, start);
  return !gap.includes('\ufffc') && !(isCompound && /[,;:.!?] /.test(gap));
}
