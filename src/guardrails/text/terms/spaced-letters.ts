/** Find a term written letter by letter: "c h e a p", "C.H.E.A.P", "s-a-l-e". */
import { hashOn } from '../word-hash.ts';
import { isWordAt, wordsOf } from '../words.ts';
import { type Undisguised, withLoneLetters } from './disguises.ts';
import { isCommonWord, type TermMatch } from './plain-matches.ts';
import { type TermTable, termsAt, termTable } from './term-table.ts';

type Piece = { readonly text: string; readonly start: number; readonly end: number };

/** What may stand between two letters of one word: up to three signs, such as " - ". */
const maxGap = 3;

/** Fewer letters than this spell initials, not a word: "J. P. Tod". */
const minPieces = 3;

/** All terms written letter by letter in a folded text. */
export function spacedMatches(text: string, table: TermTable): TermMatch[] {
  const joined = joinedTable(table);
  return [text, ...withLoneLetters(text)].flatMap((each) => runsOf(each).flatMap((run) => matchesIn(run, joined)));
}

const joinedTables = new WeakMap<TermTable, TermTable>();

/** The terms with their words written as one, since spaced letters leave no space between words: "a c t n o w". */
function joinedTable(table: TermTable): TermTable {
  const known = joinedTables.get(table);
  if (known) return known;
  const made = termTable(table.all.map((term) => ({ ...term, words: [term.words.join('')], keys: null })));
  joinedTables.set(table, made);
  return made;
}

/** "Below m a r k e t": the text with each word that stands letter by letter put together, for phrases with other words. */
export function withWordsTogether(text: string): Undisguised[] {
  const runs = runsOf(text).flatMap(loneLetters);
  if (runs.length === 0) return [];
  // An "a" before such a word may be its first letter or an article.
  const isArticle = (run: readonly Piece[]) => run.length > minPieces && /^[ai]$/.test(run[0]?.text ?? '');
  const shorter = runs.some(isArticle) ? [runs.map((run) => (isArticle(run) ? run.slice(1) : run))] : [];
  return [runs, ...shorter].map((each) => together(text, each));
}

function loneLetters(run: readonly Piece[]): Piece[][] {
  const parts: Piece[][] = [[]];
  for (const piece of run) {
    if (piece.text.length === 1) parts.at(-1)?.push(piece);
    else parts.push([]);
  }
  return parts.filter(({ length }) => length >= minPieces);
}

function together(text: string, runs: readonly (readonly Piece[])[]): Undisguised {
  const letters = new Set(runs.flat().map(({ start }) => start));
  const isInside = (at: number) => runs.some((run) => (run[0]?.start ?? 0) <= at && at < (run.at(-1)?.end ?? 0));
  const from = Array.from({ length: text.length }, (_, at) => at).filter((at) => letters.has(at) || !isInside(at));
  return { text: from.map((at) => text.charAt(at)).join(''), from, to: from.map((at) => at + 1) };
}

function runsOf(text: string): Piece[][] {
  const { count, starts, ends } = wordsOf(text);
  const runs: Piece[][] = [];
  let run: Piece[] = [];
  for (let at = 0; at < count; at++) {
    const piece = { text: text.slice(starts[at], ends[at]), start: starts[at] ?? 0, end: ends[at] ?? 0 };
    const previous = run.at(-1);
    const areLone = previous?.text.length === 1 && piece.text.length === 1;
    const follows = previous && isGap(text, previous.end, piece.start, areLone);
    if (!isPiece(piece.text)) run = [];
    else if (follows) run.push(piece);
    else {
      run = [piece];
      runs.push(run);
    }
  }
  return runs.filter(({ length }) => length >= minPieces);
}

function isPiece(word: string): boolean {
  return word.length === 1 || (word.length <= 3 && !isCommonWord(word));
}

function isGap(text: string, end: number, start: number, areLone: boolean): boolean {
  if (start - end > maxGap || text.slice(end, start).includes('\ufffc')) return false;
  // The "s" of "it's" and the "t" of "don't" are no lone letters.
  return (areLone || text.charAt(end) !== "'" || start !== end + 1) && !isWordAt(text, end);
}

function matchesIn(run: readonly Piece[], table: TermTable): TermMatch[] {
  const matches: TermMatch[] = [];
  run.forEach((first, from) => {
    let joined = '';
    let hash = 0;
    let lone = 0;
    for (let to = from; to < run.length && joined.length < table.longest; to++) {
      const { text, end } = run[to] ?? first;
      joined += text;
      for (const unit of text) hash = hashOn(hash, unit.charCodeAt(0));
      if (text.length === 1) lone++;
      const pieces = to - from + 1;
      if (pieces < minPieces || lone < 2) continue;
      for (const term of termsAt(table, hash)) {
        const isWhole = pieces === run.length || joined.length >= 4;
        if (term.mode !== 'exact' && term.words.length === 1 && term.words[0] === joined && isWhole)
          matches.push({ term, start: first.start, end, isBare: false });
      }
    }
  });
  return matches;
}
