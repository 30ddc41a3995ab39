/** Calendar days and clock times of instants in an IANA zone, and arithmetic on them that knows no daylight saving. */
import type { Instant, TimeZone } from '../../../domain/instant.ts';

/** Days since January 1, 1970, in whatever zone is meant. */
export type Day = number;

/** A place on the calendar and the clock of a zone. */
export type Zoned = {
  readonly day: Day;
  /** Minutes on the wall clock since midnight; 0 to 1439. */
  readonly minute: number;
};

/** A date of the Gregorian calendar; `month` from 1 to 12. */
export type CalendarDate = { readonly year: number; readonly month: number; readonly dayOfMonth: number };

export const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const dayMs = 24 * 60 * 60 * 1000;

/** The day of a date. A day of the month beyond its end runs into the next month. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  return Date.UTC(year, month - 1, dayOfMonth) / dayMs;
}

/** The date of a day. */
export function dateOf(day: Day): CalendarDate {
  const date = new Date(day * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, dayOfMonth: date.getUTCDate() };
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** True where the calendar has such a date. */
export function isDate(year: number, month: number, dayOfMonth: number): boolean {
  const read = dateOf(dayOf(year, month, dayOfMonth));
  return read.year === year && read.month === month && read.dayOfMonth === dayOfMonth;
}

/** What calendar and clock of the zone show at an instant. */
export function zonedAt(instant: Instant, zone: TimeZone): Zoned {
  const part: Record<string, number> = {};
  for (const { type, value } of clockOf(zone).formatToParts(Date.parse(instant))) part[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0 } = part;
  return { day: dayOf(year, month, day), minute: hour * 60 + minute };
}

/** An instant as a fact is quoted: "2026-11-29T23:59 America/New_York". */
export function quotedInstant(instant: Instant, zone: TimeZone): string {
  const { day, minute } = zonedAt(instant, zone);
  const { year, month, dayOfMonth } = dateOf(day);
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(dayOfMonth)}T${pad(Math.floor(minute / 60))}:${pad(minute % 60)} ${zone}`;
}

/** A day as a sentence says it: "Sunday, November 29, 2026". */
export function spokenDay(day: Day): string {
  const { year, month, dayOfMonth } = dateOf(day);
  return `${weekdayNames[weekdayOf(day)]}, ${monthNames[month - 1]} ${dayOfMonth}, ${year}`;
}

/** An instant as a sentence says it: "Sunday, November 29, 2026 at 11:59 PM". */
export function spokenInstant(instant: Instant, zone: TimeZone): string {
  const { day, minute } = zonedAt(instant, zone);
  const hour = Math.floor(minute / 60);
  return `${spokenDay(day)} at ${hour % 12 === 0 ? 12 : hour % 12}:${pad(minute % 60)} ${hour < 12 ? 'AM' : 'PM'}`;
}

function pad(figure: number): string {
  return String(figure).padStart(2, '0');
}

const clocks = new Map<TimeZone, Intl.DateTimeFormat>();

// Making a format costs a thousand uses of it.
function clockOf(zone: TimeZone): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  clocks.set(zone, made);
  return made;
}
