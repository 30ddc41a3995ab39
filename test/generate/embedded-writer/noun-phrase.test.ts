import { describe, expect, it } from 'vitest';
import { indefinite, nounPhrase } from '../../../src/generate/embedded-writer/noun-phrase.ts';

describe('nounPhrase', () => {
  it.each([
    ['slouchy shoulder bag in cocoa', 'slouchy shoulder bag', 'bag', 'one', 'a ', 'cocoa'],
    ['straight-leg jeans in washed black', 'straight-leg jeans', 'jeans', 'many', '', 'washed black'],
    ['an SPF 40 sunscreen', 'SPF 40 sunscreen', 'sunscreen', 'one', 'an ', null],
    ['peat-free compost', 'peat-free compost', 'compost', 'mass', '', null],
    ['linen pillowcases', 'linen pillowcases', 'pillowcases', 'many', '', null],
    ['two linen pillowcases', 'two linen pillowcases', 'pillowcases', 'many', '', null],
    ['a field guide to coastal birds', 'field guide', 'field guide', 'one', 'a ', null],
    ['cedar shoe trees', 'cedar shoe trees', 'shoe trees', 'many', '', null],
    ['copper plant labels', 'copper plant labels', null, 'many', '', null],
  ])('reads %j', (item, short, noun, number, article, color) => {
    const phrase = nounPhrase(item);
    expect([phrase.short, phrase.noun?.form ?? null, phrase.number, phrase.article, phrase.color]).toEqual([
      short,
      noun,
      number,
      article,
      color,
    ]);
  });

  it.each([
    ['hori-hori'],
    ['bone meal'],
    ['The Salt Road'],
    ['glass'],
    ['cleanser and serum'],
    ['the Sunday tote edit'],
  ])('does not guess an article or a number for %j', (item) => {
    expect(nounPhrase(item)).toMatchObject({ number: null, article: null });
  });
});

describe('an item with an article of its own', () => {
  it('keeps it, in lower case unless it is a title', () => {
    expect(nounPhrase('The Harriet dress')).toMatchObject({ text: 'the Harriet dress', isName: true, number: 'one' });
    expect(nounPhrase('The Salt Road')).toMatchObject({ text: 'The Salt Road', isName: true, noun: null });
  });
});

describe('a product with a name', () => {
  it('is known by its last word, and takes no article of ours', () => {
    const phrase = nounPhrase('Cloud Cream Cleanser, 150 ml');
    expect([phrase.short, phrase.noun?.form, phrase.number, phrase.article]).toEqual([
      'Cloud Cream Cleanser',
      'cleanser',
      'one',
      null,
    ]);
  });
});

describe('indefinite', () => {
  it.each([
    ['olive coat', 'an'],
    ['wool coat', 'a'],
    ['SPF 30 stick', 'an'],
    ['UV shirt', 'a'],
    ['one-pot cookbook', 'a'],
    ['heirloom rose', 'an'],
    ['uniform shirt', 'a'],
    ['hour-long mask', 'an'],
  ])('goes by the sound of %j', (text, article) => {
    expect(indefinite(text)).toBe(article);
  });
});
