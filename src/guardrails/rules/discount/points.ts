/** Hold a multiple of points to the brief's: "triple points" where they count double. */
import { type Facts, textsStated } from '../../../domain/facts.ts';
import type { Sighting } from '../../rule.ts';
import { asWritten } from '../../text/claims/stated-times.ts';
import { foldText } from '../../text/fold.ts';
import { matchesOf } from '../../text/matches-of.ts';
import type { ParsedLine } from '../../text/parsed-line.ts';

const times: ReadonlyMap<string, number> = new Map([
  ['double', 2],
  ['twice', 2],
  ['triple', 3],
  ['quadruple', 4],
  ...['two', 'three', 'four', 'five'].map((count, at) => [`${count} times`, at + 2] as const),
  ['ten times', 10],
]);
const word = '(?<word>double|twice|triple|quadruple|\\d{1,2}x|(?:two|three|four|five|ten) times)';
const trailing = word.replaceAll('(?<', '(?<later');
const multiple = new RegExp(
  `(?<![\\p{L}\\d])(?:${word}(?: the| your)? (?:\\p{L}+ )?points|points (?:count|are|are worth|come|at) ${trailing})(?!\\p{L})`,
  'gu',
);

/** Multiples of points that are not those of the brief, where it names one. */
export function pointsSightings(line: ParsedLine, facts: Facts): Sighting[] {
  const said = multiplesIn(line.folded().text);
  if (said.length === 0) return [];
  const known = textsStated(facts).flatMap((text) => multiplesIn(foldText(text).text).map(({ value }) => value));
  if (known.length === 0) return [];
  return said
    .filter(({ value }) => !known.includes(value))
    .map(({ start, end }) => {
      const span = asWritten(line, start, end);
      const message = `"${line.text.slice(span.start, span.end)}" is not the multiple of the brief, which is ${known[0]}; write that.`;
      return { spans: [span], message, fact: { path: 'offer.on', value: `${known[0]} times` } };
    });
}

function multiplesIn(text: string) {
  return matchesOf(multiple, text).map(({ 0: found, index, groups }) => ({
    start: index,
    end: index + found.length,
    value: timesOf(groups?.['word'] ?? groups?.['laterword'] ?? ''),
  }));
}

function timesOf(word: string): number {
  return times.get(word) ?? Number.parseInt(word, 10);
}
