import { describe, expect, it } from 'vitest';
import { durationsIn } from '../../../../src/guardrails/text/claims/durations.ts';
import { type DateOrder, dateOrderOf, momentsIn, type When } from '../../../../src/guardrails/text/claims/moments.ts';
import { statedTimesIn } from '../../../../src/guardrails/text/claims/stated-times.ts';
import { foldText } from '../../../../src/guardrails/text/fold.ts';

function written(literal: string) {
  const folded = foldText(literal);
  return { literal, folded: () => folded };
}

function whensIn(line: string, order: DateOrder = 'month-first'): readonly When[] {
  return momentsIn(written(line), order).map(({ when }) => when);
}

const november29 = { kind: 'date', year: null, readings: [{ month: 11, dayOfMonth: 29 }] };

describe('the moments of a line', () => {
  it.each([
    'Nov 29',
    'Nov. 29th',
    'November 29',
    '29 November',
    '29th of November',
    '29. November',
    '29 de noviembre',
    'le 29 novembre',
    '11/29',
    '29/11',
    '29.11.',
  ])('have November 29 in %j', (line) => {
    expect(whensIn(line)).toEqual([expect.objectContaining(november29)]);
  });

  it.each([
    ['2026-11-29', 2026],
    ['Nov 29, 2026', 2026],
    ['11/29/26', 2026],
    ['29 November 2027', 2027],
  ])('have the year of %j', (line, year) => {
    expect(whensIn(line)).toEqual([expect.objectContaining({ ...november29, year })]);
  });

  it('read 3/4 the way readers of the place do', () => {
    const readings = (order: DateOrder) =>
      whensIn('3/4', order).flatMap((when) => ('readings' in when ? when.readings : []));
    expect(readings('month-first')).toEqual([{ month: 3, dayOfMonth: 4 }]);
    expect(readings('day-first')).toEqual([{ month: 4, dayOfMonth: 3 }]);
    expect(readings('either')).toHaveLength(2);
    expect([dateOrderOf('US', 'en-US'), dateOrderOf('UK', 'en-GB'), dateOrderOf('CA', 'fr-CA')]).toEqual([
      'month-first',
      'day-first',
      'either',
    ]);
  });

  it.each([
    ['midnight', 0, null],
    ['noon', 720, null],
    ['5pm', 1020, null],
    ['5 p.m.', 1020, null],
    ['12:30 AM', 30, null],
    ['11:59 PM ET', 1439, 'America/New_York'],
    ['8:59pm (PT)', 1259, 'America/Los_Angeles'],
    ['23:59 Uhr', 1439, null],
  ])('have the clock time of %j', (line, minute, zone) => {
    expect(whensIn(line)).toEqual([{ kind: 'time', minute, zone, isEitherHalf: false }]);
  });

  it('know days by their names, and a day that is part of another name from one that is not', () => {
    expect(whensIn('next Sunday')).toEqual([
      { kind: 'weekday', weekday: 0, which: 'next', isNight: false, isShort: false },
    ]);
    expect(whensIn('bis Sonntag')).toEqual([expect.objectContaining({ weekday: 0 })]);
    expect(whensIn('Cyber Monday')).toEqual([{ kind: 'holiday', id: 'cyber-monday' }]);
    expect(whensIn('Manic Monday, Casual Friday')).toEqual([]);
  });

  it.each([
    '24/7 leggings',
    '50/50',
    '-20° tested',
    'Under $11.29',
    'These 5 may sell out',
    'May 50% of it be yours',
    'February 30',
    'Sundays in linen',
    "Today's picks",
    '501s and 3.5 inches of heel',
    'Mars red',
    'Top 10 picks for June',
  ])('are none in %j', (line) => {
    expect(whensIn(line)).toEqual([]);
  });

  it('stand where the text as written has them', () => {
    const line = 'Ends S\u00adunday, Nov\u00a029';
    const [stated] = statedTimesIn(written(line), 'month-first');
    expect(stated && line.slice(stated.span.start, stated.span.end)).toBe(line);
  });
});

describe('what a line states of its moments', () => {
  it.each([
    ['20% off, Friday to Sunday', 'end', 'Sunday'],
    ['Free shipping through Dec 5', 'end', 'through Dec 5'],
    ['Sunday is the last day', 'end', 'Sunday is the last day'],
    ['Today only: coats', 'only', 'Today only'],
    ['Early access starts Friday at 9am', 'start', 'starts Friday at 9am'],
    ['The sale is live now', 'start', 'is live now'],
  ])('in %j is an end, a start or a day alone', (line, relation, said) => {
    const stated = statedTimesIn(written(line), 'month-first');
    expect(stated.map(({ relation, span }) => [relation, line.slice(span.start, span.end)])).toEqual([
      [relation, said],
    ]);
  });

  it.each([
    'Open until 9pm, gifts inside',
    'Free returns until January 31',
    'Your points expire Sunday',
    'Can’t wait until Friday: 20% off',
    'Summer ends Sunday',
    'Dance until midnight',
    'School starts Monday',
    'Order by Friday',
  ])('in %j is nothing of an offer', (line) => {
    expect(statedTimesIn(written(line), 'month-first')).toEqual([]);
  });
});

describe('the lengths of time in a line', () => {
  it.each([
    ['3 days left', 'left', 3, 'day', '3 days left'],
    ['Only two hours to go!', 'left', 2, 'hour', 'Only two hours to go'],
    ['Sale ends in just 3 hours', 'left', 3, 'hour', 'ends in just 3 hours'],
    ['Final 24 hours', 'last', 24, 'hour', 'Final 24 hours'],
    ['48 hours only', 'whole', 48, 'hour', '48 hours only'],
    ['48 hours: 20% off', 'whole', 48, 'hour', '48 hours'],
    ['A 3-day sale on coats', 'whole', 3, 'day', '3-day sale'],
    ['Nur noch 2 Tage', 'left', 2, 'day', 'Nur noch 2 Tage'],
    ['Plus que 2 jours pour en profiter', 'left', 2, 'day', 'Plus que 2 jours'],
  ])('have that of %j', (line, relation, count, unit, said) => {
    const [found, ...more] = durationsIn(written(line));
    expect(more).toEqual([]);
    expect(found).toMatchObject({ relation, count, unit });
    expect(found && line.slice(found.span.start, found.span.end)).toBe(said);
  });

  it.each([
    '24-hour moisturizer',
    '5 days to Christmas',
    '30-day returns',
    '7-day wear',
    '12 days of cozy',
    '24 hours: one dress',
  ])('are none of an offer in %j', (line) => {
    expect(durationsIn(written(line))).toEqual([]);
  });
});
