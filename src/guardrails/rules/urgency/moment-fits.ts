/** Whether what a line says of a moment is true of a point in time. */
import { feastsAround } from '../../text/claims/holidays.ts';
import type { When } from '../../text/claims/moments.ts';
import { type Day, dateOf, weekdayOf, zonedAt } from '../../text/claims/zoned.ts';
import type { Placed, SendTimes } from './offer-times.ts';

/** `unknown`: it depends on when the mail goes out, and nobody knows. */
export type Fit = 'yes' | 'no' | 'unknown';

/** What a moment is held against: a point in time and the days it may be called by. */
export type Target = { readonly at: Placed; readonly days: readonly Day[] };

/** People write 11:59 for an end at midnight and the other way round. */
const minutesOff = 1;
const minutesOffMidnight = 15;

/** In minutes of the day. */
const noon = 12 * 60;

/** Whether all that is said together fits. */
export function allFit(parts: readonly { readonly when: When }[], target: Target, times: SendTimes): Fit {
  const hasDay = parts.some(({ when }) => when.kind !== 'time');
  const isOfNight = parts.some(({ when }) => 'isNight' in when && when.isNight);
  const hasDate = parts.some(({ when }) => when.kind === 'date');
  const fits = parts.map(({ when }) => {
    // "11:59 tonight" is in the evening, without saying so; "at 9" may be.
    if (when.kind === 'time' && (isOfNight || when.isEitherHalf) && when.minute < noon)
      return timeFits({ ...when, minute: when.minute + noon }, target, times, hasDay) === 'yes'
        ? 'yes'
        : timeFits(when, target, times, hasDay);
    if (when.kind === 'time') return timeFits(when, target, times, hasDay);
    // Beside a date the weekday only has to be that date's.
    if (when.kind === 'weekday' && hasDate) return said(target.days.some((day) => weekdayOf(day) === when.weekday));
    return dayFits(when, target.days, times);
  });
  if (fits.includes('no')) return 'no';
  return fits.includes('unknown') ? 'unknown' : 'yes';
}

function dayFits(when: Exclude<When, { kind: 'time' }>, days: readonly Day[], times: SendTimes): Fit {
  const { send, region } = times;
  if (when.kind === 'date')
    return said(
      days
        .map(dateOf)
        .some(
          ({ year, month, dayOfMonth }) =>
            (when.year === null || when.year === year) &&
            when.readings.some((read) => read.month === month && read.dayOfMonth === dayOfMonth),
        ),
    );
  if (when.kind === 'holiday') {
    const from = send?.day ?? Math.min(...days) - 1;
    const { coming } = feastsAround(when.id, from, region);
    return coming === null ? 'unknown' : said(days.some((day) => coming.first <= day && day <= coming.last));
  }
  if (!send) return 'unknown';
  const ahead = days.map((day) => day - send.day);
  switch (when.kind) {
    case 'near':
      return said(ahead.includes(when.days));
    case 'weekday': {
      const farthest = when.which === 'next' ? 13 : 6;
      return said(days.some((day, at) => weekdayOf(day) === when.weekday && isWithin(ahead[at] ?? -1, 0, farthest)));
    }
    case 'day-of-month':
      return said(
        days.some((day, at) => dateOf(day).dayOfMonth === when.dayOfMonth && isWithin(ahead[at] ?? -1, 0, 31)),
      );
    case 'weekend': {
      const weekday = weekdayOf(send.day);
      // On a Sunday the weekend is this one, and on a Monday a long one is.
      const since = weekday === 0 ? 1 : weekday === 1 && when.isLong ? 2 : null;
      const saturday = send.day + (since === null ? 6 - weekday : -since);
      const later = when.which === 'next' ? 7 : 0;
      return said(days.some((day) => isWithin(day - saturday, 0, (when.isLong ? 2 : 1) + later)));
    }
    case 'week': {
      const sunday = send.day + ((7 - weekdayOf(send.day)) % 7);
      return said(days.some((day) => send.day <= day && day <= sunday));
    }
    case 'month':
      return said(days.some((day) => dateOf(day).month === dateOf(send.day).month && isWithin(day - send.day, 0, 30)));
    default:
      return when satisfies never;
  }
}

function timeFits(
  { minute, zone }: Extract<When, { kind: 'time' }>,
  { at }: Target,
  { send, zone: own }: SendTimes,
  hasDay: boolean,
): Fit {
  const isShown = zone === null || zone === own ? at.minute : zonedAt(at.at, zone).minute;
  const apart = Math.abs(isShown - minute);
  const off = minute === 0 ? minutesOffMidnight : minutesOff;
  if (Math.min(apart, 1440 - apart) > off) return 'no';
  if (hasDay) return 'yes';
  if (!send) return 'unknown';
  // "Ends at noon" without a day is the next noon there is.
  return said(isWithin(at.atMs - send.atMs, 1 - off * 60_000, 86_400_000 + off * 60_000));
}

function isWithin(figure: number, least: number, most: number): boolean {
  return least <= figure && figure <= most;
}

function said(holds: boolean): Fit {
  return holds ? 'yes' : 'no';
}
