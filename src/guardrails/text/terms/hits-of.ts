/** From matches in folded text to hits in the text as written, leaving out what was not meant. */
import type { Span } from '../../../domain/finding.ts';
import { foldCharacter } from '../fold-table.ts';
import type { ParsedLine } from '../parsed-line.ts';
import type { TermMatch } from './plain-matches.ts';
import type { Term } from './term.ts';

/** A text to look through: a line's own words, and the same folded. */
export type Literal = Pick<ParsedLine, 'literal' | 'folded'> & { readonly words?: ParsedLine['words'] };

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

/** The hits by place, then by entry; no term twice at the same place. */
export function hitsOf(matches: readonly TermMatch[], line: Literal): readonly TermHit[] {
  const [only] = matches;
  if (only && matches.length === 1) return hitOf(only, line);
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

/** What most lines have that have any. */
function hitOf({ term, isBare, start, end: matchEnd }: TermMatch, line: Literal): readonly TermHit[] {
  const { text, from, to } = line.folded();
  const end = term.mode === 'inflect' ? withPossessive(text, matchEnd) : matchEnd;
  const span = { start: from[start] ?? 0, end: to[end - 1] ?? 0 };
  return isMeant(term, span, line.literal) ? [{ index: term.index, span, isBare: isBare && end === matchEnd }] : none;
}

const none: readonly TermHit[] = [];

function withPossessive(text: string, end: number): number {
  if (text.charCodeAt(end) !== 0x27) return end;
  return /^'s(?!\p{L})/u.test(text.slice(end, end + 3)) ? end + 2 : end;
}

function isMeant(term: Term, span: Span, literal: string): boolean {
  const written = literal.slice(span.start, span.end);
  if (term.mode === 'exact') return asTyped(written) === asTyped(term.written);
  if (/\p{L}, +\p{L}/u.test(written) && !term.written.includes(',') && isAmidWords(span, literal)) return false;
  if (term.isGlued && literal.charAt(span.start - 1) !== '#' && !/\p{Ll}\p{Lu}/u.test(written)) return false;
  return !term.isLatin || !isForeignWord(written, literal);
}

/** "Down below, market stalls": words on both sides take the comma for their own, and not for a term's disguise. */
function isAmidWords({ start, end }: Span, literal: string): boolean {
  return /[\p{L}\p{N}'’]\s+$/u.test(literal.slice(0, start)) && /^\s+[\p{L}\p{N}]/u.test(literal.slice(end));
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

function isPlainLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
}

/**
 * True for a word of another alphabet that merely folds to a Latin one: the line holds letters of that alphabet which
 * look like no Latin letter. A word of look-alikes in an otherwise Latin line is a disguise.
 */
function isForeignWord(written: string, literal: string): boolean {
  if (isPlainLetter(written.charCodeAt(0))) return false;
  if (/\p{Script=Latin}/u.test(written) || written.search(otherScripts) < 0) return false;
  return (literal.match(otherScripts) ?? []).some((letter) => !/^[a-z]+$/.test(foldCharacter(letter)));
}
