/** Keeps names of brands spelled and cased as their owners write them. */
import * as z from 'zod';
import { defineRule, nothing, type Sighting } from '../rule.ts';
import type { TermFinder, TermHit } from '../text/find-terms.ts';
import { isCapitals, opensSentence } from '../text/letter-case.ts';
import { isWordName } from '../text/word-names.ts';

const Name = z.string().trim().min(1).max(100);

const Mark = z.strictObject({
  /** The name as its owner writes it. */
  canonical: Name,
  /** Other spellings that are right too, and names that begin with it ("Levi Strauss"). */
  variants: z.array(Name).max(100).default([]),
  /** Wrong spellings besides those found without being told: "Macies". */
  wrong: z.array(Name).max(100).default([]),
});

const Options = z.strictObject({
  marks: z.array(Mark).max(2000).default([]),
  /** Tell a straight apostrophe from a curly one. */
  strictApostrophe: z.boolean().default(false),
});

/** A spelling to look for, and how certain it is that the mark is meant. */
type Spelling = {
  readonly term: string;
  readonly mode: 'word';
  readonly mark: z.infer<typeof Mark>;
  readonly kind: 'name' | 'plural' | 'stem' | 'parted' | 'wrong';
  readonly isWord: boolean;
};
type Prepared = { readonly finder: TermFinder; readonly spellings: readonly Spelling[]; readonly isStrict: boolean };

/** See docs/rules/trademark-spelling.md. */
export const trademarkSpelling = defineRule({
  id: 'trademark-spelling',
  version: 1,
  summary: 'Names of brands are spelled and cased as their owners write them.',
  options: Options,
  on: true,
  severity: 'block',
  alsoPreheader: true,
  wakes: ['terms'],
  examples: {
    good: [
      { line: 'Only at Macy’s', options: { marks: [{ canonical: 'Macy’s' }] } },
      { line: 'MACY’S FRIENDS & FAMILY', options: { marks: [{ canonical: 'Macy’s' }] } },
      { line: 'Show us yours: #macys', options: { marks: [{ canonical: 'Macy’s' }] } },
    ],
    bad: [
      { line: '[|Macys|] friends and family', options: { marks: [{ canonical: 'Macy’s' }] } },
      { line: '[|Macy|] sale', options: { marks: [{ canonical: 'Macy’s' }] } },
      { line: '[|Iphone|] cases', options: { marks: [{ canonical: 'iPhone' }] } },
      { line: 'New from [|L’Oreal|]', options: { marks: [{ canonical: 'L’Oréal' }] } },
    ],
  },
  prepare: ({ marks, strictApostrophe }, ground): Prepared => {
    const spellings = marks.flatMap(spellingsOf);
    return { spellings, finder: ground.terms(spellings), isStrict: strictApostrophe };
  },
  check(line, { prepared: { finder, spellings, isStrict } }) {
    const hits = finder.find(line);
    if (hits.length === 0) return nothing;
    const sightings = new Map<number, { sighting: Sighting; end: number }>();
    for (const hit of hits) {
      const spelling = spellings[hit.index];
      if (!spelling || !isWrong(line.literal, hit, spelling, isStrict)) continue;
      const known = sightings.get(hit.span.start);
      // "Macys" is a wrong "Macy’s", not a wrong "Macy" and an s.
      if (known && known.end >= hit.span.end) continue;
      sightings.set(hit.span.start, { sighting: sighting(line.text, hit, spelling), end: hit.span.end });
    }
    return [...sightings.values()].map((each) => each.sighting);
  },
});

