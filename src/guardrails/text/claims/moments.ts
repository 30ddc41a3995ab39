/** Reads what a line says of time: days, dates, clock times. What is claimed of them is left to others. */
import words from '../../../../data/lexicons/moment-words.json' with { type: 'json' };
import type { Market } from '../../../domain/brief.ts';
import type { Locale } from '../../../domain/instant.ts';
import { matchesOf } from '../matches-of.ts';
import type { ParsedLine } from '../parsed-line.ts';
import { holidayIds, holidayShape } from './holiday-names.ts';
import { oneOf } from './one-of.ts';
import { isDate } from './zoned.ts';

/** A text to read: as written without its tags' machinery, and folded. */
export type Written = Pick<ParsedLine, 'literal' | 'folded'>;

/** A month and a day of it. */
export type MonthDay = { readonly month: number; readonly dayOfMonth: number };

/** What is said of time, as far as the words alone tell. */
export type When =
  | { readonly kind: 'near'; readonly days: number; readonly isNight: boolean }
  | {
      readonly kind: 'weekday';
      readonly weekday: number;
      readonly which: 'next' | 'last' | null;
      readonly isNight: boolean;
      /** "Sat", "Sun", "Wed" are words of their own, and name a day only beside other words of time. */
      readonly isShort: boolean;
    }
  | {
      readonly kind: 'date';
      readonly year: number | null;
      /** The readings of it: two for "3/4" where people write it both ways. */
      readonly readings: readonly MonthDay[];
      /** True for "11/29", which is a date only beside other words of time. */
      readonly isFigures: boolean;
      /** True for "Nov 27-29", of which the last day is meant. */
      readonly isRange: boolean;
    }
  | { readonly kind: 'day-of-month'; readonly dayOfMonth: number }
  | {
      readonly kind: 'time';
      readonly minute: number;
      readonly zone: string | null;
      /** True for "at 9", which may be in the morning or in the evening. */
      readonly isEitherHalf: boolean;
    }
  | { readonly kind: 'weekend'; readonly which: 'next' | 'last' | null; readonly isLong: boolean }
  | { readonly kind: 'week' }
  | { readonly kind: 'month' }
  | { readonly kind: 'holiday'; readonly id: string };

/** Something said of time. Offsets are those of the folded text. */
export type Moment = { readonly start: number; readonly end: number; readonly when: When };

/** In which order figures make a date: 11/29 in the United States, 29/11 in most places, both in Canada. */
export type DateOrder = 'month-first' | 'day-first' | 'either';

/** The order readers of a market and locale expect. */
export function dateOrderOf(market: Market, locale: Locale): DateOrder {
  const region = /-([A-Z]{2})\b/.exec(locale)?.[1];
  if (region === 'CA' || market === 'CA') return 'either';
  return (region ?? market) === 'US' ? 'month-first' : 'day-first';
}

type Reader = {
  readonly shape: RegExp;
  readonly read: (match: RegExpExecArray, line: Written, order: DateOrder) => When | null;
};

const weekdays: ReadonlyMap<string, number> = new Map(Object.entries(words.weekdays));
const shortWeekdays: ReadonlyMap<string, number> = new Map(Object.entries(words.shortWeekdays));
const months: ReadonlyMap<string, number> = new Map(Object.entries(words.months));
const near: ReadonlyMap<string, number> = new Map(Object.entries(words.near));
const nights: ReadonlySet<string> = new Set(words.nights);
const clockTimes: ReadonlyMap<string, number> = new Map(Object.entries(words.clockTimes));
const zones: ReadonlyMap<string, string> = new Map(Object.entries(words.zones));

const zone = `(?:\\s?\\(?(${oneOf(zones.keys())})\\b(?: time\\b)?)?`;
const ordinal = '(?:st|nd|rd|th)';
// What makes "Monday" part of another name, whose day is not meant.
// "Today's picks" are of today; "tomorrow's the last day" says what tomorrow is.
const notOwning = "(?!'s(?! (?:the |your )?(?:very )?(?:last|final) (?:day|chance|call)| the end of))";
const notPartOfName = '(?<!\\b(?:blue|giving|green|cyber|black|good|easter|casual|fat|manic|ruby|super|taco) )';
const month = oneOf(months.keys());

/** The source of a pattern for words after which a bare number may be an hour. */
export const hourAfter = '(?:at|by|before|until|till|til|um|alle|om)';

