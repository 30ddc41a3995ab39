/** Words spelled the way of the other side of the Atlantic. */
import lexicon from '../../../../data/lexicons/spelling-variants.json' with { type: 'json' };
import type { Locale } from '../../../domain/instant.ts';
import type { PolicyGround, Sighting } from '../../rule.ts';
import type { TermFinder } from '../../text/find-terms.ts';
import { inCaseOf, isTitleCase, opensSentence } from '../../text/letter-case.ts';
import type { ParsedLine } from '../../text/parsed-line.ts';

type Variant = { readonly wrong: string; readonly right: string };

/** A list of spellings that do not belong on one side, with those that do. */
export type Spelling = { readonly variants: readonly Variant[]; readonly finder: TermFinder };

/** The two lists, ready to be looked for. `allow`: words that are fine either way. */
export function spellings(
  terms: PolicyGround['terms'],
  allow: readonly string[],
): Record<'american' | 'british', Spelling> {
  const listed = (variants: readonly Variant[]): Spelling => ({
    variants,
    finder: terms(
      variants.map(({ wrong }) => ({ term: wrong, mode: 'word' })),
      [...lexicon.exceptions, ...allow],
    ),
  });
  return {
    american: listed(lexicon.pairs.map(({ us, gb }) => ({ wrong: gb, right: us }))),
    british: listed(
      lexicon.pairs.filter(({ only }) => only === undefined).map(({ us, gb }) => ({ wrong: us, right: gb })),
    ),
  };
}

// Canada mixes both; a locale without a region does not say.
const british = /^en-(?:GB|IE|AU|NZ|ZA|IN|SG|MT)\b/i;

/** Which list a locale is held to. */
export function spellingOf(locale: Locale): 'american' | 'british' | null {
  if (/^en-US\b/i.test(locale)) return 'american';
  return british.test(locale) ? 'british' : null;
}

/** What is spelled the other way, leaving out names. */
export function* misspelled(line: ParsedLine, { variants, finder }: Spelling, locale: Locale): Iterable<Sighting> {
  for (const { index, span, isBare, rendering } of finder.find(line)) {
    const variant = variants[index];
    const written = line.text.slice(span.start, span.end);
    if (!variant || isName(line.literal, written, span.start)) continue;
    yield {
      message: `"${written}" is spelled another way in ${locale}; write "${variant.right}".`,
      spans: [span],
      ...(rendering !== undefined && { rendering }),
      ...(isBare && rendering === undefined && { suggestion: { ...span, text: inCaseOf(written, variant.right) } }),
    };
  }
}

/** A capital inside of a sentence: a name keeps its spelling. */
function isName(literal: string, written: string, at: number): boolean {
  return /^\p{Lu}\p{Ll}/u.test(written) && !opensSentence(literal, at) && !isTitleCase(literal);
}
