import { describe, expect, it } from 'vitest';
import { everyDay, minutesPerApproved, periodStart } from '../../src/domain/figures.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 8, minute)).toISOString();
const decisions = (...all: [string, number, boolean][]) =>
  all.map(([decidedBy, minute, isApproval]) => ({ decidedBy, decidedAt: at(minute), isApproval }));

describe('a period', () => {
  it('ends with the day of now, in UTC', () => {
    expect(periodStart('2026-11-23T23:59:00.000Z', 1)).toBe('2026-11-23T00:00:00.000Z');
    expect(periodStart('2026-11-23T00:00:00.000Z', 7)).toBe('2026-11-17T00:00:00.000Z');
  });

  it('has every day, those without a decision too', () => {
    const known = { day: '2026-11-22', approved: 3, approvedEdited: 0, rejected: 1, notNeeded: 0 };
    const days = everyDay('2026-11-21T00:00:00.000Z', '2026-11-23T10:00:00.000Z', [known]);
    expect(days.map(({ day, approved }) => [day, approved])).toEqual([
      ['2026-11-21', 0],
      ['2026-11-22', 3],
      ['2026-11-23', 0],
    ]);
  });
});

describe('the minutes of an approved line', () => {
  it('are those between decisions of one person, pauses left out, for each line approved', () => {
    const ada = decisions(['a', 0, true], ['a', 1, true], ['a', 3, false], ['a', 40, true], ['a', 42, true]);
    const ben = decisions(['b', 0, true], ['b', 5, true]);
    // Ada: 1 + 2 + 2, Ben: 5; six approved.
    expect(minutesPerApproved([...ada, ...ben])).toBe(1.67);
  });

  it('are not told of a handful of lines', () => {
    expect(minutesPerApproved(decisions(['a', 0, true], ['a', 1, true]))).toBeNull();
  });
});
