/** Days and seasons of a send, in the campaign's zone and in words. */
import type { Instant, Locale, TimeZone } from '../../domain/instant.ts';
import type { Send } from '../../domain/send.ts';

/** What may be said of the day a campaign goes out. */
export type CalendarWords = { readonly month: string; readonly nextMonth: string; readonly season: string };

const seasons = [
  'winter',
  'winter',
  'spring',
  'spring',
  'spring',
  'summer',
  'summer',
  'summer',
  'fall',
  'fall',
  'fall',
  'winter',
];
const dayMs = 24 * 60 * 60 * 1000;

/** The month and season of a fixed send; `null` for a triggered one, which may reach a reader on any day. */
export function calendarWords(send: Send, timeZone: TimeZone): CalendarWords | null {
  if (send.kind === 'triggered') return null;
  const [year = 0, month = 1] = localDate(send.at, timeZone).split('-').map(Number);
  const name = (index: number) =>
    new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(year, index, 15));
  // Meteorological seasons of the northern hemisphere, where all four markets lie.
  return { month: name(month - 1), nextMonth: name(month), season: seasons[month - 1] ?? 'winter' };
}

/** The local calendar date of an instant, as 2027-01-31. */
export function localDate(at: Instant, timeZone: TimeZone): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(at),
  );
}

/** Whole days from one instant's local date to another's. */
export function daysBetween(from: Instant, to: Instant, timeZone: TimeZone): number {
  return (Date.parse(localDate(to, timeZone)) - Date.parse(localDate(from, timeZone))) / dayMs;
}

/**
 * The name of a day as a reader of a mail sent at `sentAt` would say it: "Sunday" within six days, else "January 31".
 * `null` on the very day, and where the send is not known and the day would need it.
 */
export function dayName(at: Instant, sentAt: Instant | null, timeZone: TimeZone, locale: Locale): string | null {
  const days = sentAt === null ? null : daysBetween(sentAt, at, timeZone);
  if (days !== null && days <= 0) return null;
  const options =
    days !== null && days <= 6 ? ({ weekday: 'long' } as const) : ({ month: 'long', day: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(new Date(at));
}

/** Hours and minutes on the local clock, as 23:59. */
export function localTime(at: Instant, timeZone: TimeZone): string {
  const clock = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en-GB', clock).format(new Date(at));
}
