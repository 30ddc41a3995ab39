import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/domain/facts.ts';
import { substantiatedClaims } from '../../../src/guardrails/rules/substantiated-claims.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

const proving = (...texts: string[]) => ({
  facts: { claims: texts.map((text) => ({ text, substantiation: 'On file with the buying office' })) },
});
const none = { facts: {} };

describeLists(substantiatedClaims, {
  good: [
    { line: '5 stars for this blanket', ...none },
    ...[
      'The warmest welcome in the house',
      'The coldest month in the world of wool',
      'Our biggest, fluffiest towels',
      'Softer than the other side of the pillow',
      'Softer skin starts with soap',
      'Scored: the crusty loaf',
      'Reduces noise by closing the door',
      'The best cookies in the world',
    ].map((line) => ({ line, ...none })),
    { line: 'Rated 4.9 by you', ...proving('Rated 4.9 by 3,000 buyers') },
    { line: 'Nobody sells it for less', ...proving('Lowest price among 12 shops, checked weekly') },
    { line: 'The only boot with a cork midsole', ...proving('The only cork midsole on the market') },
    { line: 'Wipes away 99.9% of germs', ...none },
    { line: 'Stops 99% of stains', ...proving('99% of stains in tests') },
    ...[
      'The only boots you need',
      'The only mug that you reach for',
      'The only plan for Sunday: soup',
      'Nobody does Sunday like a robe',
      'Your worn jeans, recycled',
      '5 stars on the ceiling, one lamp',
    ].map((line) => ({ line, ...none })),
    { line: 'The best-selling tote is back', ...proving('Best-selling bag of 2025') },
    { line: 'Our bestsellers, restocked', ...proving('Best-selling styles by units, 2025') },
    { line: '#1 coat in America', ...proving('Number one coat in America by units') },
    { line: 'Clinically proven serum', ...proving('Clinically tested on 40 people') },
    { line: '98% would recommend this boot', ...proving('98% of 412 buyers would recommend it') },
    { line: '9 out of 10 agree', ...proving('Nine out of ten testers agreed') },
    { line: '4.8 stars and counting', ...proving('Rated 4.8 by 2,000 buyers') },
    { line: 'Carbon neutral by mail', ...proving('Carbon neutral delivery, certified') },
    { line: 'Biggest sale, smallest shop', ...none, options: { allow: ['biggest-sale'] } },
    { line: 'The recycled wool coat is in', facts: { products: ['recycled wool coat'] } },
    { line: 'The dreamiest knits', ...none },
    { line: 'Our best coats yet', ...none },
    { line: 'Best day ever, in linen', ...none },
    { line: 'The best-dressed list', ...none },
    { line: 'Amazing fits for fall', ...none },
    { line: 'Only at our shop', ...none },
    { line: 'The only coat you need', ...none },
    { line: 'First look: the fall edit', ...none },
    { line: 'Boots guaranteed to turn heads', ...none },
    { line: 'Compliments guaranteed', ...none },
    { line: '#1 in our hearts: the trench', ...none },
    { line: 'Rule #1: pack a sweater', ...none },
    { line: 'Our number one tip for denim', ...none },
    { line: 'Five stars over the desert: tees', ...none },
    { line: 'A 5-star hotel at home: towels', ...none },
    { line: 'Top 10 picks for June', ...none },
    { line: 'A fan favorite, now in green', ...none },
    { line: 'Softest knits, loudest colors', ...none },
    { line: 'The cheapest item is free', ...none },
    { line: 'As seen on you', ...none },
    { line: 'Green coats for gray days', ...none },
    { line: 'Prime time for corduroy', ...none },
    { line: 'Echo of summer', ...none },
    { line: '1 of 3 ways to wear it', ...none },
    { line: 'Everyday low prices', ...none },
    { line: 'Snow not guaranteed', ...none },
    { line: 'Iconic, if we say so ourselves', ...none, options: { puffery: ['iconic'], terms: ['iconic'] } },
  ],
  bad: [
    { line: '[|4.8 stars|] for this blanket', ...none },
    { line: "[|The only boot|] you'll find made in Maine", ...none },
    ...[
      '[|Our biggest dress sale|]',
      '[|The softest socks in the world|]',
      '[|America’s most comfortable|] boot',
      '[|Warmer than any other|] parka',
      '[|Rated 4.9|] by 3,000 of you',
      '[|Reduces wrinkles by 40%|]',
      '[|Thicker hair in 30 days|]',
      '[|Cures dry skin|] overnight',
      '[|Doctor-developed|] insoles',
      'We [|beat any price|]',
    ].map((line) => ({ line, ...none })),
    ...[
      '[|Nobody sells this tote for less|]',
      '[|No one else beats our prices|]',
      '[|The only boot|] with a cork midsole',
      '[|Kills 99.9% of|] germs',
      'Jeans from [|recycled|] cotton',
      '[|5 stars|] on the app store',
    ].map((line) => ({ line, ...none })),
    { line: '[|#1|] coat in America', ...none },
    { line: 'The [|No. 1|] coat in America', ...none },
    { line: 'The [|number one|] serum', ...none },
    { line: '[|Lowest prices|] of the year', ...none },
    { line: 'The [|cheapest|] coats in town', ...none },
    { line: '[|Best-selling|] coats are back', ...none },
    { line: 'Our [|bestsellers|], restocked', ...none },
    { line: '[|b3st-selling|] coats', ...none },
    { line: 'The [|most loved|] jeans', ...none },
    { line: '[|Top-rated|] boots', ...none },
    { line: '[|Award-winning|] serum', ...none },
    { line: '[|Clinically proven|] serum', ...none },
    { line: '[|Dermatologist-approved|] balm', ...none },
    { line: '[|Proven|] against rain', ...none },
    { line: 'Delivery by Friday, [|guaranteed|]', ...none },
    { line: '[|Sustainable|] knits', ...none },
    { line: '[|Eco-friendly|] totes', ...none },
    { line: 'A [|carbon-neutral|] coat', ...none },
    { line: '[|As seen in|] the papers', ...none },
    { line: '[|98% would|] recommend this boot', ...none },
    { line: '[|9 out of 10 agree|]', ...none },
    { line: '[|4.8 stars|] and counting', ...none },
    { line: '[|2,000 five-star reviews|]', ...none },
    { line: "The [|world's first|] heated tote", ...none },
    { line: 'Our [|biggest sale|] of the year', ...none },
    { line: 'Made from [|recycled|] wool', ...none },
    { line: '[|Nachhaltige|] Mäntel', ...none },
    { line: '[|98% would|] recommend it', ...proving('97% would recommend it') },
    { line: '[|#1|] coat', ...proving('Best-selling coat') },
    { line: '[|Iconic|] coats', ...none, options: { terms: ['iconic'] } },
  ],
});

