/** One look that lets nearly every line go: "last", "through" or "Friday" alone claim nothing. */
import momentWords from '../../../../data/lexicons/moment-words.json' with { type: 'json' };
import urgency from '../../../../data/lexicons/urgency.json' with { type: 'json' };
import type { PolicyGround } from '../../rule.ts';
import { unitNames } from '../../text/claims/durations.ts';
import { momentNames } from '../../text/claims/moments.ts';
import type { ParsedLine } from '../../text/parsed-line.ts';
import { signBits } from '../../text/signs.ts';
import { phraseClasses } from './urgency-claims.ts';

const months = Object.keys(momentWords.months);

/** Words that say something only with a figure or as a range: "3-day sale", "Friday to Sunday". */
export const countedWords: readonly string[] = [
  ...['hours', 'hour', 'hrs', 'day', 'days', 'minutes'],
  ...Object.keys(momentWords.weekdays),
  ...months,
];
/** What may be such a figure or range. */
export const figureOrRange =
  /\d|[-–—]|\b(?:to|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|seventy)\b/i;

// "11/29", "9 pm", "29th", "48h": what a figure looks like that tells of time without another word.
const figureOfTime = /\d(?:[\p{L}/:.º-]|\s?[ap]\.?m)/iu;
// Letters that part no words where lists see two, and figures in other dress.
const beyondLatin = /[^\P{L}\p{Script=Latin}]|[^\P{N}\d]/u;

/** False where a line surely claims nothing of time or stock. Every part of a claim has its list. */
export function urgencyHints(terms: PolicyGround['terms']): (line: ParsedLine) => boolean {
  const list = (words: readonly string[]) => terms(words.map((term) => ({ term, mode: 'word' })));
  const phrases = list(phraseClasses.flatMap((named) => urgency[named]));
  const states = list(urgency.states);
  const counted = list(countedWords);
  const moments = list(momentNames);
  const starts = list(['start', 'starts', 'begin', 'begins', 'kicks off', 'live', 'on now']);
  const ofMonths = list(months);
  const lengths = list([...unitNames, 'left', 'remaining']);
  const numbers = list([...Object.keys(momentWords.numbers), 'few', 'handful', 'couple']);
  return (line) => {
    if (phrases.mayFind(line) || line.tags.length > 0) return true;
    const { signs, literal } = line;
    if ((signs & signBits.alien) !== 0 && beyondLatin.test(literal)) return true;
    const hasDigit = (signs & signBits.digit) !== 0;
    // "9&nbsp;pm"
    if (hasDigit && (signs & (signBits.unseen | signBits.markup)) !== 0) return true;
    if (!states.mayFind(line) && !(counted.mayFind(line) && figureOrRange.test(literal))) return false;
    if (moments.mayFind(line) || starts.mayFind(line)) return true;
    if (hasDigit && (ofMonths.mayFind(line) || figureOfTime.test(literal))) return true;
    return lengths.mayFind(line) && (hasDigit || numbers.mayFind(line));
  };
}
