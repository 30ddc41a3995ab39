import { describe, expect, it } from 'vitest';
import { kindsNamed, mayBeSame } from '../../../../src/guardrails/text/claims/product-kinds.ts';
import { thingsNamed } from '../../../../src/guardrails/text/claims/things-named.ts';

const named = (text: string) => thingsNamed(text).map(({ start, end }) => text.slice(start, end));
const areSame = (one: string, other: string) => mayBeSame(kindsNamed(one) ?? [], kindsNamed(other) ?? []);

describe('thingsNamed', () => {
  it.each([
    ['all wool scarves this week', ['scarves']],
    ['boots and wool hats', ['boots', 'hats']],
    ['boots and hats off to you', ['boots']],
    ['boot socks', ['socks']],
    ['dress shirts', ['shirts']],
    ['the scarf shop', ['scarf']],
    ['scarf weather', []],
    ['your first order', []],
    ['running shoes for winter boots', ['running shoes']],
    ['this week', []],
  ])('reads %j', (text, things) => {
    expect(named(text)).toEqual(things);
  });

  it('tells for whom a thing is made', () => {
    expect(thingsNamed("women's boots")).toMatchObject([{ audience: 'women' }]);
    expect(thingsNamed('boots')).toMatchObject([{ audience: null }]);
  });
});

describe('mayBeSame', () => {
  it.each([
    ['boots', 'shoes'],
    ['parkas', 'coats'],
    ['sweaters', 'knitwear'],
    ['jackets', 'denim'],
    ['scarves', 'knits'],
    ['glasses', 'sunglasses'],
    ['knives', 'cookware'],
  ])('holds of %s and %s', (one, other) => {
    expect(areSame(one, other)).toBe(true);
  });

  it.each([
    ['boots', 'scarves'],
    ['sandals', 'boots'],
    ['mugs', 'coffee'],
    ['shirts', 'dresses'],
  ])('does not hold of %s and %s', (one, other) => {
    expect(areSame(one, other)).toBe(false);
  });
});
