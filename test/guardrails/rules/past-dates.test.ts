import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/domain/facts.ts';
import { pastDates } from '../../../src/guardrails/rules/past-dates.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

const on = (date: string, more: Partial<Facts> = {}): Partial<Facts> => ({
  send: { kind: 'at', at: `${date}T15:00:00.000Z` },
  ...more,
});
const offer = (endsAt: string): Partial<Facts> => ({ offer: { type: 'percent-off', percent: '20', endsAt } });
const australia = { locale: 'en-AU', timeZone: 'Australia/Sydney' } as const;
const britain = { locale: 'en-GB', market: 'UK', timeZone: 'Europe/London' } as const;

describeLists(pastDates, {
  good: [
    { line: "Dress like it's Monday", facts: on('2026-11-24') },
    // The mail goes out on Tuesday, November 24, 2026.
    ...[
      'Black Friday starts Friday',
      'Happy Thanksgiving',
      'Christmas gifts under $50',
      'Get it by Christmas Eve',
      'Ends Nov 29',
      'Ends Nov 24 at midnight',
      '20% off, Nov 20-29',
      'From Nov 20 to Dec 1: 20% off',
      'January 5 is closer than you think',
      'Valentine’s, but early',
      'Happy Tuesday',
      'Happy Friday, when it comes',
      'Christmas in July? We kept the tree up',
      'Throwback: 1999 denim',
      'The 2025 collection, restocked',
      'Est. October 3, 1911',
      'Born on July 9, 1976: our first boot',
      'Since Nov 20, slightly warmer',
      'After Halloween: candy-colored knits',
      'Halloween leftovers: all the orange',
      'Best of 2025',
      '24/7 leggings',
      '9/10 of you kept it',
      'Half price, 1/2 the fuss',
      'Fall, sorted',
      'The summer dress you wear in November',
      'Spring preview: linen',
      'Sundays are for socks',
      'May we suggest a coat',
      'March into wool',
      'Hello, winter',
      'Kwanzaa candles are in',
    ].map((line) => ({ line, facts: on('2026-11-24') })),
    { line: 'Black Friday: 20% off', facts: on('2026-11-30'), because: 'Its sales run to Cyber Monday.' },
    { line: 'Cyber Monday deals are still on', facts: on('2026-12-03', offer('2026-12-05T04:59:00.000Z')) },
    { line: 'Happy New Year from all of us', facts: on('2027-01-12') },
    { line: 'Happy Hanukkah', facts: on('2026-12-11') },
    { line: 'Merry Christmas', facts: on('2026-12-26'), because: 'It has a second day in most places.' },
    { line: 'Happy Easter', facts: on('2026-04-06') },
    { line: 'Mother’s Day gifts', facts: on('2026-03-20') },
    { line: 'Hello, summer', facts: on('2026-12-05', australia), because: 'It begins in December there.' },
    { line: 'Labour Day? Not here', facts: on('2026-04-20', { ...britain }) },
    { line: 'Hope you had a happy Thanksgiving', facts: on('2026-11-29') },
    { line: 'Your receipt of Nov 20', facts: on('2026-11-24', { messageType: 'transactional' }) },
    {
      line: 'Ends Nov 24',
      facts: { send: { kind: 'at', at: '2026-11-25T04:30:00.000Z' } },
      because: 'It is 11:30 PM.',
    },
    { line: 'Sale until 3/12', facts: on('2026-11-24', britain), because: 'It is the third of December there.' },
    { line: 'The Halloween House candle', facts: on('2026-11-24'), options: { exceptions: ['Halloween House'] } },
  ],
  bad: [
    { line: '[|Black Friday|] starts now: 20% off', facts: on('2026-11-30', offer('2026-12-01T04:59:00.000Z')) },
    ...[
      '[|Happy Halloween|]',
      'The [|Halloween|] edit is here',
      'Ends [|Nov 20|]',
      'Sale ends [|11/20|]',
      'Ends [|November 20, 2026|]',
      'Doors open [|Nov. 3rd|]',
      '20% off, [|Nov 18-20|]',
      '[|Happy Diwali|]',
      '[|Labor Day|] looks',
      '[|Singles’ Day|] treats',
      '[|Summer is here|]',
      '[|Happy Monday|], friends',
      '[|It’s Sunday|]. Stay in.',
      'Gifts for [|Christmas|] 2025',
      '[|H4lloween|] costumes',
      '[|Veterans Day|]: 20% off',
    ].map((line) => ({ line, facts: on('2026-11-24') })),
    { line: '[|Black Friday|]: 20% off', facts: on('2026-12-02') },
    { line: '[|Happy Thanksgiving|]', facts: on('2026-11-24', { market: 'CA', locale: 'en-CA' }) },
    { line: '[|Happy Mother’s Day|]', facts: on('2026-03-20', britain) },
    { line: '[|Merry Christmas|]', facts: on('2026-12-28') },
    { line: '[|Happy Easter|]', facts: on('2026-04-08') },
    { line: '[|Eid Mubarak|]', facts: on('2026-04-10') },
    { line: '[|Lunar New Year|] red', facts: on('2026-03-20') },
    { line: '[|Hello, summer|]', facts: on('2026-04-20', australia) },
    { line: '[|Frohe Ostern|]', locale: 'de-DE', facts: on('2026-04-10', { locale: 'de-DE', market: 'EU' }) },
    { line: 'Sale until [|3/11|]', facts: on('2026-11-24', britain) },
    { line: 'Ends [|Nov 23|]', facts: { send: { kind: 'at', at: '2026-11-24T05:30:00.000Z' } } },
  ],
});

