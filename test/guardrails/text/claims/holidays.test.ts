import { describe, expect, it } from 'vitest';
import holidays from '../../../../data/lexicons/holidays.json' with { type: 'json' };
import { easterOf, feastsAround, feastsOf, regionOf } from '../../../../src/guardrails/text/claims/holidays.ts';
import { dateOf, dayOf } from '../../../../src/guardrails/text/claims/zoned.ts';

function firstOf(id: string, year: number, region = 'US'): string {
  const [feast] = feastsOf(id, year, region);
  if (!feast) return 'none';
  const { month, dayOfMonth } = dateOf(feast.first);
  return `${month}-${dayOfMonth}`;
}

describe('a holiday', () => {
  it.each([
    [2024, 3, 31],
    [2025, 4, 20],
    [2026, 4, 5],
    [2027, 3, 28],
    [2038, 4, 25],
    [2285, 3, 22],
  ])('Easter %i falls on %i/%i', (year, month, day) => {
    expect(easterOf(year)).toBe(dayOf(year, month, day));
  });

  it.each([
    ['thanksgiving', 2026, 'US', '11-26'],
    ['thanksgiving', 2026, 'CA', '10-12'],
    ['black-friday', 2026, 'GB', '11-27'],
    ['cyber-monday', 2026, 'US', '11-30'],
    ['mothers-day', 2026, 'US', '5-10'],
    ['mothers-day', 2026, 'GB', '3-15'],
    ['mothers-day', 2026, 'FR', '5-31'],
    ['mothers-day', 2026, 'ES', '5-3'],
    ['fathers-day', 2026, 'US', '6-21'],
    ['fathers-day', 2026, 'DE', '5-14'],
    ['fathers-day', 2026, 'AU', '9-6'],
    ['memorial-day', 2026, 'US', '5-25'],
    ['victoria-day', 2026, 'CA', '5-18'],
    ['labor-day', 2026, 'US', '9-7'],
    ['labor-day', 2026, 'DE', '5-1'],
    ['presidents-day', 2026, 'US', '2-16'],
    ['summer-bank-holiday', 2026, 'GB', '8-31'],
    ['super-saturday', 2026, 'GB', '12-19'],
    ['mardi-gras', 2026, 'US', '2-17'],
    ['lunar-new-year', 2027, 'US', '2-6'],
    ['diwali', 2026, 'GB', '11-8'],
    ['hanukkah', 2026, 'US', '12-5'],
    ['eid-al-fitr', 2026, 'US', '3-20'],
  ])('%s %i in %s begins on %s', (id, year, region, date) => {
    expect(firstOf(id, year, region)).toBe(date);
  });

  it('is known for every name in the list', () => {
    const unknown = Object.keys(holidays.names).filter((id) => firstOf(id, 2026) === 'none');
    expect(unknown).toEqual([]);
  });

  it('that follows the moon is not made up for years nobody wrote down', () => {
    expect(firstOf('diwali', 2050)).toBe('none');
    expect(feastsAround('diwali', dayOf(2050, 1, 1), 'US')).toEqual({ past: null, coming: null });
  });

  it('is past the day after its last', () => {
    const on = (day: number) => feastsAround('halloween', dayOf(2026, 10, day), 'US').coming?.first;
    expect(on(31)).toBe(dayOf(2026, 10, 31));
    expect(on(32)).toBe(dayOf(2027, 10, 31));
  });

  it('falls by the calendar of the reader’s country', () => {
    expect(regionOf('UK', 'en-GB')).toBe('GB');
    expect(regionOf('US', 'en-AU')).toBe('AU');
    expect(regionOf('EU', 'de-DE')).toBe('DE');
    expect(regionOf('EU', 'fr')).toBe('FR');
    expect(regionOf('UK', 'en-US')).toBe('GB');
  });
});
