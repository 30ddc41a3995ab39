import { describe, expect, it } from 'vitest';
import { competitorNames } from '../../../src/guardrails/rules/competitor-names.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

const options = {
  names: [
    'Target',
    'Gap',
    'Next',
    'Guess',
    'Express',
    'Coach',
    'Fossil',
    'Sears',
    'Nordstrom',
    'H&M',
    'J.Crew',
    'Old Navy',
    'Best Buy',
    'Whole Foods',
    'New Look',
    'Staples',
    'Wish',
    'Macy’s',
    'ZARA',
    'Banana Republic',
    'Kohl’s',
  ],
  aliases: { Target: ['Tarzhay', 'Tar-zhay'], Amazon: ['Amazon', 'Prime Day'] },
};
const list = (lines: readonly string[]) => lines.map((line) => ({ line, options }));

describeLists(competitorNames, {
  good: [
    { line: 'Cheaper than Target', because: 'A brand that names nobody has no competitors.' },
    ...list([
      'Target your style',
      'On target for fall',
      'Mind the gap between coat and boot',
      'What comes next: linen',
      'Next up: the linen edit',
      'Guess what came in green',
      'Guess Who Is Back In Stock',
      'Express shipping, no hurry',
      'Express Your Style This Season',
      'Coach your closet',
      'A fossil print for small diggers',
      'This serum sears nothing',
      'Sears, simmers, bakes: one pan',
      'An old navy sweater, a new collar',
      'Our best buy yet',
      'Made of whole foods and little else',
      'A new look for the hallway',
      'A New Look For Every Room',
      'Wardrobe staples, sorted',
      'Your wish list misses you',
      'Better than next season',
      'Better Than Next Season',
      'The NEXT big thing in socks',
      'Bridge The Gap Between Seasons',
      'Smoky eyes: kohl and a steady hand',
      'Size J, crew neck',
      'Zaragoza in the spring',
    ]),
    { line: 'Nordstrom Rack and roll', options: { ...options, exceptions: ['Nordstrom rack and roll'] } },
    { line: 'A little mischief before bed', options: { names: ['Mischief'], words: ['Mischief'] } },
  ],
  bad: [
    ...list([
      'Cheaper than [|Target|]',
      'cheaper than [|target|]',
      'CHEAPER THAN [|TARGET|]',
      '[|Target|]’s prices, our wool',
      'You will not find this at [|Target|]',
      'Shop here, not at [|Gap|]',
      'Nicer Jeans Than [|Gap|]',
      'Why pay [|Next|] prices?',
      'Nicer denim than [|Guess|], for less',
      'Move over, [|Coach|]',
      'Unlike [|Fossil|], we fix watches',
      'Tired of [|Nordstrom|]?',
      '[|nordstrom|] could never',
      '[|H&M|] wishes',
      'Softer than [|J.Crew|] and [|J Crew|]',
      'Longer lasting than [|Old Navy|]',
      'Fewer lines than [|Best Buy|]',
      'Better greens than [|Whole Foods|]',
      "We beat [|Macy's|], [|Macys|] and [|MACY’S|]",
      'Nicer than [|Tarzhay|]',
      'Better than [|Prime Day|]',
      '[|Z4RA|] prices, our linen',
      'Like [|Kohl’s|], but closer',
    ]),
    { line: "Hi {{ first_name|default:'[|Nordstrom|] shopper' }}", dialect: 'klaviyo', options },
    { line: 'Not [|Nord{% if city %}{% endif %}strom|]', dialect: 'klaviyo', options },
    { line: 'More than [|Mischief|]', options: { names: ['Mischief'], words: ['Mischief'] } },
  ],
});

describe('competitor-names', () => {
  it('says whom an alias stands for', () => {
    const [finding] = findingsIn(competitorNames, { line: 'Nicer than Tarzhay', options });
    expect(finding?.message).toContain('stands for the competitor Target');
    expect(finding?.severity).toBe('block');
  });

  it('reads the preheader too', () => {
    const found = findingsIn(competitorNames, { line: 'New linen', preheader: 'Softer than Nordstrom’s', options });
    expect(found).toMatchObject([{ field: 'preheader', spans: [{ start: 12, end: 21 }] }]);
  });
});