describe('past-dates', () => {
  const found = (line: string, facts?: Partial<Facts>) => findingsIn(pastDates, { line, ...(facts && { facts }) });

  it('says when it was, and when the mail goes out', () => {
    expect(found('Happy Halloween', on('2026-11-22'))[0]).toMatchObject({
      kind: 'violation',
      severity: 'block',
      message:
        '"Happy Halloween" is over when the mail goes out: it was on Saturday, October 31, 2026; speak of what is still to come.',
      fact: { path: 'send.at', value: '2026-11-22T10:00 America/New_York' },
    });
  });

  it('only warns of a season, of a weekday, and of a holiday that is a few days gone', () => {
    const weight = (line: string, date: string) => found(line, on(date))[0]?.severity;
    expect(weight('Summer is here', '2026-11-24')).toBe('warn');
    expect(weight('Happy Monday', '2026-11-24')).toBe('warn');
    expect(weight('Halloween socks', '2026-11-03')).toBe('warn');
    expect(weight('Happy Halloween', '2026-11-03')).toBe('block');
    expect(weight('Halloween socks', '2026-11-24')).toBe('block');
  });

  it('lets a running sale keep its name for as long as the options say', () => {
    const facts = on('2026-12-03', offer('2026-12-05T04:59:00.000Z'));
    const line = 'Cyber Monday sale, one more time';
    expect(found(line, facts)).toEqual([]);
    expect(findingsIn(pastDates, { line, facts, options: { graceDays: 1 } })).toHaveLength(1);
    expect(found(line, on('2026-12-03', offer('2026-12-01T04:59:00.000Z')))).toHaveLength(1);
  });

  it('cannot judge a named day where the mail goes out whenever its trigger fires', () => {
    const triggered = { send: { kind: 'triggered', trigger: 'a cart left behind' } } as const;
    for (const line of ['Happy Halloween', 'Christmas gifts', 'Ends Nov 29', 'Hello, summer'])
      expect(found(line, triggered).map(({ kind, fact }) => [kind, fact?.path])).toEqual([
        ['not-evaluable', 'send.at'],
      ]);
    expect(found('Your cart is lonely', triggered)).toEqual([]);
  });

  it('asks for the send without a brief only where the line gives a date', () => {
    expect(found('Ends Nov 29').map(({ kind, severity }) => [kind, severity])).toEqual([['not-evaluable', 'warn']]);
    expect(found('Happy New Year from us to you')).toEqual([]);
    expect(found('Black Friday is on')).toEqual([]);
  });
});
