/** Points in time and the zones people mean them in. */
import * as z from 'zod';

/**
 * A point in time. Accepts RFC 3339 with any offset; holds UTC to the millisecond, so that text order is time order.
 */
export const Instant = z.iso
  .datetime({ offset: true, error: 'must be a date and time with an offset, such as 2026-11-29T23:59:00-05:00' })
  // Most come out of the database and are in this form already.
  .transform((text) => (text.length === 24 && text.endsWith('Z') ? text : new Date(text).toISOString()));
export type Instant = z.infer<typeof Instant>;

/** An IANA time zone, such as America/New_York. "Today" and "Sunday" in a line are meant in the campaign's zone. */
export const TimeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, { error: 'must be an IANA time zone, such as America/New_York' });
export type TimeZone = z.infer<typeof TimeZone>;

/** A BCP 47 language tag, such as en-US. */
export const Locale = z.string().max(35).refine(isLocale, { error: 'must be a BCP 47 language tag, such as en-US' });
export type Locale = z.infer<typeof Locale>;

/** The instant `ms` milliseconds after `from`; negative `ms` go back. */
export function addMs(from: Instant, ms: number): Instant {
  return new Date(Date.parse(from) + ms).toISOString();
}

function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}

function isLocale(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language !== 'und';
  } catch {
    return false;
  }
}
