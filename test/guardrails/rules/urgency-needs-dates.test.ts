import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/domain/facts.ts';
import type { Offer } from '../../../src/domain/offer.ts';
import { urgencyNeedsDates } from '../../../src/guardrails/rules/urgency-needs-dates.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

// The mail goes out on Tuesday, November 24, 2026 at ten in New York.
const offer: Offer = {
  type: 'percent-off',
  percent: '20',
  startsAt: '2026-11-23T05:00:00.000Z',
  endsAt: '2026-11-30T04:59:00.000Z',
};
const until = (endsAt: string, more: Partial<Offer> = {}): Partial<Facts> => ({ offer: { ...offer, endsAt, ...more } });
const week = { offer };
const today = until('2026-11-25T04:59:00.000Z', { startsAt: '2026-11-24T05:00:00.000Z' });
const tomorrow = until('2026-11-26T04:59:00.000Z');
const scarce = { offer: { ...offer, stockLimited: true } };
const sentAt = (at: string, facts: Partial<Facts>): Partial<Facts> => ({ ...facts, send: { kind: 'at', at } });

describeLists(urgencyNeedsDates, {
  good: [
    { line: 'Hurry up and rest: new bedding', facts: { offer: null } },
    { line: '20% off coats that arrive by Friday', facts: week },
    { line: 'Take 20% off coats by Sunday', facts: week },
    { line: '20% off, all the way to Sunday', facts: week },
    { line: '48 hours: 20% off', facts: until('2026-11-26T04:59:00.000Z', { startsAt: '2026-11-24T13:00:00.000Z' }) },
    { line: 'Cozy for the next 24 hours', facts: week },
    { line: 'One more week of wool', facts: week },
    { line: "Tonight's the end of the book", facts: week },
    { line: 'Six days of 20% off', facts: { offer: { ...offer, startsAt: '2026-11-24T05:00:00.000Z' } } },
    { line: '20% off from Friday', facts: { offer: { ...offer, startsAt: '2026-11-27T05:00:00.000Z' } } },
    ...['The last day in Rome', 'First snow, first boots', 'From Friday to Sunday in one bag', 'Two days of snow'].map(
      (line) => ({ line, facts: { offer: null } }),
    ),
    { line: 'Two more days: 20% off', facts: tomorrow },
    ...['The last day of the trek, in photos', 'The final day in the mill'].map((line) => ({
      line,
      facts: { offer: null },
    })),
    { line: 'A clock’s ticking softly in oak', facts: { offer: null } },
    { line: '20% off, until 11:59 tonight', facts: today },
    { line: '20% off, ends tonight at 9', facts: until('2026-11-25T02:00:00.000Z') },
    { line: '20% off, gone at midnight', facts: today },
    ...['20% off ends at 9', '20% off until 9 o’clock', '20% off ends at 9 ET', 'Gone at 9: 20% off'].map((line) => ({
      line,
      facts: until('2026-11-25T02:00:00.000Z'),
    })),
    ...['Dinner at 8, dressed by 7', '20% off, open at 8 on Main Street', '20% off before school starts Monday'].map(
      (line) => ({ line, facts: week }),
    ),
    { line: '20% off knits starts Friday', facts: { offer: { ...offer, startsAt: '2026-11-27T05:00:00.000Z' } } },
    { line: "Don't miss 20% off knits", facts: week },
    { line: "Don't miss our new coats", facts: { offer: { ...offer, endsAt: null } } },
    {
      line: 'Long weekend, last day: 20% off',
      facts: sentAt('2027-07-05T15:00:00.000Z', until('2027-07-06T03:59:00.000Z')),
      because: 'That Monday is a holiday.',
    },
    ...[
      '20% off coats ends Sunday',
      'Ends this Sunday: 20% off',
      'Ends Sun, Nov 29 at midnight',
      'Sale ends Sunday, Nov 29 at 11:59 PM ET',
      'Sale ends Sunday at 8:59 PM PT',
      'Ends 11/29: 20% off',
      '20% off until 2026-11-29',
      '20% off through Sunday',
      '20% off, now through the 29th',
      '20% off, Nov 23-29',
      'Friday to Sunday: 20% off',
      'The sale ends this weekend',
      '6 days left: 20% off',
      'Only five days left to save',
      'The final 6 days of 20% off',
      'For a limited time: 20% off coats',
      'Hurry, 20% off ends Sunday',
      "Don't miss out: 20% off",
      "Don't miss our new coats",
      'The sale starts now',
    ].map((line) => ({ line, facts: week })),
    ...[
      'Ends tonight: 20% off',
      'Today only: 20% off',
      'One day only: 20% off',
      'Ends at midnight',
      'Last chance for 20% off',
      'Last day: 20% off',
      'Final hours: 20% off',
      'Hurry: coats at 20% off',
      '14 hours left',
      'Last 24 hours of 20% off',
      '24-hour sale: coats',
      'Today is the last day of 20% off',
    ].map((line) => ({ line, facts: today })),
    ...[
      'Ends tomorrow',
      'Last chance: coats',
      'Ends tomorrow night',
      'Ends Wednesday',
      'Last day tomorrow: 20% off',
    ].map((line) => ({ line, facts: tomorrow })),
    { line: 'Ends tonight', facts: until('2026-11-25T07:59:00.000Z'), because: 'It is midnight in Los Angeles.' },
    { line: 'Ends tonight at midnight', facts: until('2026-11-25T05:00:00.000Z') },
    { line: 'Ends today at noon', facts: until('2026-11-24T17:00:00.000Z') },
    { line: 'Shop by 5pm for 20% off', facts: until('2026-11-24T22:00:00.000Z') },
    { line: 'Ends next Sunday', facts: until('2026-12-07T04:59:00.000Z') },
    { line: '20% off through Cyber Monday', facts: until('2026-12-01T04:59:00.000Z') },
    { line: 'Ends December 6', facts: until('2026-12-07T04:59:00.000Z') },
    { line: 'Ends 29/11', facts: { ...week, locale: 'en-GB', market: 'UK' } },
    { line: 'Soldes : jusqu’à demain !', locale: 'fr-FR', facts: { ...tomorrow, locale: 'fr-FR' } },
    { line: '20 % bis Sonntag, 23:59 Uhr', locale: 'de-DE', facts: { ...week, locale: 'de-DE' } },
    { line: 'Envíos gratis hasta el domingo', facts: week },
    ...['While supplies last', 'Almost gone: coats', 'Only 3 left', 'Hurry, they are going fast'].map((line) => ({
      line,
      facts: scarce,
    })),
    {
      line: 'Extended: 20% off through Sunday',
      facts: until('2026-11-30T04:59:00.000Z', { extendedFrom: '2026-11-28T04:59:00.000Z' }),
    },
    ...[
      "Last season's coats, back again",
      "Today's picks are in",
      'The weekend edit',
      'Timeless coats',
      'Midnight blue is the new black',
      'Final sale: no returns',
      'Hurry home, the soup is on',
      'From the ends of the roll',
      'New today: the coat',
      'The last word on wool',
      'Sunday roast, sorted',
      'That Friday feeling',
      'Limited edition prints',
      'Split ends, mended',
      'The cold end of the office',
      'Extended sizes are in',
      'No hurry. The coats can wait.',
      'Dinner in a hurry',
      'Order by Friday for Christmas',
      'Last chance for Christmas delivery',
      'Last day to order for Christmas',
      'Good things come to those who don’t wait',
      'Open until 9pm tonight',
      'Open only until midnight',
      'The cookies were gone by noon',
      'Dinner for 9 tonight?',
      'Join us tonight at 7',
      'Under 20 tonight: movie-night snacks',
      'Free returns until January 31',
      'Summer ends Sunday: jackets',
      'The last day of summer',
      '24-hour moisturizer, 7-day wear',
      '5 days until Thanksgiving',
      'Three days in linen',
      'Left, right and center',
      'Through thick and thin wool',
      'Day one to day ten: seven outfits',
      'A coat for the last of the cold',
      'Back in stock: the navy blazer',
    ].map((line) => ({ line, facts: { offer: null } })),
    { line: 'Your return window ends Sunday', facts: { messageType: 'transactional' } },
  ],
  bad: [
    ...['20 % auf Mäntel: [|nur noch 3 Std|].', '-20 % : [|ultimi 2 gg|]', '20% korting, [|nog 2 dgn|]'].map(
      (line) => ({
        line,
        facts: week,
      }),
    ),
    {
      line: '[|72 hours|]: 20% off',
      facts: until('2026-11-26T14:00:00.000Z', { startsAt: '2026-11-24T14:00:00.000Z' }),
    },
    { line: '20% off, [|this week only|]', facts: today },
    ...[
      '20% off [|for the next 24 hours|]',
      '[|Two more weeks|] of 20% off',
      'Take 20% off coats [|by Friday|]',
      '[|Use WARM20 by Friday|] for 20% off',
      '20% off, [|all the way to Monday|]',
      "[|Tonight's the end of 20%|] off",
    ].map((line) => ({ line, facts: week })),
    ...[
      '[|24 hours|] of 20% off',
      '20% off knits [|from Friday|]',
      '[|Back to full price tomorrow|]',
      '[|Last day|] in store: 20% off',
    ].map((line) => ({ line, facts: week })),
    { line: '20% off, [|first 100 orders only|]', facts: { offer: { ...offer, stockLimited: false } } },
    { line: '[|Two more days|]: 20% off', facts: week },
    { line: '[|Last day|] of the sale', facts: week },
    ...['20% off [|ends at 8|]', '[|Gone at 8|]: 20% off', '20% off [|ends today at 8|]'].map((line) => ({
      line,
      facts: until('2026-11-25T02:00:00.000Z'),
    })),
    ...[
      '20% off [|ends Sunday at 9|]',
      'Flash sale! [|Two hours|], 20% off',
      '[|T.o.d.a.y o.n.l.y|]: 20% off boots',
      '20% off knits [|starts Thursday|]',
    ].map((line) => ({ line, facts: week })),
    { line: "[|Don't miss 20%|] off knits", facts: { offer: { ...offer, endsAt: null } } },
    { line: 'The [|clock is ticking|] away on coats', facts: { offer: null } },
    { line: 'The [|clock’s ticking|]: quickly, the sale', facts: { offer: null } },
    { line: '20% off, [|until 11:59 tonight|]', facts: week },
    { line: '[|This long weekend only|]: 20% off', facts: week },
    ...[
      '20% off coats [|ends Monday|]',
      '[|Ends tonight|]: 20% off',
      '20% off coats [|ends tonight at 9|]',
      '20% off: [|ends at 9 tonight|]',
      '20% off, [|gone at midnight|]',
      'Only [|until midnight|]',
      '[|Ends Sunday at noon|]',
      '[|Ends Sunday, Nov 28|]',
      '[|Ends 11/28|]: 20% off',
      '20% off [|through Saturday|]',
      '20% off, [|Nov 23-28|]',
      '[|Today only|]: 20% off',
      '[|Just today|]: 20% off',
      '[|One day only|]: 20% off',
      '[|Sunday only|]: 20% off',
      '[|This weekend only|]: 20% off',
      '[|Last chance|] for 20% off',
      '[|Final hours|]: 20% off',
      '[|Only hours remain|]: 20% off',
      '[|Last day|]: 20% off',
      '[|L4st chance|] for 20% off',
      '[|Hurry|], 20% off coats',
      '[|2 days left|]: 20% off',
      '20% off [|ends in 3 hours|]',
      'The [|last 24 hours|] of 20% off',
      '[|48 hours only|]: 20% off',
      'The sale [|starts Friday|]',
      '[|Prices go up tomorrow|]',
      '[|Use code SAVE20 by midnight|]',
      '[|You have until Saturday|]',
      '[|Ends at midnight|]: 20% off',
    ].map((line) => ({ line, facts: week })),
    { line: '[|Ends Sunday|]', facts: until('2026-12-07T04:59:00.000Z'), because: 'It is the Sunday after next.' },
    { line: '[|Ends Monday|]', facts: until('2026-11-30T05:00:00.000Z'), because: 'At midnight, Sunday is over.' },
    { line: '[|Ends tonight|]', facts: until('2026-11-24T19:00:00.000Z'), because: 'It ends in the afternoon.' },
    { line: '[|Ends Sunday|]', facts: sentAt('2026-11-30T15:00:00.000Z', week), because: 'It is over.' },
    { line: '[|Limited time|]: 20% off', facts: { offer: { ...offer, endsAt: null } } },
    { line: '[|Almost gone|]: coats', facts: { offer: { ...offer, stockLimited: false } } },
    { line: '[|Only 3 left|]', facts: { offer: { ...offer, stockLimited: false } } },
    { line: '[|Last chance|]: coats', facts: { offer: null } },
    { line: 'Coats, [|while supplies last|]', facts: { offer: null } },
    { line: '[|Letzte Chance|]: 20 %', facts: { ...week, locale: 'de-DE' } },
    { line: '[|Solo hoy|]: 20 %', facts: { ...week, locale: 'es-ES' } },
    { line: '[|Don’t miss out|]: 20% off', facts: { offer: { ...offer, endsAt: null } } },
  ],
});

