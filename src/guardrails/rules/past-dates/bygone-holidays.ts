/** Holidays that a line speaks of and that are over. */
import words from '../../../../data/lexicons/past-dates.json' with { type: 'json' };
import type { Span } from '../../../domain/finding.ts';
import { feastsAround, feastsOf } from '../../text/claims/holidays.ts';
import { oneOf } from '../../text/claims/one-of.ts';
import { dateOf, spokenDay } from '../../text/claims/zoned.ts';
import type { ParsedLine } from '../../text/parsed-line.ts';
import type { Bygone, SendDay } from './bygone.ts';

/** A holiday a line names, by its id. */
export type NamedHoliday = { readonly id: string; readonly span: Span; readonly rendering?: string | undefined };

const looksBack = new RegExp(`(?<![a-z])(?:${oneOf(words.lookingBack)})(?![a-z])`);
const greetingBefore = new RegExp(`(?<![a-z])(?:${oneOf(words.greetings)}) (?:early |first |very merry )?$`);
const saleName = new RegExp(`(?<![a-z])(?:${oneOf(words.saleNames)})(?![a-z])`);

// Days that custom adds to a holiday: Black Friday's sales run to Cyber Monday, Thanksgiving is a weekend.
const customaryDays: ReadonlyMap<string, number> = new Map([
  ['black-friday', 3],
  ['thanksgiving', 3],
  ['cyber-monday', 1],
  ['labor-day', 1],
  ['memorial-day', 1],
  ['presidents-day', 1],
  ['independence-day', 1],
]);

/** The holiday where it was over on the day of the send; `null` where it is still to come, or was meant as past. */
export function bygoneHoliday(line: ParsedLine, { id, span, rendering }: NamedHoliday, send: SendDay): Bygone | null {
  const text = line.text.toLowerCase().replaceAll('’', "'");
  const year = /^(?:'s)?,? (20\d\d)\b/.exec(text.slice(span.end))?.[1];
  const last = year === undefined ? lastBefore(id, send) : lastIn(id, Number(year), send);
  if (last === null || looksBack.test(text)) return null;
  const days = send.day - last;
  const greeting = greetingBefore.exec(text.slice(0, span.start));
  const isGreeting = greeting !== null || id === 'happy-new-year';
  // Nobody is wished a happy holiday on the days after, but for its weekend.
  const isOfTheDay = isGreeting && !/^ weekend(?!\p{L})/u.test(text.slice(span.end));
  const isSaidToStart =
    /^(?:'s)? (?:sale |event |deals )?(?:starts?|begins?|kicks off) (?:right )?(?:now|today|tonight|here)(?!\p{L})/u.test(
      text.slice(span.end),
    );
  if (year === undefined && !isOfTheDay && !isSaidToStart && days <= (customaryDays.get(id) ?? 0)) return null;
  const isRecent = days <= send.graceDays;
  if (isRecent && !isGreeting && send.hasRunningOffer && saleName.test(text.slice(span.end))) return null;
  return {
    span: { start: greeting ? greeting.index : span.start, end: span.end },
    when: `it was on ${spokenDay(last)}`,
    // Some leave the decorations up for a few days.
    isLight: isRecent && !isGreeting,
    rendering,
  };
}

/** The last day of the holiday before the send, where that is nearer than the next one. */
function lastBefore(id: string, { day, region }: SendDay): number | null {
  const { past, coming } = feastsAround(id, day, region);
  if (!past) return null;
  const since = day - past.last;
  const ahead = coming ? coming.first - day : halfAYear;
  return ahead <= since ? null : past.last;
}

const halfAYear = 183;

/** The last day of the holiday of that year, where it is over. What is long over is meant as history. */
function lastIn(id: string, year: number, { day, region }: SendDay): number | null {
  if (year < dateOf(day).year - 1) return null;
  return feastsOf(id, year, region).find(({ last }) => last < day)?.last ?? null;
}
