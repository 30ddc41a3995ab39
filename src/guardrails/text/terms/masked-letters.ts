/** Find a term with letters masked out: "ch*ap", "f**k". */
import { kindOf, unitKind } from '../unit-kind.ts';
import { isFormOf } from './endings.ts';
import type { TermMatch } from './plain-matches.ts';
import type { Term } from './term.ts';
import type { TermTable } from './term-table.ts';

/** The longest term looked for, so that a line of stars costs nothing. */
const maxUnits = 40;

const termsByShape = new WeakMap<TermTable, Map<string, Term[]>>();

/** All terms whose masked form stands in a folded text. A mask hides one letter; at least half must be left to read. */
export function maskedMatches(text: string, table: TermTable): TermMatch[] {
  const matches: TermMatch[] = [];
  for (let at = 0; at < text.length; ) {
    const start = at;
    let masks = 0;
    while (at < text.length && isMaskedUnit(text.charCodeAt(at))) {
      if (kindOf(text.charCodeAt(at)) === unitKind.mask) masks++;
      at++;
    }
    const isReadable = masks > 0 && at - start <= maxUnits && masks * 2 <= at - start;
    if (isReadable) matches.push(...unmasked(text, start, at, table));
    at = Math.max(at, start + 1);
  }
  return matches;
}

function isMaskedUnit(unit: number): boolean {
  const kind = kindOf(unit);
  return kind === unitKind.letter || kind === unitKind.mask;
}

function unmasked(text: string, start: number, end: number, table: TermTable): TermMatch[] {
  const found: TermMatch[] = [];
  // A mask opens no word and closes none: *cheap* is emphasis, and the word itself is found as it stands.
  if (kindOf(text.charCodeAt(start)) !== unitKind.letter || kindOf(text.charCodeAt(end - 1)) !== unitKind.letter)
    return found;
  for (let length = end - start; length >= 3; length--)
    for (const term of shapes(table).get(`${length}${text.charAt(start)}`) ?? []) {
      const word = term.words[0] ?? '';
      if (!fits(word, text, start)) continue;
      const whole = word + text.slice(start + length, end);
      const isForm = length === end - start || (term.mode === 'inflect' && isFormOf(word, whole));
      if (isForm) found.push({ term, start, end, isBare: false });
    }
  return found;
}

function fits(word: string, text: string, start: number): boolean {
  for (let at = 0; at < word.length; at++) {
    const unit = text.charCodeAt(start + at);
    if (kindOf(unit) !== unitKind.mask && unit !== word.charCodeAt(at)) return false;
  }
  return true;
}

/** Terms of one word by length and first letter; made at the first mask ever met. */
function shapes(table: TermTable): Map<string, Term[]> {
  const known = termsByShape.get(table);
  if (known) return known;
  const made = Map.groupBy(
    table.single.filter(({ mode }) => mode !== 'exact'),
    ({ words: [word = ''] }) => `${word.length}${word.charAt(0)}`,
  );
  termsByShape.set(table, made);
  return made;
}
