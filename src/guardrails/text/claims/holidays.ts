/** On which days a holiday falls, by year and place. */
import movable from '../../../../data/lexicons/movable-feasts.json' with { type: 'json' };
import type { Market } from '../../../domain/brief.ts';
import type { Locale } from '../../../domain/instant.ts';
import { type Day, dateOf, dayOf, weekdayOf } from './zoned.ts';

/** The days of a holiday, both included. */
export type Feast = { readonly first: Day; readonly last: Day };

/** The country by whose calendar holidays fall, as ISO 3166 has it. */
export type Region = string;

/** The country of a market and locale: the locale's where the market is no single country, or another than it says. */
export function regionOf(market: Market, locale: Locale): Region {
  const { region, language } = new Intl.Locale(locale).maximize();
  const own = /-[A-Z]{2}\b/.test(locale) ? region : undefined;
  if (market === 'EU') return own ?? (language === 'en' ? 'IE' : (region ?? 'DE'));
  const named = market === 'UK' ? 'GB' : market;
  // English of another hemisphere has other holidays, whatever profile of law the brand chose.
  return own === undefined || own === 'US' || own === 'GB' || own === 'CA' ? named : own;
}

/** Easter Sunday of a year (Meeus, Jones, Butcher). */
export function easterOf(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}

const [sunday, monday, thursday] = [0, 1, 4];

function nth(count: number, weekday: number, year: number, month: number): Day {
  const first = dayOf(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (count - 1) * 7;
}

function last(weekday: number, year: number, month: number): Day {
  const end = dayOf(year, month + 1, 0);
  return end - ((weekdayOf(end) - weekday + 7) % 7);
}

const thanksgivingUS = (year: number) => nth(4, thursday, year, 11);

type Rule = (year: number, region: Region) => Day | Feast;

const fixed =
  (month: number, dayOfMonth: number): Rule =>
  (year) =>
    dayOf(year, month, dayOfMonth);

const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['new-years-eve', fixed(12, 31)],
  ['new-years-day', fixed(1, 1)],
  // People wish it for two weeks.
  ['happy-new-year', (year) => ({ first: dayOf(year, 1, 1), last: dayOf(year, 1, 15) })],
  ['mlk-day', (year) => nth(3, monday, year, 1)],
  ['galentines-day', fixed(2, 13)],
  ['valentines-day', fixed(2, 14)],
  ['presidents-day', (year) => nth(3, monday, year, 2)],
  ['mardi-gras', (year) => easterOf(year) - 47],
  ['pancake-day', (year) => easterOf(year) - 47],
  ['womens-day', fixed(3, 8)],
  ['st-patricks-day', fixed(3, 17)],
  ['good-friday', (year) => easterOf(year) - 2],
  ['easter', (year) => ({ first: easterOf(year), last: easterOf(year) + 1 })],
  ['easter-monday', (year) => easterOf(year) + 1],
  ['earth-day', fixed(4, 22)],
  ['cinco-de-mayo', fixed(5, 5)],
  ['mothers-day', mothersDay],
  ['memorial-day', (year) => last(monday, year, 5)],
  ['victoria-day', (year) => last(monday, year, 5) - (dateOf(last(monday, year, 5)).dayOfMonth > 24 ? 7 : 0)],
  ['early-may-bank-holiday', (year) => nth(1, monday, year, 5)],
  ['spring-bank-holiday', (year) => last(monday, year, 5)],
  ['summer-bank-holiday', (year) => last(monday, year, 8)],
  ['fathers-day', fathersDay],
  ['juneteenth', fixed(6, 19)],
  ['canada-day', fixed(7, 1)],
  ['independence-day', fixed(7, 4)],
  ['bastille-day', fixed(7, 14)],
  ['labor-day', laborDay],
  ['columbus-day', (year) => nth(2, monday, year, 10)],
  ['halloween', fixed(10, 31)],
  ['bonfire-night', fixed(11, 5)],
  ['veterans-day', fixed(11, 11)],
  ['remembrance-day', fixed(11, 11)],
  ['singles-day', fixed(11, 11)],
  ['thanksgiving', (year, region) => (region === 'CA' ? nth(2, monday, year, 10) : thanksgivingUS(year))],
  ['black-friday', (year) => thanksgivingUS(year) + 1],
  ['small-business-saturday', (year) => thanksgivingUS(year) + 2],
  ['cyber-monday', (year) => thanksgivingUS(year) + 4],
  ['giving-tuesday', (year) => thanksgivingUS(year) + 5],
  ['green-monday', (year) => nth(2, monday, year, 12)],
  ['st-nicholas-day', (year, region) => dayOf(year, 12, region === 'NL' ? 5 : 6)],
  ['super-saturday', (year) => dayOf(year, 12, 24) - ((weekdayOf(dayOf(year, 12, 24)) + 1) % 7 || 7)],
  ['christmas-eve', fixed(12, 24)],
  ['christmas', (year) => ({ first: dayOf(year, 12, 25), last: dayOf(year, 12, 26) })],
  ['boxing-day', fixed(12, 26)],
  ['kwanzaa', (year) => ({ first: dayOf(year, 12, 26), last: dayOf(year + 1, 1, 1) })],
]);

