import { describe, expect, it } from 'vitest';
import { Brief } from '../../src/domain/brief.ts';
import { factsFor, factsHash, validUntil } from '../../src/domain/facts.ts';

const brief = Brief.parse({
  brand: 'demo',
  campaign: { externalId: 'coats', name: 'Coats' },
  messageType: 'promotional',
  goal: 'Sell coats.',
  market: 'US',
  locale: 'en-US',
  timeZone: 'America/New_York',
  send: { kind: 'at', at: '2027-01-08T08:00:00-05:00' },
  offer: { type: 'percent-off', percent: '40', percentIsMax: true, endsAt: '2027-01-10T23:59:00-05:00' },
  cohorts: [
    { externalId: 'all', name: 'All', who: 'Everyone' },
    { externalId: 'vip', name: 'VIP', who: 'The best', offer: { type: 'percent-off', percent: '50' } },
    { externalId: 'none', name: 'None', who: 'Others', offer: null, send: { kind: 'triggered', trigger: 'cart' } },
  ],
});
const [all, vip, none] = brief.cohorts;

describe('factsFor', () => {
  it("takes the brief's offer where a cohort has none of its own", () => {
    expect(factsFor(brief, all).offer?.percent).toBe('40');
    expect(factsFor(brief, vip).offer?.percent).toBe('50');
  });

  it('tells a cohort without an offer from one that nothing is known of', () => {
    expect(factsFor(brief, none).offer).toBeNull();
    expect(factsFor({ ...brief, offer: undefined }, all).offer).toBeUndefined();
  });
});

describe('factsHash', () => {
  it('changes with a fact and not with the number of lines needed', () => {
    const hash = factsHash(factsFor(brief, all));
    expect(factsHash(factsFor({ ...brief, needed: 9 }, all))).toBe(hash);
    expect(factsHash(factsFor({ ...brief, timeZone: 'America/Chicago' }, all))).not.toBe(hash);
  });
});

describe('validUntil', () => {
  const approvedAt = '2027-01-01T00:00:00.000Z';

  it("ends a day after a fixed send where that is before the offer's end", () => {
    expect(validUntil(factsFor(brief, all), approvedAt)).toBe('2027-01-09T13:00:00.000Z');
  });

  it('ends with the offer where that comes first', () => {
    const early = {
      ...brief,
      offer: { type: 'percent-off' as const, percent: '40', endsAt: '2027-01-08T20:00:00.000Z' },
    };
    expect(validUntil(factsFor(early, all), approvedAt)).toBe('2027-01-08T20:00:00.000Z');
  });

  it('ends after ninety days in a triggered flow without an offer', () => {
    expect(validUntil(factsFor(brief, none), approvedAt)).toBe('2027-04-01T00:00:00.000Z');
  });
});
