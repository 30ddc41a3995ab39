import { describe, expect, it } from 'vitest';
import { inclusiveLanguage } from '../../../src/guardrails/rules/inclusive-language.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

const dialect = 'klaviyo';

describeLists(inclusiveLanguage, {
  good: [
    'Everyone’s favorite denim',
    'New in Guys',
    'Guys’ jeans, 20% off',
    'Guys & girls, new swim',
    'Ladies’ boots for the mud',
    'Shop ladies shoes',
    'Gifts for boys and girls',
    'A crazy quilt for the guest room',
    'Crazy Horse leather, made to last',
    'A dress in gold lamé',
    'Lamé for the party',
    'A gold lame dress',
    'Dumbbells in every weight',
    'Savage X Fenty is here',
    'Psycho Bunny polos',
    'Mandarin Oriental robes at home',
    'Mental floss, on paper',
    'Craftsmanship you can see',
    'The “Gypsy” skirt, again',
    'Blindingly white sneakers',
    'A master class in knitting',
    'Mastercard days are here',
    'A salesperson in every aisle',
    'Insulated boots, chairs and chairmaking',
    'A tribute to corduroy',
    { line: 'The Wild & Crazy mug', facts: { products: ['Wild & Crazy mug'] } },
    { line: 'Crazy deals', options: { allow: ['crazy'] } },
    { line: 'Find your tribe of mugs', options: { exceptions: ['tribe of mugs'] } },
  ],
  bad: [
    'Hey [|guys|], new denim',
    'Made for [|you guys|]',
    'Listen up, [|ladies|]',
    '[|Crazy|] deals',
    '[|Insanely|] soft sheets',
    'That’s [|insane|]',
    'A [|man-made|] waterfall for the desk',
    'All the [|manpower|] behind a chair',
    'Our [|salesmen|] know wool',
    'Rugs for the [|master bedroom|]',
    'A [|tribal print|] for the porch',
    'Find your [|tribe|]',
    'Soup is my [|spirit animal|]',
    'A skirt for an [|Indian summer|]',
    'The [|gypsy|] skirt is back',
    'Not another [|lame|] sweater',
    '[|Dumb|] prices',
    'So [|OCD|] about folding',
    'An [|anti-aging|] cream',
    'Your [|beach body|] starts here',
    'A [|wife beater|] for the heat',
    'Tips for the [|man cave|]',
    'It’s a [|cakewalk|]',
    'An [|1nsane|] sale',
    { line: "Hey {{ first_name|default:'[|guys|]' }}, hello", dialect },
    { line: 'Hey [|peeps|]', options: { terms: { Peeps: 'friends' } } },
  ],
});

describe('inclusive-language', () => {
  it('suggests what to say, in the case of what is there', () => {
    const suggested = ['Crazy deals', 'CRAZY deals', 'a crazy deal', 'An 1nsane sale'].map(
      (line) => findingsIn(inclusiveLanguage, { line })[0]?.suggestion?.text,
    );
    expect(suggested).toEqual(['Wild', 'WILD', 'wild', undefined]);
  });

  it('puts the brand’s own word before the known one, and warns', () => {
    const [finding] = findingsIn(inclusiveLanguage, { line: 'Crazy deals', options: { terms: { Crazy: 'great' } } });
    expect(finding).toMatchObject({ severity: 'warn', suggestion: { start: 0, end: 5, text: 'Great' } });
  });

  it('suggests nothing that it would point out itself', () => {
    for (const line of ['Hey guys', 'Ladies', 'Crazy', 'The tribe', 'A tribal print', 'Insane', 'Eskimo', 'Dumb'])
      for (const { suggestion } of findingsIn(inclusiveLanguage, { line })) {
        const { start = 0, end = 0, text = '' } = suggestion ?? {};
        expect(findingsIn(inclusiveLanguage, { line: line.slice(0, start) + text + line.slice(end) })).toEqual([]);
      }
  });
});
