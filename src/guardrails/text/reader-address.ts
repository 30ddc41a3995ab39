/** Where a line speaks to the reader: second-person words in the language of the line, and tags that print a name. */
import type { Span } from '../../domain/finding.ts';
import type { Locale } from '../../domain/instant.ts';
import { languageOf } from './language.ts';
import type { ParsedLine } from './parsed-line.ts';
import { tagsPrinting } from './tags-printing.ts';

const english =
  /(?<![\p{L}\p{N}.&@#-])(?:you(?:['’](?:re|ll|ve|d))?|your(?:s|self|selves)?|you(?:re|ll|ve)|y['’]?all|ur|u)(?![\p{L}\p{N}&@]|[.-]\p{L})/giu;

// The polite forms of German and Dutch are told from "she" and "an hour" by their capital, and so only inside of a line.
const others: ReadonlyMap<string, RegExp> = new Map([
  [
    'de',
    /(?<![\p{L}\p{N}])(?:[Dd](?:u|ich|ir|eine?[mnrs]?)|(?<=[^.!?:] )(?:Sie|Ihnen|Ihre?[mnrs]?))(?![\p{L}\p{N}])/gu,
  ],
  ['fr', /(?<![\p{L}\p{N}])(?:tu|te|toi|ton|ta|tes|tien(?:ne)?s?|vous|votre|vos|vôtres?)(?![\p{L}\p{N}])/giu],
  ['es', /(?<![\p{L}\p{N}])(?:tú|tu|te|ti|tus|tuy[oa]s?|contigo|usted(?:es)?|vos|vosotr[oa]s)(?![\p{L}\p{N}])/giu],
  ['it', /(?<![\p{L}\p{N}])(?:tu|te|ti|tu[oa]|tuoi|tue|voi|vostr[oaie])(?![\p{L}\p{N}])/giu],
  ['nl', /(?<![\p{L}\p{N}])(?:jij|je|jou|jouw|jullie|u|uw)(?![\p{L}\p{N}])/giu],
]);

const names: ReadonlySet<string> = new Set(['first_name', 'last_name', 'full_name']);

/** Second-person words of the line's own wording. An imperative alone speaks to nobody. */
export function secondPersonIn(line: ParsedLine, locale: Locale): Span[] {
  const words = others.get(languageOf(locale)) ?? english;
  return [...line.literal.matchAll(words)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
}

/** Tags that print a name, and broken or foreign ones that were meant to. */
export function nameTagsIn(line: ParsedLine): Span[] {
  return tagsPrinting(line, names).map(({ span }) => span);
}
