/** Find a list's terms in a line, however they are written, and say where the reader sees them. */
import type { Span } from '../../domain/finding.ts';
import { foldCharacter } from './fold-table.ts';
import type { ParsedLine } from './parsed-line.ts';
import { undisguised } from './terms/disguises.ts';
import { maskedMatches } from './terms/masked-letters.ts';
import { plainMatches, type TermMatch } from './terms/plain-matches.ts';
import { spacedMatches } from './terms/spaced-letters.ts';
import { type Term, type TermEntry, termsOf } from './terms/term.ts';
import { type TermTable, termTable } from './terms/term-table.ts';
import { termsAcrossTags } from './terms-across-tags.ts';
import { evasion, wordsOf } from './words.ts';

/** A term seen in a line. */
export type TermHit = {
  /** Its place in the list of entries. */
  readonly index: number;
  /** Where it stands in the text as written. */
  readonly span: Span;
  /** True where it stands there with no ending and no disguise, so that another word can take its place. */
  readonly isBare: boolean;
  /** The rendering in which it comes together, where the tags part it as written. */
  readonly rendering?: string;
};

/** A text to look through: a line's own words, and the same folded. */
export type Literal = Pick<ParsedLine, 'literal' | 'folded'>;

/** Looks for all terms of a list at once. */
export type TermFinder = {
  /**
   * Every hit that no exception covers, by place, then by entry; no term twice at the same place. After those in the
   * text as written come those that only come together once the tags are filled.
   */
  readonly find: (line: ParsedLine) => readonly TermHit[];
  /** The hits in one text, without regard to renderings. */
  readonly findIn: (text: Literal) => readonly TermHit[];
  /** False where the text as written surely holds no term of the list. */
  readonly mayFind: (line: ParsedLine) => boolean;
};

const noHits: readonly TermHit[] = [];

/**
 * Make a finder for a list of terms. An exception is a word or phrase in which a term means something else
 * ("reduced-fat"); a term inside of it is not reported. The time to look does not grow with the number of terms.
 */
export function compileTerms(entries: readonly TermEntry[], exceptions: readonly string[] = []): TermFinder {
  const table = termTable(entries.flatMap(termsOf));
  const spared = termTable(exceptions.flatMap((term, index) => termsOf({ term, mode: 'inflect' }, index)));
  const findIn = (line: Literal): readonly TermHit[] => {
    const { text } = line.folded();
    const { flags } = wordsOf(text);
    const plain = plainMatches(text, table);
    const matches = flags === 0 ? plain : [...plain, ...disguisedMatches(text, flags, table)];
    if (matches.length === 0) return noHits;
    const covers = plainMatches(text, spared);
    const left = matches.filter(({ start, end }) => !covers.some((cover) => cover.start <= start && end <= cover.end));
    return hitsOf(left, line);
  };
  return {
    findIn,
    mayFind: (line) => findIn(line).length > 0,
    find: (line) => {
      const hits = findIn(line);
      const across = termsAcrossTags(findIn, line);
      return across.length === 0 ? hits : [...hits, ...across];
    },
  };
}

function disguisedMatches(text: string, flags: number, table: TermTable): TermMatch[] {
  const matches: TermMatch[] = [];
  if (flags & evasion.spaced) matches.push(...spacedMatches(text, table));
  if (flags & evasion.masked) matches.push(...maskedMatches(text, table));
  if (!(flags & (evasion.leet | evasion.stretched))) return matches;
  for (const reading of undisguised(text, flags))
    for (const match of plainMatches(reading.text, table)) {
      if (match.term.mode === 'exact') continue;
      const start = reading.from[match.start] ?? 0;
      const end = reading.to[match.end - 1] ?? start;
      matches.push({ ...match, start, end, isBare: false });
    }
  return matches;
}

function hitsOf(matches: readonly TermMatch[], line: Literal): readonly TermHit[] {
  const { text, from, to } = line.folded();
  const hits = new Map<string, TermHit>();
  for (const match of matches) {
    const { term, isBare } = match;
    const end = term.mode === 'inflect' ? withPossessive(text, match.end) : match.end;
    const span = { start: from[match.start] ?? 0, end: to[end - 1] ?? 0 };
    const key = `${span.start}:${term.index}`;
    const known = hits.get(key);
    if ((known && known.span.end >= span.end) || !isMeant(term, span, line.literal)) continue;
    hits.set(key, { index: term.index, span, isBare: isBare && end === match.end });
  }
  return [...hits.values()].sort((one, other) => one.span.start - other.span.start || one.index - other.index);
}

function withPossessive(text: string, end: number): number {
  return /^'s(?!\p{L})/u.test(text.slice(end, end + 3)) ? end + 2 : end;
}

function isMeant(term: Term, span: Span, literal: string): boolean {
  const written = literal.slice(span.start, span.end);
  if (term.mode === 'exact') return asTyped(written) === asTyped(term.written);
  return !term.isLatin || !isForeignWord(written, literal);
}

/** What is left to compare where case and accents count: quotes and spaces do not, nor what no reader sees. */
function asTyped(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{DI}/gu, '')
    .replace(/[‘’ʼ]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}

const otherScripts =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}]/gu;

/**
 * True for a word of another alphabet that merely folds to a Latin one: the line holds letters of that alphabet which
 * look like no Latin letter. A word of look-alikes in an otherwise Latin line is a disguise.
 */
function isForeignWord(written: string, literal: string): boolean {
  if (/\p{Script=Latin}/u.test(written) || written.search(otherScripts) < 0) return false;
  return (literal.match(otherScripts) ?? []).some((letter) => !/^[a-z]+$/.test(foldCharacter(letter)));
}
