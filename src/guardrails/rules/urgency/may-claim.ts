/** One look that lets nearly every line go: "last", "through" or "Friday" alone claim nothing. */
import momentWords from '../../../../data/lexicons/moment-words.json' with { type: 'json' };
import urgency from '../../../../data/lexicons/urgency.json' with { type: 'json' };
import { unitNames } from '../../text/claims/durations.ts';
import { hourAfter, momentNames } from '../../text/claims/moments.ts';
import type { ParsedLine } from '../../text/parsed-line.ts';
import { signBits } from '../../text/signs.ts';
import type { TermEntry } from '../../text/terms/term.ts';

/** What a claim is made of, in bits. */
const part = { phrase: 1, state: 2, counted: 4, moment: 8, month: 16, length: 32, number: 64, start: 128 } as const;

const months = Object.keys(momentWords.months);
const weekdays = Object.keys(momentWords.weekdays);
/** Words that say something only with a figure or as a range: "3-day sale", "Friday to Sunday", "first 100 orders". */
const counted = [
  ...['hours', 'hour', 'hrs', 'day', 'days', 'minutes', 'week', 'weeks', 'first'],
  ...weekdays,
  ...months,
];

const partOf = new Map<string, number>();
for (const [words, bit] of [
  [urgency.states, part.state],
  [counted, part.counted],
  [momentNames, part.moment],
  [months, part.month],
  [[...unitNames, 'left', 'remaining', 'first'], part.length],
  [[...Object.keys(momentWords.numbers), 'few', 'handful', 'couple'], part.number],
  [['start', 'starts', 'begin', 'begins', 'kicks off', 'live', 'on now'], part.start],
  [urgency.hints, part.phrase],
] as const)
  for (const word of words) partOf.set(word, (partOf.get(word) ?? 0) | bit);

/** The phrases, then the hints, then words that say something only beside a hint. */
export function urgencyTerms(phrases: readonly string[]): readonly TermEntry[] {
  const hints = [...urgency.states, ...urgency.hints, ...counted];
  const others = [...partOf.keys()].filter((word) => !hints.includes(word));
  return [
    ...phrases.map((term) => ({ term, mode: 'word' as const, kinds: part.phrase })),
    ...[...hints, ...others].map((term) => ({ term, mode: 'word' as const, kinds: partOf.get(term) ?? 0 })),
  ];
}

/** How many hints there are. */
export const hintCount: number = urgency.states.length + urgency.hints.length + counted.length;

/** What may be a figure or a range. */
export const figureOrRange =
  /\d|[-–—]|\b(?:to|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|seventy)\b/i;

// "11/29", "9 pm", "29th", "48h", "at 9": what a figure looks like that tells of time without another word.
const figureOfTime = new RegExp(`\\d(?:[\\p{L}/:.º-]|\\s?[ap]\\.?m)|\\b${hourAfter} \\d`, 'iu');
// Letters that part no words where lists see two.
const beyondLatin = /[^\P{L}\p{Script=Latin}]/u;
// Figures in other dress, such as "①", which fold to plain ones.
const dressedFigure = /[^\P{N}\d]/u;

/** False where a line with these parts surely claims nothing of time or stock. */
export function mayClaim({ signs, literal, tags }: ParsedLine, parts: number): boolean {
  if ((parts & part.phrase) !== 0 || tags.length > 0) return true;
  if ((signs & signBits.alien) !== 0 && beyondLatin.test(literal)) return true;
  const hasDigit = (signs & signBits.digit) !== 0;
  // "9&nbsp;pm"
  if (hasDigit && (signs & (signBits.unseen | signBits.markup)) !== 0) return true;
  if ((parts & part.state) === 0 && !((parts & part.counted) !== 0 && figureOrRange.test(literal))) return false;
  if ((parts & (part.moment | part.start)) !== 0) return true;
  if (hasDigit && ((parts & part.month) !== 0 || figureOfTime.test(literal))) return true;
  if ((parts & part.length) !== 0 && (hasDigit || (parts & part.number) !== 0)) return true;
  return dressedFigure.test(literal);
}