const apostrophes = /['’ʼ‘`´]/gu;
const finalS = /['’ʼ‘`´]s$/u;

function spellingsOf(mark: z.infer<typeof Mark>): Spelling[] {
  const { canonical, wrong } = mark;
  const isWord = isWordName(canonical);
  const spelled = (term: string, kind: Spelling['kind']): Spelling => ({ term, mode: 'word', mark, kind, isWord });
  const spellings = [spelled(canonical, 'name'), ...wrong.map((term) => spelled(term, 'wrong'))];
  const parted = canonical.replace(/(?<=\p{Ll}{2})(?=\p{Lu})/gu, ' ');
  if (parted !== canonical) spellings.push(spelled(parted, 'parted'));
  const joined = canonical.replace(/\s+/gu, '');
  if (joined !== canonical) spellings.push(spelled(joined, 'wrong'));
  const stem = canonical.replace(finalS, '');
  if (stem !== canonical && stem.length >= 3) spellings.push({ ...spelled(stem, 'stem'), isWord: isWordName(stem) });
  else if (/\p{L}$/u.test(canonical) && !/s$/iu.test(canonical)) spellings.push(spelled(`${canonical}s`, 'plural'));
  return spellings;
}

function isWrong(text: string, { span }: TermHit, spelling: Spelling, isStrict: boolean): boolean {
  const { mark, kind, isWord } = spelling;
  const even = (name: string) => evened(name, isStrict);
  const written = even(text.slice(span.start, span.end));
  const plural = kind === 'plural' ? 's' : '';
  const allowed = [mark.canonical, ...mark.variants].map(even);
  if (allowed.some((name) => name + plural === written)) return false;
  if (isInAddress(text, span.start, span.end) || isInside(text, span, allowed, even)) return false;
  // Only what is written as one piece can be a name: "Levi, strauss" is two.
  if (/[,;:!?]\s/u.test(written) && !/[,;:!?]\s/u.test(mark.canonical)) return false;
  // "Bare minerals" may be just that; "Bare Minerals" is the name, cut in two.
  if (kind === 'parted') return !/\s\p{Ll}/u.test(written);
  if (isShouted(text, span.start, span.end) && kind !== 'stem' && kind !== 'wrong')
    return !allowed.some((name) => name.toUpperCase() + plural.toUpperCase() === written);
  if (kind === 'stem') return isStemMeant(text, span, isWord);
  // A name that is a word may be that word; only capitals where no word has them tell that the name is meant.
  return !isWord || kind === 'wrong' || /\p{Ll}\p{Lu}/u.test(written);
}

function isStemMeant(text: string, span: TermHit['span'], isWord: boolean): boolean {
  if (/^['’ʼ‘`´]s(?!\p{L})/iu.test(text.slice(span.end, span.end + 3))) return false;
  const isName = /^\p{Lu}/u.test(text.charAt(span.start));
  // "Macy" is hardly anything else; "Kohl", "Levi" and "Dick" are, and open sentences as such.
  if (isWord && !firmStems.has(text.slice(span.start, span.end).toLowerCase()))
    return isName && !opensSentence(text, span.start) && !isNameOfPerson(text, span.end);
  return !isNameOfPerson(text, span.end);
}

/** Stems that are first names as well, but hardly in a line about shopping. */
const firmStems: ReadonlySet<string> = new Set(['macy', 'dillard', 'lowe', 'penney', 'zale']);

function isNameOfPerson(text: string, end: number): boolean {
  return /^ (?:Gray|Strauss|Carter|Marsh|[A-Z]\.)(?![\p{L}])/u.test(text.slice(end, end + 12));
}

/** As it is compared: one kind of apostrophe, hyphen and space. */
function evened(name: string, isStrict: boolean): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/\p{Zs}/gu, ' ');
  return isStrict ? plain : plain.replace(apostrophes, "'");
}

/** True inside of a hashtag, a handle, a host or a path, which have spellings of their own. */
function isInAddress(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  if (/(?:[#@/]|\bwww\.)[\p{L}\p{N}._-]{0,30}$/iu.test(before)) return true;
  return /^[\p{L}\p{N}-]{0,20}(?:\.[a-z]{2,6}(?![\p{L}])|@|\/)/u.test(text.slice(end, end + 28));
}

/** True where the place is a piece of a spelling that is right: the "Macy" of "Macy’s". */
function isInside(
  text: string,
  { start, end }: TermHit['span'],
  allowed: readonly string[],
  even: (name: string) => string,
): boolean {
  return allowed.some((name) => {
    const from = Math.max(0, end - name.length);
    const window = even(text.slice(from, start + name.length));
    const at = window.indexOf(name);
    return at >= 0 && name.length > end - start && from + at <= start && end <= from + at + name.length;
  });
}

/** True where the line, or this word and the one next to it, is in capitals throughout. */
function isShouted(text: string, start: number, end: number): boolean {
  if (!isCapitals(text.slice(start, end))) return false;
  if (text === text.toUpperCase()) return true;
  const before = /([\p{L}'’&]+)[^\p{L}]{1,3}$/u.exec(text.slice(Math.max(0, start - 24), start))?.[1] ?? '';
  const after = /^(?:['’]S)?[^\p{L}]{1,3}([\p{L}'’&]+)/u.exec(text.slice(end, end + 28))?.[1] ?? '';
  return isCapitals(before) || isCapitals(after);
}

function sighting(text: string, { span, rendering }: TermHit, { mark, kind }: Spelling): Sighting {
  const written = text.slice(span.start, span.end);
  const right = kind === 'plural' ? `${mark.canonical}s` : mark.canonical;
  const inCase = isShouted(text, span.start, span.end) ? right.toUpperCase() : right;
  return {
    message: `"${written}" is not how ${mark.canonical} writes its name; write "${inCase}".`,
    spans: [span],
    ...(rendering === undefined ? { suggestion: { ...span, text: inCase } } : { rendering }),
  };
}
