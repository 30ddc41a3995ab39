import { describe, expect, it } from 'vitest';
import { attributeWords, listedAs } from '../../../src/guardrails/text/attribute-words.ts';

describe('the words of an attribute', () => {
  it.each([
    ['person.LoyaltyPoints', 'loyalty_points'],
    ['Loyalty Points', 'loyalty_points'],
    ['LOYALTY_POINTS_', 'loyalty_points'],
    ['contact:e-mail', 'e_mail'],
  ])('are those of %s', (attribute, words) => {
    expect(attributeWords({ canonical: null, attribute })).toBe(words);
  });

  it('are the canonical name where there is one', () => {
    expect(attributeWords({ canonical: 'points_or_balance', attribute: 'pts' })).toBe('points_or_balance');
  });

  it('are of a list by what they end in, unless they are the shop’s own', () => {
    const names = new Set(['phone', 'full_name']);
    expect(listedAs('phone', names)).toBe('phone');
    expect(listedAs('home_phone', names)).toBe('phone');
    expect(listedAs('store_phone', names)).toBeNull();
    expect(listedAs('phones', names)).toBeNull();
    expect(listedAs('product_full_name', names)).toBeNull();
  });
});
