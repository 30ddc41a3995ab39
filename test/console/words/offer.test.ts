/** Offers in words. */
import { describe, expect, it } from 'vitest';
import { money, offerHeadline, offerTerms } from '../../../src/console/words/offer.ts';

describe('an offer in words', () => {
  it('says up to where the figure is the highest of several', () => {
    const offer = { type: 'percent-off', on: 'selected coats', percent: '40' } as const;
    expect(offerHeadline({ ...offer, percentIsMax: true })).toBe('Up to 40% off selected coats');
    expect(offerHeadline({ ...offer, percentIsMax: false })).toBe('40% off selected coats');
  });

  it('writes money as it is read', () => {
    expect(money({ minor: 1500, currency: 'USD' })).toBe('$15');
    expect(money({ minor: 1250, currency: 'USD' })).toBe('$12.50');
    expect(money({ minor: 1500, currency: 'JPY' })).toBe('¥1,500');
  });

  it('puts the threshold, the code and the conditions below it', () => {
    const offer = { type: 'free-shipping', threshold: { minor: 5000, currency: 'USD' }, code: 'SOCKS' } as const;
    expect(offerTerms({ ...offer, membersOnly: true, conditions: ['Lower 48 states'] })).toEqual([
      'From $50 spent',
      'Code SOCKS',
      'Members only',
      'Lower 48 states',
    ]);
  });
});
