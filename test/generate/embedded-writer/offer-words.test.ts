import { describe, expect, it } from 'vitest';
import { Offer } from '../../../src/domain/offer.ts';
import { offerWords } from '../../../src/generate/embedded-writer/offer-words.ts';
import { exampleCohorts } from './examples.ts';

const [example] = exampleCohorts;
const wordsOf = (offer: object, more: object = {}) => {
  if (!example) throw new Error('no example');
  const send = { kind: 'at' as const, at: '2027-01-27T13:00:00.000Z' };
  return offerWords({ ...example.facts, send, offer: Offer.parse(offer), ...more });
};
const usd = (minor: number) => ({ minor, currency: 'USD' });

describe('the words of an offer', () => {
  it.each([
    [{ type: 'percent-off', percent: '40', percentIsMax: true, on: 'selected coats' }, 'up to 40% off selected coats'],
    [{ type: 'percent-off', percent: '12.5', percentIsMax: false }, '12.5% off'],
    [
      { type: 'amount-off', amount: usd(2000), on: 'boots', threshold: usd(10_050) },
      '$20 off boots when you spend $100.50',
    ],
    [{ type: 'free-shipping', threshold: usd(5000) }, 'free shipping over $50'],
    [{ type: 'early-access', on: 'the coat sale' }, 'early access to the coat sale'],
  ])('%j is put as %j', (offer, deal) => {
    expect(wordsOf(offer)?.deal).toBe(deal);
  });

  it.each([
    ['nobody said whether the percentage is the highest', { type: 'percent-off', percent: '40', on: 'coats' }],
    ['what it gives stands in its conditions', { type: 'buy-one-get-one', on: 'socks' }],
    ['a gift hangs on terms', { type: 'free-gift', on: 'orders', conditions: ['with two full-size items'] }],
  ])('are none where %s', (_, offer) => {
    expect(wordsOf(offer)?.deal).toBeNull();
  });

  const sale = { type: 'percent-off', percent: '20', percentIsMax: false };

  it.each([
    ['2027-01-31T23:59:00-05:00', 'Sunday'],
    ['2027-02-01T00:00:00-05:00', 'Sunday'],
    ['2027-02-14T23:59:00-05:00', 'February 14'],
    ['2027-01-31T15:00:00-05:00', null],
    ['2027-01-27T23:59:00-05:00', null],
  ])('with an end at %s name %s as the last day', (endsAt, day) => {
    expect(wordsOf({ ...sale, endsAt })?.lastDay).toBe(day);
  });

  it('name no weekday where the mail may arrive on any day', () => {
    const send = { kind: 'triggered', trigger: 'a visit' };
    expect(wordsOf({ ...sale, endsAt: '2027-01-31T23:59:00-05:00' }, { send })?.lastDay).toBe('January 31');
  });

  it('are none once the offer is over when the mail goes out', () => {
    expect(wordsOf({ ...sale, endsAt: '2027-01-26T23:59:00-05:00' })).toBeNull();
  });

  it('say of one that has not begun when it begins', () => {
    const coming = wordsOf({ ...sale, startsAt: '2027-01-29T00:00:00-05:00' });
    expect([coming?.hasBegun, coming?.startDay]).toEqual([false, 'Friday']);
  });
});