const readers: readonly Reader[] = [
  { shape: holidayShape, read: ([name = '']) => ({ kind: 'holiday', id: holidayIds.get(name) ?? name }) },
  {
    shape: /(?<![\d/.-])(20\d\d)-(\d\d)-(\d\d)(?![\d/-])/g,
    read: ([, year, month, day]) => dateFrom([{ month: Number(month), dayOfMonth: Number(day) }], Number(year)),
  },
  {
    shape: new RegExp(
      `\\b(${month})\\b\\.? (?:the )?(\\d{1,2})${ordinal}?\\b(?!\\s?%|[:./]\\d)(?:\\s?-\\s?(\\d{1,2})${ordinal}?\\b(?!\\s?%))?(?:,? (20\\d\\d)\\b)?`,
      'g',
    ),
    read: (match, line) => {
      const date = namedDate(match[1], match[3] ?? match[2], match[4], match, line);
      return date?.kind === 'date' ? { ...date, isRange: match[3] !== undefined } : date;
    },
  },
  {
    shape: new RegExp(
      `(?<![\\d$€£.,/-])(\\d{1,2})(?:${ordinal}|\\.|er|º)? ?(?:of |de |d')?(${month})\\b\\.?(?:,? (?:de )?(20\\d\\d)\\b)?`,
      'g',
    ),
    read: (match, line) => namedDate(match[2], match[1], match[3], match, line),
  },
  {
    shape: /(?<![\d/.$€£-])(?!24\/7\b)(\d{1,2})\/(\d{1,2})(?:\/(20\d\d|\d\d))?(?![\d/%]|\s?%)/g,
    read: (match, _, order) => dateOfFigures(match, order),
  },
  {
    shape: /(?<![\d/.$€£-])(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(20\d\d|\d\d))?(?!\d|\s?%)/g,
    read: ([, day, month, year]) => dateFrom([{ month: Number(month), dayOfMonth: Number(day) }], yearFrom(year), true),
  },
  {
    shape: new RegExp(`\\bthe (\\d{1,2})${ordinal}\\b`, 'g'),
    read: ([, day]) =>
      Number(day) >= 1 && Number(day) <= 31 ? { kind: 'day-of-month', dayOfMonth: Number(day) } : null,
  },
  {
    shape: new RegExp(`\\b(\\d{1,2})(?:[:.]([0-5]\\d))? ?([ap])\\.?m\\b\\.?${zone}`, 'g'),
    read: ([, hour, minute, half, zone]) => clockTime(Number(hour), Number(minute ?? 0), half, zone),
  },
  {
    shape: new RegExp(`(?<![\\d:./$€£])([01]?\\d|2[0-4])[:.]([0-5]\\d)(?![\\d:.%]|\\s?[%€])(?: uhr)?${zone}`, 'g'),
    read: ([, hour, minute, zone]) => clockTime(Number(hour), Number(minute), undefined, zone),
  },
  {
    // "At 9 tonight", "tonight at 9": an hour only beside the night it is of.
    shape: new RegExp(
      `(?:(?<=\\b(?:${oneOf(nights)}),? (?:at|by) )|(?<=\\b(?:at|by) )(?=\\d{1,2} (?:${oneOf(nights)})\\b))(\\d{1,2})\\b(?![:.]\\d|\\s?(?:[ap]\\.?m\\b|[%$€£]))${zone}`,
      'g',
    ),
    read: ([, hour, zone]) => (Number(hour) <= 12 ? clockTime(Number(hour), 0, undefined, zone) : null),
  },
  {
    // "Ends at 9", "until 9 o'clock", where nothing else is counted.
    shape: new RegExp(
      `(?<=\\b${hourAfter} )(1[0-2]|[1-9])(?![:./]?\\d|\\s?(?:[ap]\\.?m\\b|[%$€£]))(?: o'?clock| sharp)?${zone}(?=\\s?(?:$|[^\\p{L}\\d\\s]|(?:on|today|tonight|tomorrow|this|and|for|${oneOf([...weekdays.keys(), ...shortWeekdays.keys()])})\\b))`,
      'gu',
    ),
    read: ([, hour, zone]) => ({
      kind: 'time',
      minute: (Number(hour) % 12) * 60,
      zone: zoneNamed(zone),
      isEitherHalf: true,
    }),
  },
  {
    shape: new RegExp(`\\b(${oneOf(clockTimes.keys())})\\b${zone}`, 'g'),
    read: ([, name = '', zone]) => ({
      kind: 'time',
      minute: clockTimes.get(name) ?? 0,
      zone: zoneNamed(zone),
      isEitherHalf: false,
    }),
  },
  {
    shape: new RegExp(`\\b(${oneOf(near.keys())})\\b${notOwning}`, 'g'),
    read: ([, name = '']) => ({ kind: 'near', days: near.get(name) ?? 0, isNight: nights.has(name) }),
  },
  {
    shape: new RegExp(
      `${notPartOfName}\\b(?:(this|next|last|coming) )?(${oneOf([...weekdays.keys(), ...shortWeekdays.keys()])})\\b${notOwning}( night| evening)?`,
      'g',
    ),
    read: ([, which, name = '', night]) => ({
      kind: 'weekday',
      weekday: weekdays.get(name) ?? shortWeekdays.get(name) ?? 0,
      which: otherThan(which),
      isNight: night !== undefined,
      isShort: shortWeekdays.has(name),
    }),
  },
  {
    shape: /\b(?:(this|next|last|all|the) )?(long |holiday )?weekend\b(?!'s)/g,
    read: ([, which, long]) => ({ kind: 'weekend', which: otherThan(which), isLong: long !== undefined }),
  },
  { shape: /\b(?:this|the|all) week\b(?!'s)/g, read: () => ({ kind: 'week' }) },
  { shape: /\b(?:this|the|all|end of) month\b(?!'s)/g, read: () => ({ kind: 'month' }) },
];

/** Words of which every moment without a figure has one. */
export const momentNames: readonly string[] = [
  ...['weekend', 'week', 'month'],
  ...[weekdays, shortWeekdays, near, clockTimes, holidayIds].flatMap((names) => [...names.keys()]),
];

// Some of every moment; two looks that spare most lines the readers.
const anyFigure = new RegExp(
  `\\d(?:[/:-]|\\.\\s?)\\d|\\d ?[ap]\\.?m|the \\d|${hourAfter} \\d|(?:${month})\\b\\.? (?:the )?\\d|\\d(?:${ordinal}|\\.|er|º)? ?(?:of |de |d')?(?:${month})\\b`,
);
const anyWord = new RegExp(
  `weekend|\\b(?:week|month)\\b|${oneOf([...weekdays.keys(), ...shortWeekdays.keys(), ...near.keys(), ...clockTimes.keys()])}|${holidayShape.source}`,
);

/** All moments in a line, in order; of two readings of the same words the one that begins first, then the longer one. */
export function momentsIn(line: Written, order: DateOrder): readonly Moment[] {
  const { text } = line.folded();
  if (!anyWord.test(text) && !(/\d/.test(text) && anyFigure.test(text))) return [];
  const found: Moment[] = [];
  for (const { shape, read } of readers)
    for (const match of matchesOf(shape, text)) {
      const when = read(match, line, order);
      if (when) found.push({ start: match.index, end: match.index + match[0].trimEnd().length, when });
    }
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  let end = -1;
  return found.filter((moment) => {
    const isFree = moment.start >= end;
    if (isFree) end = moment.end;
    return isFree;
  });
}

function dateOfFigures(match: RegExpExecArray, order: DateOrder): When | null {
  const [one, other] = [Number(match[1]), Number(match[2])];
  const monthFirst = { month: one, dayOfMonth: other };
  const dayFirst = { month: other, dayOfMonth: one };
  const wanted = { 'month-first': [monthFirst], 'day-first': [dayFirst], either: [monthFirst, dayFirst] }[order];
  // 11/29 can only be read one way, wherever the reader lives.
  const fallback = order === 'month-first' ? dayFirst : monthFirst;
  const year = yearFrom(match[3]);
  return dateFrom(wanted, year, true) ?? dateFrom([fallback], year, true);
}

function namedDate(
  name: string | undefined,
  day: string | undefined,
  year: string | undefined,
  match: RegExpExecArray,
  line: Written,
): When | null {
  // "These 5 may sell out", "2 march on": only a capital tells the month from the verb.
  if (name === 'may' || name === 'march' || name === 'mar') {
    const at = line.folded().from[match.index + match[0].indexOf(name)] ?? 0;
    if (!/^M/.test(line.literal.slice(at, at + 1))) return null;
  }
  return dateFrom([{ month: months.get(name ?? '') ?? 0, dayOfMonth: Number(day) }], yearFrom(year));
}

function dateFrom(readings: readonly MonthDay[], year: number | null, isFigures = false): When | null {
  const real = readings.filter(({ month, dayOfMonth }) => isDate(year ?? leapYear, month, dayOfMonth));
  return real.length === 0 ? null : { kind: 'date', year, readings: real, isFigures, isRange: false };
}

// A date without a year may be a February 29.
const leapYear = 2028;

function yearFrom(written: string | undefined): number | null {
  if (written === undefined) return null;
  return written.length === 2 ? 2000 + Number(written) : Number(written);
}

function clockTime(hour: number, minute: number, half: string | undefined, zone: string | undefined): When | null {
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  const hours = half === undefined ? hour % 24 : (hour % 12) + (half === 'p' ? 12 : 0);
  return { kind: 'time', minute: hours * 60 + minute, zone: zoneNamed(zone), isEitherHalf: false };
}

function zoneNamed(name: string | undefined): string | null {
  return name === undefined ? null : (zones.get(name) ?? null);
}

function otherThan(which: string | undefined): 'next' | 'last' | null {
  return which === 'next' || which === 'last' ? which : null;
}