const movableDates: Readonly<Record<string, readonly string[] | string>> = movable;

// How many days each lasts.
const movableLengths: ReadonlyMap<string, readonly [dates: readonly string[], length: number]> = new Map([
  ['lunar-new-year', [['lunar-new-year'], 15]],
  ['passover', [['passover'], 8]],
  ['ramadan', [['ramadan'], 30]],
  ['eid-al-fitr', [['eid-al-fitr'], 3]],
  ['eid-al-adha', [['eid-al-adha'], 4]],
  // "Eid" alone may be either.
  ['eid', [['eid-al-fitr', 'eid-al-adha'], 4]],
  ['rosh-hashanah', [['rosh-hashanah'], 2]],
  ['diwali', [['diwali'], 3]],
  ['hanukkah', [['hanukkah'], 8]],
]);

/** The feasts of a holiday in a year; none where its dates are not known for that year. */
export function feastsOf(id: string, year: number, region: Region): readonly Feast[] {
  const rule = rules.get(id);
  if (rule) {
    const feast = rule(year, region);
    return [typeof feast === 'number' ? { first: feast, last: feast } : feast];
  }
  const [ids, length] = movableLengths.get(id) ?? [[], 0];
  return ids
    .flatMap((name) => movableDates[name] ?? [])
    .filter((date) => date.startsWith(`${year}-`))
    .map((date) => Date.parse(date) / 86_400_000)
    .map((first) => ({ first, last: first + length - 1 }));
}

/** The feast before (or on) a day and the one that ends on or after it; `null` where no year at hand has one. */
export function feastsAround(id: string, day: Day, region: Region): { past: Feast | null; coming: Feast | null } {
  const { year } = dateOf(day);
  const feasts = [year - 1, year, year + 1]
    .flatMap((year) => feastsOf(id, year, region))
    .sort((one, other) => one.first - other.first);
  return {
    past: feasts.findLast((feast) => feast.last < day) ?? null,
    coming: feasts.find((feast) => feast.last >= day) ?? null,
  };
}

function mothersDay(year: number, region: Region): Day {
  if (region === 'GB' || region === 'IE') return easterOf(year) - 21;
  if (region === 'ES' || region === 'PT' || region === 'HU') return nth(1, sunday, year, 5);
  if (region === 'FR')
    return last(sunday, year, 5) === easterOf(year) + 49 ? nth(1, sunday, year, 6) : last(sunday, year, 5);
  if (region === 'SE') return last(sunday, year, 5);
  if (region === 'PL') return dayOf(year, 5, 26);
  return nth(2, sunday, year, 5);
}

function fathersDay(year: number, region: Region): Day {
  if (region === 'DE') return easterOf(year) + 39;
  if (region === 'ES' || region === 'IT' || region === 'PT') return dayOf(year, 3, 19);
  if (region === 'AT' || region === 'BE') return nth(2, sunday, year, 6);
  if (region === 'SE' || region === 'FI' || region === 'NO') return nth(2, sunday, year, 11);
  if (region === 'DK') return dayOf(year, 6, 5);
  if (region === 'AU' || region === 'NZ') return nth(1, sunday, year, 9);
  return nth(3, sunday, year, 6);
}

function laborDay(year: number, region: Region): Day {
  if (region === 'US' || region === 'CA') return nth(1, monday, year, 9);
  if (region === 'NZ') return nth(4, monday, year, 10);
  return dayOf(year, 5, 1);
}
