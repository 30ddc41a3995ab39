/** What urgency-needs-dates says of a line, and what it puts in the place of what is wrong. */
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/domain/facts.ts';
import type { Offer } from '../../../src/domain/offer.ts';
import { urgencyNeedsDates } from '../../../src/guardrails/rules/urgency-needs-dates.ts';
import { findingsIn } from '../../support/rule-example.ts';

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
const sentAt = (at: string, facts: Partial<Facts>): Partial<Facts> => ({ ...facts, send: { kind: 'at', at } });

describe('a finding of urgency-needs-dates', () => {
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
