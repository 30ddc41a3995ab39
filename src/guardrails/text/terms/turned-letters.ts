/** Find a term whose letters are written backwards and turned around on the screen: RIGHT-TO-LEFT OVERRIDE, "paehc". */
import { wordsOf } from '../words.ts';
import type { Literal } from './hits-of.ts';
import { plainMatches, type TermMatch } from './plain-matches.ts';
import type { TermTable } from './term-table.ts';

/** The control that has what follows read from right to left, whatever its letters (UAX #9, X5). */
export const override = '\u202e';

/** What ends it: POP DIRECTIONAL FORMATTING, or the end of the line. */
const end = '\u202c';

/** The matches as the screen shows the line; offsets in the folded text, which has the letters as written. */
export function turnedMatches(line: Literal, table: TermTable): TermMatch[] {
  if (!line.literal.includes(override)) return [];
  const { text, from } = line.folded();
  const places = Array.from({ length: text.length }, (_, at) => at);
  for (let start = line.literal.indexOf(override); start >= 0; start = line.literal.indexOf(override, start + 1)) {
    const close = line.literal.indexOf(end, start);
    const stop = close < 0 ? line.literal.length : close;
    const turned = Array.from({ length: text.length }, (_, at) => at).filter(
      (at) => (from[at] ?? 0) > start && (from[at] ?? 0) < stop,
    );
    turned.forEach((at, order) => {
      places[at] = turned[turned.length - 1 - order] ?? at;
    });
  }
  const shown = places.map((at) => text.charAt(at)).join('');
  return plainMatches(wordsOf(shown), table).map((match) => {
    const written = places.slice(match.start, match.end);
    return { ...match, start: Math.min(...written), end: Math.max(...written) + 1, isBare: false };
  });
}
