import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bannedTerms } from '../../../src/guardrails/rules/banned-terms.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

const options = {
  terms: ['cheap', 'free', 'sale', 'ass', 'sex', 'below market', { term: 'guaranteed', suggest: 'promised' }],
};
const dialect = 'klaviyo';

describeLists(bannedTerms, {
  good: [
    { line: 'Pay-per-view, and disc, o, unt', options: { terms: ['payperview', 'discount'] } },
    { line: 'Down below, market stalls', options },
    { line: 'Plan B, C or D', options: { terms: ['bcd'] } },
    { line: 'Cheap coats', because: 'A brand that bans nothing bans nothing.' },
    ...[
      'Great value, every day',
      'A weekend in Cheapside, at C. Heap',
      'Classic, assess, cocktail dress, Scunthorpe, Essex',
      'Wholesale, carefree, salesperson',
      '2XL, 4K, 501s, 5 stars, PS5, code SALE5',
      'A classic heap of knits',
      'Below the market square',
    ].map((line) => ({ line, options })),
    { line: 'A lifetime of knits, once', options: { terms: ['once in a lifetime'] } },
    { line: 'Mp4s and h2o bottles', options: { terms: ['mp', 'h', 'o'] } },
    { line: 'Sugar-free and carefree', options: { ...options, exceptions: ['sugar-free'] } },
    { line: "{{ person|lookup:'cheap' }}, hello", dialect, options },
    { line: "ch{{ first_name|default:'at' }}eap coats", dialect, options },
    { line: "Below {{ city|default:'the' }} market square", dialect, options },
    { line: 'On target', options: { terms: [{ term: 'Target', mode: 'exact' }] } },
  ],
  bad: [
    { line: '[|c❄he❄ap|] coats, [|ch(ea)p|] boots', options },
    { line: 'Toys [|below m a r k e t|] all week', options },
    { line: 'A [|b e l o w market|] week', options },
    { line: '[|Below, market|]', options },
    { line: '[|ch!eap|] coats', options },
    ...[
      '[|Cheaper|] than ever',
      '[|C H E A P|] coats',
      '[|ch3ap|] coats, [|ch*ap|] coats, [|cheeeap|] coats',
      '[|\u0421heap|] coats, [|ch\u00adeap|] coats',
      'Priced [|below-market|] and [|below\u00a0market|]',
      '[|$ale|] on, [|fr33|] too, [|¢heap|] as well',
      'It’s [|guaranteed|]',
    ].map((line) => ({ line, options })),
    { line: '[|Once in a life-time|] knits', options: { terms: ['once in a lifetime'] } },
    { line: '[|cheap|]4u mugs, 2[|cheap|]2miss', options },
    { line: "Hi {{ first_name|default:'[|cheap|] friend' }}, hello", dialect, options },
    { line: '[|ch{% if city %}{% endif %}eap|] coats', dialect, options },
    { line: "[|{{ first_name|default:'ch' }}eap|] coats", dialect, options },
    { line: "Now [|below {{ city|default:'market' }}|] prices", dialect, options },
    { line: 'Now [|below {% if city %}market|]{% else %}a{% endif %} price', dialect, options },
    { line: 'Off to [|Target|]', options: { terms: [{ term: 'Target', mode: 'exact' }] } },
  ],
});

describe('banned-terms', () => {
  it('suggests the preferred word in the case of the banned one, and only in its place', () => {
    const suggested = ['Guaranteed warm', 'GUARANTEED warm', 'It’s guaranteed', 'guar@nteed'].map(
      (line) => findingsIn(bannedTerms, { line, options })[0]?.suggestion?.text,
    );
    expect(suggested).toEqual(['Promised', 'PROMISED', 'promised', undefined]);
  });

  it('says which term of the list was meant', () => {
    const [finding] = findingsIn(bannedTerms, { line: 'ch3ap coats', options });
    expect(finding?.message).toBe('"ch3ap" is a word this brand does not use ("cheap"); say it another way.');
  });

  it('still blocks when an unseen character is put in', () => {
    const blocked = ['Cheap coats', 'c h e a p coats', 'ch3ap coats', 'priced below market', 'cheeeap', 'ch*ap coats'];
    const unseen = fc.constantFrom(
      '\u200b',
      '\u200d',
      '\u00ad',
      '\u2060',
      '\ufeff',
      '\u202e',
      '\ufe0f',
      '\u034f',
      '\u0301',
    );
    fc.assert(
      fc.property(fc.constantFrom(...blocked), fc.nat(), unseen, (line, place, character) => {
        const at = place % (line.length + 1);
        const hidden = line.slice(0, at) + character + line.slice(at);
        expect(findingsIn(bannedTerms, { line: hidden, options })).not.toEqual([]);
      }),
    );
  });

  it('never finds more for having an exception', () => {
    const words = fc.constantFrom(
      'cheap',
      'free',
      'sugar',
      'below market',
      'sale',
      'ch3ap',
      'c h e a p',
      '-',
      'on',
      'fr33',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 6 }), words, words, (parts, one, other) => {
        const line = parts.join(' ');
        const before = findingsIn(bannedTerms, { line, options }).map(({ spans }) => JSON.stringify(spans));
        const exceptions = [`${one} ${other}`];
        const after = findingsIn(bannedTerms, { line, options: { ...options, exceptions } });
        expect(after.every(({ spans }) => before.includes(JSON.stringify(spans)))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
