/** What discount-matches-brief says of a line, and what it puts in the place of what is wrong. */
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/domain/facts.ts';
import type { Offer } from '../../../src/domain/offer.ts';
import { discountMatchesBrief } from '../../../src/guardrails/rules/discount-matches-brief.ts';
import { findingsIn } from '../../support/rule-example.ts';

const usd = (minor: number) => ({ minor, currency: 'USD' });
const given = (offer: Offer, more: Partial<Facts> = {}) => ({ facts: { offer, ...more } });
const off = (percent: string, more: Partial<Offer> = {}) => given({ type: 'percent-off', percent, ...more });
const flat = off('20', { on: 'coats', percentIsMax: false });
const upTo = off('60', { on: 'selected styles', percentIsMax: true });
const shipping = given({ type: 'free-shipping', threshold: usd(5000) });

const found = (line: string, facts?: Partial<Facts>, options = {}) =>
  findingsIn(discountMatchesBrief, { line, ...(facts && { facts }), options });

describe('a finding of discount-matches-brief', () => {
  it('says what the brief says', () => {
    expect(found('30% off coats', flat.facts)).toMatchObject([
      {
        severity: 'block',
        fact: { path: 'offer.percent', value: '20%' },
        message: expect.stringContaining('"30% off"'),
      },
    ]);
    expect(found('Free shipping over $75', shipping.facts)).toMatchObject([
      { fact: { path: 'offer.threshold', value: '$50' } },
    ]);
  });

  it('asks for the offer once where there is no brief', () => {
    expect(found('20% off coats, $10 off boots')).toMatchObject([
      { kind: 'not-evaluable', severity: 'warn', fact: { path: 'offer.percent' }, spans: [{ start: 0, end: 7 }] },
    ]);
  });

  it.each([
    ['20% off coats', { offer: undefined }, 'offer.percent'],
    ['Free shipping over $50', { offer: { type: 'free-shipping' as const } }, 'offer.threshold'],
    ['Up to 20% off', { offer: { type: 'percent-off' as const, percent: '20' } }, 'offer.percentIsMax'],
    ['Extra 20% off', { offer: { type: 'percent-off' as const, percent: '20' } }, 'offer.percentIsExtra'],
    ['20% off everything', { offer: { type: 'percent-off' as const, percent: '20' } }, 'offer.on'],
    ['Was $79', { offer: { type: 'price' as const, amount: usd(4900) } }, 'offer.referencePrice'],
    [
      '20% off',
      { market: 'EU' as const, offer: { type: 'percent-off' as const, percent: '20' } },
      'offer.referencePriceBasis',
    ],
    [
      'Up to 60% off',
      { market: 'UK' as const, offer: { type: 'percent-off' as const, percent: '60', percentIsMax: true } },
      'offer.percentMaxShare',
    ],
  ])('names the fact that %s lacks', (line, facts, path) => {
    expect(found(line, facts)).toMatchObject([{ kind: 'not-evaluable', severity: 'block', fact: { path } }]);
  });

  it('wants a tenth of the range behind "up to" in the United Kingdom alone', () => {
    const offer: Offer = { type: 'percent-off', percent: '60', percentIsMax: true, percentMaxShare: '5' };
    expect(found('Up to 60% off', { offer, market: 'UK' })).toMatchObject([{ fact: { value: '5%' } }]);
    expect(found('Up to 60% off', { offer, market: 'UK' }, { minMaxShare: 5 })).toEqual([]);
    expect(found('Up to 60% off', { offer })).toEqual([]);
  });

  it('works a percentage out from the prices and lets nobody round up', () => {
    const offer: Offer = { type: 'price', amount: usd(4900), referencePrice: usd(7900) };
    expect(found('37% off', { offer })).toEqual([]);
    expect(found('Save $10', { offer: { ...offer, amount: usd(6899) } })).toEqual([]);
    expect(found('Save $11', { offer: { ...offer, amount: usd(6899) } })).toHaveLength(1);
    expect(found('38% off', { offer })).toMatchObject([{ fact: { path: 'offer.referencePrice', value: '37%' } }]);
    const both: Offer = { ...offer, percent: '40' };
    expect(found('40% off', { offer: both })).toMatchObject([{ fact: { value: '37%' } }]);
  });

  it.each([
    ['60% off coats', 'Up to 60% off coats'],
    ['Coats at 60% off', 'Coats at up to 60% off'],
    ['60% OFF COATS', 'UP TO 60% OFF COATS'],
    ['Save 60%', 'Save up to 60%'],
  ])('puts "up to" into %s', (line, mended) => {
    const [finding] = found(line, upTo.facts);
    const { start, end, text } = finding?.suggestion ?? { start: 0, end: 0, text: '?' };
    expect(line.slice(0, start) + text + line.slice(end)).toBe(mended);
    expect(found(mended, upTo.facts)).toEqual([]);
  });

  it('leaves a line alone into which "up to" would not fit', () => {
    expect(found('Your 60% off is here', upTo.facts)[0]?.suggestion).toBeUndefined();
    expect(found(`60% off coats, ${'and boots '.repeat(6)}`, upTo.facts)[0]?.suggestion).toBeUndefined();
  });

  it('takes "up to" out where there is one reduction', () => {
    expect(found('Up to 20% off coats', flat.facts)[0]?.suggestion).toEqual({ start: 0, end: 6, text: '' });
  });

  it('reads the fallback of a tag, and points out a number that the list puts in', () => {
    const line = "{{ deal|default:'30' }}% off coats";
    const findings = findingsIn(discountMatchesBrief, { line, dialect: 'klaviyo', ...flat });
    expect(findings.map(({ severity, rendering }) => [severity, rendering])).toContainEqual(['block', 'deal empty']);
    expect(findings.map(({ severity }) => severity)).toContain('warn');
  });

  it('reads a figure that only some readers get whole', () => {
    const line = '3{% if vip %}0{% endif %}% off coats';
    expect(findingsIn(discountMatchesBrief, { line, dialect: 'klaviyo', ...off('30') }).length).toBeGreaterThan(0);
  });
});
