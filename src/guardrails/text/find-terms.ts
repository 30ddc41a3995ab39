/** Find terms in a line, however they are written. All lists of a policy are one lexicon: a line is looked through once. */
import { evasion } from './evasion.ts';
import type { ParsedLine } from './parsed-line.ts';
import { signBits } from './signs.ts';
import { disguisedMatches, respelledMatches } from './terms/disguised-matches.ts';
import { hitsOf, type Literal, type TermHit } from './terms/hits-of.ts';
import { maySpellTerm } from './terms/other-spellings.ts';
import { plainMatches, type TermMatch } from './terms/plain-matches.ts';
import { type Term, type TermEntry, termsOf } from './terms/term.ts';
import { type TermTable, termTable } from './terms/term-table.ts';
import { override, turnedMatches } from './terms/turned-letters.ts';
import { termsAcrossTags } from './terms-across-tags.ts';
import { areCurrent, foldedWords, type Words } from './words.ts';

export type { Literal, TermHit } from './terms/hits-of.ts';

/** Looks for all terms of one list. */
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
  /** The `kinds` of all entries that the text as written may hold. */
  readonly kindsIn: (line: ParsedLine) => number;
};

/** Lists of terms that are looked for together. */
export type Lexicon = TermGroup & {
  /** Lists of the lexicon that are also asked as one. */
  readonly group: () => TermGroup;
};

/** Some lists of a lexicon. */
export type TermGroup = {
  /** False where the text as written surely holds no term of any of the lists. */
  readonly mayFind: (line: ParsedLine) => boolean;
  /**
   * Add a list. An exception is a word or phrase in which a term means something else ("reduced-fat"); a term of this
   * list inside of it is not reported.
   */
  readonly list: (entries: readonly TermEntry[], exceptions?: readonly string[]) => TermFinder;
};

/** A finder for one list alone. */
export function compileTerms(entries: readonly TermEntry[], exceptions: readonly string[] = []): TermFinder {
  return lexicon().list(entries, exceptions);
}

/** What is undone before a text is looked through once more. */
const disguises = evasion.spaced | evasion.leet | evasion.stretched | evasion.masked;
const noHits: readonly TermHit[] = [];
const noMatches: readonly TermMatch[] = [];

/** An empty lexicon. The time to look through a line does not grow with the number of lists or terms. */
export function lexicon(): Lexicon {
  const terms: Term[] = [];
  let table: TermTable | undefined;
  let lookedAt: Literal | undefined;
  let matches = noMatches;
  // Of each list and of each group, the last look at a text that saw a term of it.
  const sawAt: number[] = [];
  const sawKinds: number[] = [];
  const groupSawAt: number[] = [];
  const groupOf: number[] = [];
  let looks = 0;

  return { ...group(), mayFind: (line) => matchesIn(line).length > 0, group };

  function group(): TermGroup {
    const own = groupSawAt.push(-1) - 1;
    return {
      mayFind: (line) => matchesIn(line).length > 0 && groupSawAt[own] === looks,
      list: (entries, exceptions) => list(entries, exceptions, own),
    };
  }

  function list(entries: readonly TermEntry[], exceptions: readonly string[] = [], ofGroup: number): TermFinder {
    const own = groupOf.push(ofGroup) - 1;
    for (const [index, entry] of entries.entries()) for (const term of termsOf(entry, index, own)) terms.push(term);
    table = undefined;
    const spared = exceptions.length === 0 ? null : termTable(exceptions.flatMap(sparedTerms));
    sawAt.push(-1);
    sawKinds.push(0);
    const mayFind = (text: Literal) => matchesIn(text).length > 0 && sawAt[own] === looks;
    const findIn = (text: Literal): readonly TermHit[] => {
      if (!mayFind(text)) return noHits;
      const found = matchesIn(text).filter(({ term }) => term.list === own);
      const covers = spared ? plainMatches(wordsIn(text), spared) : noMatches;
      return hitsOf(uncovered(found, covers), text);
    };
    const find = (line: ParsedLine): readonly TermHit[] => {
      const hits = findIn(line);
      const across = termsAcrossTags(findIn, line);
      return across.length === 0 ? hits : [...hits, ...across];
    };
    return { find, findIn, mayFind, kindsIn: (line) => (mayFind(line) ? (sawKinds[own] ?? 0) : 0) };
  }

  /** Of all lists. The last text is remembered, since one rule after the other asks for it. */
  function matchesIn(text: Literal): readonly TermMatch[] {
    if (text === lookedAt && table) return matches;
    table ??= termTable(terms);
    const words = wordsIn(text);
    matches = plainMatches(words, table);
    const { flags } = words;
    const isRespelled = (flags & evasion.respelled) !== 0 && maySpellTerm(words, table);
    if (flags & disguises) matches = [...matches, ...disguisedMatches(text.folded().text, flags, table)];
    if (isRespelled) matches = [...matches, ...apartFrom(matches, respelledMatches(text.folded().text, table))];
    if ((words.signs & signBits.unseen) !== 0 && text.literal.includes(override))
      matches = [...matches, ...turnedMatches(text, table)];
    looks++;
    for (const { term } of matches) {
      const { list, kinds } = term;
      sawKinds[list] = sawAt[list] === looks ? (sawKinds[list] ?? 0) | kinds : kinds;
      sawAt[list] = looks;
      groupSawAt[groupOf[list] ?? 0] = looks;
    }
    lookedAt = text;
    return matches;
  }
}

/** The words of a parsed line are at hand as long as no other text was cut since. */
function wordsIn({ words, literal }: Literal): Words {
  return words && areCurrent(words) ? words : foldedWords(literal);
}

function sparedTerms(term: string, index: number): Term[] {
  return termsOf({ term, mode: 'inflect' }, index, 0);
}

/** Another reading tells nothing where the list has found something in the text as written. */
function apartFrom(found: readonly TermMatch[], others: readonly TermMatch[]): readonly TermMatch[] {
  return others.filter(({ term, start, end }) =>
    found.every((match) => match.term.list !== term.list || match.end <= start || end <= match.start),
  );
}

function uncovered(matches: readonly TermMatch[], covers: readonly TermMatch[]): readonly TermMatch[] {
  if (covers.length === 0) return matches;
  return matches.filter(({ start, end }) => !covers.some((cover) => cover.start <= start && end <= cover.end));
}
