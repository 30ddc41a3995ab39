/** Reads how long a line says something lasts: "3 days left", "ends in 2 hours", "48 hours only", "final 24 hours". */
import words from '../../../../data/lexicons/moment-words.json' with { type: 'json' };
import type { Span } from '../../../domain/finding.ts';
import { matchesOf } from '../matches-of.ts';
import type { Written } from './moments.ts';
import { oneOf } from './one-of.ts';
import { asWritten } from './stated-times.ts';

/** Units a line counts time in. */
export type TimeUnit = 'minute' | 'hour' | 'day' | 'week';

/** A length of time a line states. */
export type Duration = {
  /** `left`: so much is left until the end. `last`: the end is no further away. `whole`: it lasts so long in all. */
  readonly relation: 'left' | 'last' | 'whole';
  readonly count: number;
  readonly unit: TimeUnit;
  readonly span: Span;
};

const numbers: ReadonlyMap<string, number> = new Map(Object.entries(words.numbers));
const units: ReadonlyMap<string, TimeUnit> = new Map([
  ...['minute', 'minutes', 'mins', 'min', 'minuten', 'minutos', 'minuti'].map((word) => [word, 'minute'] as const),
  ...[
    'hour',
    'hours',
    'hrs',
    'hr',
    'h',
    'stunden',
    'std',
    'stdn',
    'stunde',
    'heures',
    'heure',
    'horas',
    'hora',
    'ore',
    'ora',
    'uur',
  ].map((word) => [word, 'hour'] as const),
  ...[
    'day',
    'days',
    'tage',
    'tag',
    'jours',
    'jour',
    'dias',
    'dia',
    'giorni',
    'giorno',
    'dagen',
    'dag',
    'dgn',
    'gg',
  ].map((word) => [word, 'day'] as const),
  ...['week', 'weeks', 'wochen', 'woche', 'semaines', 'semanas', 'settimane', 'weken'].map(
    (word) => [word, 'week'] as const,
  ),
]);

/** The words for units, in whatever language. */
export const unitNames: readonly string[] = [...units.keys()];

const length = `(\\d{1,3}|${oneOf(numbers.keys())})[ -]?(?:more )?(${oneOf(units.keys())})\\b`;
// What else may be counted down to than the end of an offer.
const toSomethingElse =
  '(?! (?:to|until|till|til|before|of|in|for|on) (?!save|shop|go|get|grab|score|claim|redeem|use|enjoy|stock|snag)[a-z])';

const shapes: readonly (readonly [Duration['relation'], RegExp])[] = [
  [
    'left',
    new RegExp(
      `\\b(?:ends?|ending|expires?|expiring|closes|closing|over|gone) in (?:just |only |less than |under )?${length}`,
      'g',
    ),
  ],
  [
    'left',
    new RegExp(`\\b(?:only |just )?${length} (?:are |is )?(?:left|remaining|remain|to go)\\b${toSomethingElse}`, 'g'),
  ],
  [
    'left',
    new RegExp(
      `\\b(?:only |just |noch |nur noch |plus que |il reste |quedan |solo quedan |ancora |nog )${length} ?(?:left|ubrig)?(?=[!.:,;-]|$| (?:to (?:save|shop|go)|pour en profiter))`,
      'g',
    ),
  ],
  ['left', new RegExp(`\\b${length} to (?:save|shop|score|snag|redeem|claim|stock up)\\b`, 'g')],
  [
    'last',
    new RegExp(
      `\\b(?:last|final|letzten?|dernieres?|derniers?|ultim[oa]s|ultim[ie]|laatste) ${length}${toSomethingElse}`,
      'g',
    ),
  ],
  ['whole', new RegExp(`^[^a-z0-9]{0,4}${length}(?= ?[:!.-][^.]{0,40}(?:%|\\boff\\b|\\bsale\\b|\\bsave\\b))`, 'g')],
  // "Flash sale! Two hours, 20% off": a length as a thought of its own, before the reduction.
  ['whole', new RegExp(`(?<=[.!?:] )${length}(?=[,:.!] (?:up to |extra )?(?:\\d{1,3} ?%|half (?:off|price)))`, 'g')],
  [
    'whole',
    new RegExp(
      `(?:^|(?<=[.!?:] ))${length}(?= of (?:(?:up to |extra )?\\d{1,3} ?%|half (?:off|price)|(?:sale|savings|deals)\\b))`,
      'g',
    ),
  ],
  [
    'left',
    new RegExp(
      `(?<=(?:%|\\boff\\b|\\bsale\\b|\\bsave\\b|\\bfree\\b|[$€£]\\d)[^.!?]{0,40})\\bfor the next ${length}(?=[!.:,;-]|$)`,
      'g',
    ),
  ],
  [
    'left',
    new RegExp(
      `(?:^|(?<=[.!?:] ))(?:just |only )?(?=[a-z0-9]+ more )${length} (?=(?:of|to save|for) (?:[a-z0-9 ]{0,20}%|half (?:off|price)|free|(?:the )?(?:sale|savings|deals)\\b))`,
      'g',
    ),
  ],
  ['whole', new RegExp(`\\b${length} only\\b`, 'g')],
  ['whole', new RegExp(`\\bfor (?:only |just )${length}(?= only|[!.:,;-]|$)`, 'g')],
  [
    'whole',
    new RegExp(
      `\\b${length}[ -](?:flash |only |online |weekend )?(?:sale|event|deals?|offer|promo|price drop)\\b`,
      'g',
    ),
  ],
];

const anyLength = new RegExp(length);

/** Every length of time a line states of an offer, none twice at the same place. */
export function durationsIn(line: Written): readonly Duration[] {
  const { text } = line.folded();
  if (!anyLength.test(text)) return [];
  const found: { readonly start: number; readonly end: number; readonly duration: Duration }[] = [];
  for (const [relation, shape] of shapes)
    for (const match of matchesOf(shape, text)) {
      const [written, count = '', unit = ''] = match;
      const [start, end] = [match.index, match.index + written.length];
      const counted = numbers.get(count) ?? Number(count);
      const named = units.get(unit);
      if (!named || counted === 0 || found.some((other) => other.start < end && start < other.end)) continue;
      // "Two more days: 20% off" counts what is left.
      const isMore = relation === 'whole' && / more /.test(written);
      found.push({
        start,
        end,
        duration: {
          relation: isMore ? 'left' : relation,
          count: counted,
          unit: named,
          span: asWritten(line, start, end),
        },
      });
    }
  return found.map(({ duration }) => duration);
}