describe('urgency-needs-dates', () => {
  const pathsOf = (line: string, facts?: Partial<Facts>) =>
    findingsIn(urgencyNeedsDates, { line, ...(facts && { facts }) }).map(({ kind, fact }) => `${kind} ${fact?.path}`);

  it('names the end it compared with, in the zone of the campaign', () => {
    const [finding] = findingsIn(urgencyNeedsDates, { line: 'Ends Monday: 20% off', facts: week });
    expect(finding?.fact).toEqual({ path: 'offer.endsAt', value: '2026-11-29T23:59 America/New_York' });
    expect(finding?.message).toBe(
      '"Ends Monday" does not fit the end of the offer, Sunday, November 29, 2026 at 11:59 PM (America/New_York); state that end.',
    );
  });

  it('puts the right weekday in the place of a wrong one, in its case, where nothing else is said', () => {
    const suggested = ['Ends Monday', 'ENDS MONDAY', 'Ends Monday, Nov 30', 'Ends Mon', 'Ends tonight'].map((line) => {
      const { suggestion } = findingsIn(urgencyNeedsDates, { line, facts: week })[0] ?? {};
      return suggestion && line.slice(0, suggestion.start) + suggestion.text + line.slice(suggestion.end);
    });
    expect(suggested).toEqual(['Ends Sunday', 'ENDS SUNDAY', undefined, undefined, undefined]);
    expect(pathsOf('Ends Sunday', week)).toEqual([]);
  });

  it('suggests no weekday for an end that is more than six days away', () => {
    const [finding] = findingsIn(urgencyNeedsDates, { line: 'Ends Monday', facts: until('2026-12-07T04:59:00.000Z') });
    expect(finding?.suggestion).toBeUndefined();
  });

  it.each([
    ['Last chance: 20% off', { offer: { ...offer, endsAt: undefined } }, 'offer.endsAt'],
    ['Last chance: 20% off', { offer: undefined }, 'offer.endsAt'],
    [
      'Today only: 20% off',
      { ...today, offer: { ...today.offer, ...offer, endsAt: '2026-11-25T04:59:00.000Z', startsAt: undefined } },
      'offer.startsAt',
    ],
    ['Almost gone: 20% off', week, 'offer.stockLimited'],
    ['20% off, extended', week, 'offer.extendedFrom'],
    ['Ends tonight', { ...week, send: { kind: 'triggered', trigger: 'a cart left behind' } }, 'send.at'],
    ['Ends Sunday', { ...week, send: { kind: 'triggered', trigger: 'a cart left behind' } }, 'send.at'],
    ['Last chance', { ...week, send: { kind: 'triggered', trigger: 'a cart left behind' } }, 'send.at'],
    ['3 hours left', { ...week, send: { kind: 'triggered', trigger: 'a cart left behind' } }, 'send.at'],
  ] satisfies [string, Partial<Facts>, string][])('cannot judge %j without its fact', (line, facts, path) => {
    expect(pathsOf(line, facts)).toEqual([`not-evaluable ${path}`]);
  });

  it('compares a full date with the end even where nobody knows when the mail goes out', () => {
    const triggered = { ...week, send: { kind: 'triggered', trigger: 'a cart left behind' } } as const;
    expect(pathsOf('Ends November 29', triggered)).toEqual([]);
    expect(pathsOf('Ends November 28', triggered)).toEqual(['violation offer.endsAt']);
  });

  it('says without a brief once what it would need, for the claim that needs most, and holds nothing back', () => {
    const findings = findingsIn(urgencyNeedsDates, { line: 'Almost gone! Last chance, ends tonight' });
    expect(findings.map(({ kind, severity, fact }) => [kind, severity, fact?.path])).toEqual([
      ['not-evaluable', 'warn', 'offer.endsAt'],
    ]);
    expect(pathsOf('Almost gone: coats')).toEqual(['not-evaluable offer.stockLimited']);
    expect(pathsOf("Don't miss out")).toEqual([]);
    expect(pathsOf('The sale starts Friday')).toEqual([]);
  });

  it('weighs a mere turn of speech less than a claim', () => {
    const weights = ["Don't miss out: 20% off", 'Limited time: 20% off'].map(
      (line) => findingsIn(urgencyNeedsDates, { line, facts: { offer: { ...offer, endsAt: null } } })[0]?.severity,
    );
    expect(weights).toEqual(['warn', 'block']);
  });

  it('takes the window of a last chance from its options', () => {
    const line = 'Last chance: 20% off';
    expect(findingsIn(urgencyNeedsDates, { line, facts: week, options: { lastChanceWindowHours: 144 } })).toEqual([]);
    expect(
      findingsIn(urgencyNeedsDates, { line, facts: tomorrow, options: { lastChanceWindowHours: 24 } }),
    ).toHaveLength(1);
  });

  it('counts by the local calendar where clocks change', () => {
    const night = sentAt('2026-03-07T15:00:00.000Z', until('2026-03-09T03:59:00.000Z', { startsAt: undefined }));
    expect(pathsOf('Ends Sunday', night)).toEqual([]);
    expect(pathsOf('Ends tomorrow', night)).toEqual([]);
    expect(pathsOf('Ends tonight', night)).toEqual(['violation offer.endsAt']);
  });

  it('means the weekend of the campaign’s zone', () => {
    const facts = sentAt('2026-11-28T02:00:00.000Z', { ...week, timeZone: 'Asia/Tokyo' });
    expect(pathsOf('Ends Monday', facts)).toEqual([]);
    expect(pathsOf('Ends Sunday', facts)).toEqual(['violation offer.endsAt']);
  });

  it('looks at the preheader as well', () => {
    const findings = findingsIn(urgencyNeedsDates, { line: 'Coats', preheader: 'Ends Monday', facts: week });
    expect(findings.map(({ field }) => field)).toEqual(['preheader']);
  });
});
