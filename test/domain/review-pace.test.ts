import { describe, expect, it } from 'vitest';
import { addMs } from '../../src/domain/instant.ts';
import { capacityOf, decidedBy, lettingIn, paceOf } from '../../src/domain/review-pace.ts';

const start = '2026-11-23T09:00:00.000Z';
const minute = 60_000;
const every = (ms: number, count: number, from = start) =>
  Array.from({ length: count }, (_, index) => addMs(from, index * ms));
const horizon = { horizonDays: 2, hoursPerDay: 6 };

describe('paceOf', () => {
  it('guesses a line a minute until enough lines are decided', () => {
    expect(paceOf([])).toEqual({ linesPerHour: 60, isMeasured: false });
    expect(paceOf(every(10_000, 29))).toEqual({ linesPerHour: 60, isMeasured: false });
  });

  it('measures the time people spend and not the nights between', () => {
    const days = [...every(2 * minute, 20), ...every(2 * minute, 20, '2026-11-24T09:00:00.000Z')];
    expect(paceOf([...days].reverse())).toEqual({ linesPerHour: 30, isMeasured: true });
  });

  it('believes no pace at which nobody reads', () => {
    expect(paceOf(every(0, 40)).linesPerHour).toBe(600);
    expect(paceOf(every(14.9 * minute, 40)).linesPerHour).toBe(5);
  });
});

describe('lettingIn', () => {
  const heldBack = [8, 8, 8].map((expected, index) => ({ cohortId: `coh_${index}`, expected }));
  it.each([
    [0, 0, 24, 3],
    [8, 0, 24, 2],
    [4, 4, 23, 1],
    [24, 0, 24, 0],
    [0, 0, 1, 1],
    [1, 0, 1, 0],
  ])('with %i pending and %i expected under a capacity of %i lets %i in', (pending, expected, capacity, count) => {
    expect(lettingIn({ pending, expected, heldBack }, capacity)).toBe(count);
  });
});

it('says when lines are decided, in days of so many hours', () => {
  const pace = { linesPerHour: 60, isMeasured: false };
  expect(capacityOf(pace, horizon)).toBe(720);
  expect(decidedBy(start, 360, pace, horizon)).toBe('2026-11-24T09:00:00.000Z');
});
