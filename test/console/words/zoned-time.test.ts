import { describe, expect, it } from 'vitest';
import { instantAt, wallTime } from '../../../src/console/words/zoned-time.ts';

const newYork = 'America/New_York';

describe('times of a zone', () => {
  it.each([
    ['2027-01-31T23:59', newYork, '2027-01-31T23:59:00-05:00'],
    ['2027-07-04T08:00', newYork, '2027-07-04T08:00:00-04:00'],
    ['2027-07-04T08:00:30', 'Asia/Kolkata', '2027-07-04T08:00:30+05:30'],
    ['2027-07-04T08:00', 'UTC', '2027-07-04T08:00:00+00:00'],
    ['2027-07-04T08:00', 'Nowhere/Land', '2027-07-04T08:00:00+00:00'],
    // Shown twice: the first of the two.
    ['2027-11-07T01:30', newYork, '2027-11-07T01:30:00-04:00'],
    // Skipped: an hour later.
    ['2027-03-14T02:30', newYork, '2027-03-14T07:30:00.000Z'],
  ])('take %s in %s for %s', (wall, zone, instant) => {
    expect(instantAt(wall, zone)).toBe(instant);
  });

  it.each(['2027-01-31T23:59', '2027-03-14T01:59', '2027-03-14T03:00', '2027-11-07T00:59', '2027-11-07T02:00'])(
    'show %s again as it was given',
    (wall) => {
      for (const zone of [newYork, 'Europe/Berlin', 'Australia/Lord_Howe', 'Pacific/Apia'])
        expect(wallTime(instantAt(wall, zone) ?? '', zone)).toBe(wall);
    },
  );

  it('keep seconds, and show nothing for what is no instant', () => {
    expect(wallTime('2027-02-01T04:59:59.000Z', newYork)).toBe('2027-01-31T23:59:59');
    expect(wallTime('tomorrow', newYork)).toBe('');
    expect(instantAt('tomorrow', newYork)).toBeNull();
  });
});