describe('substantiated-claims', () => {
  const found = (line: string, facts?: Partial<Facts>) =>
    findingsIn(substantiatedClaims, { line, ...(facts && { facts }) });

  it('says that no claim proves it', () => {
    expect(found('Clinically proven serum', {})).toMatchObject([
      { severity: 'block', kind: 'violation', fact: { path: 'claims', value: 'none' } },
    ]);
  });

  it('asks for the claims once where there is no brief', () => {
    expect(found('Best-selling and award-winning')).toMatchObject([
      { kind: 'not-evaluable', severity: 'warn', fact: { path: 'claims' } },
    ]);
  });

  it('warns of the lighter words in the United States and blocks them elsewhere', () => {
    expect(found('Our biggest sale yet', {})).toMatchObject([{ severity: 'warn' }]);
    for (const market of ['CA', 'UK', 'EU'] as const)
      expect(found('Our biggest sale yet', { market })).toMatchObject([{ severity: 'block' }]);
  });

  it('weighs a green word less where the brief calls a product so', () => {
    expect(found('The eco-friendly tote', { products: ['Eco-friendly tote'] })).toMatchObject([{ severity: 'warn' }]);
  });

  it('speaks once of words that are part of a longer phrase', () => {
    expect(found('Lowest prices ever', {})).toHaveLength(1);
    expect(found('Voted #1', {})).toHaveLength(1);
  });
});
