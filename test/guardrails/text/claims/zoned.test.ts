import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dateOf,
  dayOf,
  isDate,
  quotedInstant,
  spokenInstant,
  weekdayOf,
  zonedAt,
} from '../../../../src/guardrails/text/claims/zoned.ts';

describe('an instant in a zone', () => {
  it.each([
    ['2026-11-30T04:59:00.000Z', 'America/New_York', '2026-11-29T23:59'],
    ['2026-11-30T05:00:00.000Z', 'America/New_York', '2026-11-30T00:00'],
    ['2026-11-29T23:59:00.000Z', 'Europe/London', '2026-11-29T23:59'],
    ['2026-11-29T13:30:00.000Z', 'Asia/Kolkata', '2026-11-29T19:00'],
    ['2026-11-29T10:00:00.000Z', 'Pacific/Kiritimati', '2026-11-30T00:00'],
    ['2026-03-08T06:59:00.000Z', 'America/New_York', '2026-03-08T01:59'],
    ['2026-03-08T07:00:00.000Z', 'America/New_York', '2026-03-08T03:00'],
    ['2026-11-01T05:30:00.000Z', 'America/New_York', '2026-11-01T01:30'],
    ['2026-11-01T06:30:00.000Z', 'America/New_York', '2026-11-01T01:30'],
    ['2028-02-29T12:00:00.000Z', 'UTC', '2028-02-29T12:00'],
  ])('%s in %s is %s', (instant, zone, local) => {
    expect(quotedInstant(instant, zone)).toBe(`${local} ${zone}`);
  });

  it('is said the way people say it', () => {
    expect(spokenInstant('2026-11-30T04:59:00.000Z', 'America/New_York')).toBe('Sunday, November 29, 2026 at 11:59 PM');
    expect(spokenInstant('2026-11-30T05:00:00.000Z', 'America/New_York')).toBe('Monday, November 30, 2026 at 12:00 AM');
    expect(spokenInstant('2026-11-29T12:05:00.000Z', 'UTC')).toBe('Sunday, November 29, 2026 at 12:05 PM');
  });

  it('counts local days apart by the calendar, not by hours, where clocks change', () => {
    const before = zonedAt('2026-03-08T04:30:00.000Z', 'America/New_York');
    const after = zonedAt('2026-03-09T03:30:00.000Z', 'America/New_York');
    expect(after.day - before.day).toBe(1);
  });
});

describe('a day', () => {
  it('has the weekday that calendars print', () => {
    expect(weekdayOf(dayOf(2026, 11, 29))).toBe(0);
    expect(weekdayOf(dayOf(1970, 1, 1))).toBe(4);
    expect(weekdayOf(dayOf(1969, 12, 28))).toBe(0);
  });

  it('and its date are one and the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
        const { year, month, dayOfMonth } = dateOf(day);
        expect(dayOf(year, month, dayOfMonth)).toBe(day);
        expect(isDate(year, month, dayOfMonth)).toBe(true);
      }),
    );
  });

  it('that no calendar has is told', () => {
    expect([isDate(2027, 2, 29), isDate(2026, 11, 31), isDate(2026, 13, 1)]).toEqual([false, false, false]);
  });
});
