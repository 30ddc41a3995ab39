/** Seasons and weekdays that a line greets after they have gone. */
import type { Region } from '../../text/claims/holidays.ts';
import { type Day, dateOf, dayOf, spokenDay, weekdayNames, weekdayOf } from '../../text/claims/zoned.ts';

// First month and last day of each in the north, by the weather and by the sun: whichever is longer.
const seasons: ReadonlyMap<string, { readonly month: number; readonly lastMonth: number; readonly lastDay: number }> =
  new Map([
    ['spring', { month: 3, lastMonth: 6, lastDay: 20 }],
    ['summer', { month: 6, lastMonth: 9, lastDay: 22 }],
    ['fall', { month: 9, lastMonth: 12, lastDay: 21 }],
    ['winter', { month: 12, lastMonth: 3, lastDay: 20 }],
  ]);

const south: ReadonlySet<Region> = new Set([
  'AU',
  'NZ',
  'ZA',
  'AR',
  'CL',
  'UY',
  'PY',
  'BO',
  'PE',
  'BR',
  'NA',
  'BW',
  'ZW',
  'MZ',
]);

/** When the season ended, where that is nearer than its next beginning; `null` while it lasts or is coming. */
export function bygoneSeason(id: string, day: Day, region: Region): string | null {
  const season = seasons.get(id);
  if (!season) return null;
  const shift = south.has(region) ? 6 : 0;
  const { year } = dateOf(day);
  const spans = [year - 1, year, year + 1].map((from) => {
    const crosses = season.lastMonth < season.month ? 12 : 0;
    return {
      first: dayOf(from, season.month + shift, 1),
      last: dayOf(from, season.lastMonth + crosses + shift, season.lastDay),
    };
  });
  const past = spans.findLast(({ last }) => last < day);
  const coming = spans.find(({ last }) => last >= day);
  if (!past || !coming || coming.first - day <= day - past.last) return null;
  return `it ended around ${spokenDay(past.last)}`;
}

/** The weekday where it was one of the three days before the send. */
export function bygoneWeekday(weekday: number, day: Day): string | null {
  const since = (weekdayOf(day) - weekday + 7) % 7;
  return since >= 1 && since <= 3 ? `the mail goes out on a ${weekdayNames[weekdayOf(day)]}` : null;
}
