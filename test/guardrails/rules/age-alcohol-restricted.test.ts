import { describe, expect, it } from 'vitest';
import { ageAlcoholRestricted } from '../../../src/guardrails/rules/age-alcohol-restricted.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

const young = { ageGate: false };
const dialect = 'klaviyo';
const forYoung = (lines: readonly string[]) => lines.map((line) => ({ line, facts: young }));

describeLists(ageAlcoholRestricted, {
  good: [
    { line: 'Rosé all day', facts: { ageGate: true } },
    { line: 'Vodka sale for everyone', facts: { ageGate: true } },
    ...forYoung([
      'Wine red is the new black',
      'A gown in champagne satin',
      'Whiskey brown boots',
      'Coats in merlot',
      'A dress in deep burgundy',
      'Cognac leather, two ways',
      'Champagne gold hoops',
      'Rum raisin is back',
      'Root beer floats, ginger ale and a porch',
      'Cocktail dresses under $100',
      'Wine glasses, set of four',
      'Champagne flutes for the shelf',
      'A roses-all-day garden: rose bushes',
      'Rose gold, restocked',
      'Cigarette pants, hemmed',
      'Tobacco suede loafers',
      'Lift your spirits: new candles',
      'For goodness’ sake, wear a coat',
      'Scotch tape and wrapping paper',
      'A vodka sauce for Tuesday',
      'An alcohol-free toner',
      'A safe bet: navy',
      'Gingham, begin again',
      'Hemp canvas totes',
      'Knives, sharpened for fall',
      'Hit the jackpot: your size is in',
    ]),
    { line: 'Butter knives, set of six', facts: young, options: { categories: ['knives'] } },
    { line: 'Vodka sale', facts: young, options: { categories: ['tobacco'] } },
    { line: 'The Wine Down robe', facts: young, options: { exceptions: ['wine down'] } },
    { line: 'Un vin rouge', facts: young, locale: 'en-US' },
  ],
  bad: [
    ...forYoung([
      '[|Vodka|] sale for everyone',
      '[|Rosé all day|]',
      '[|Champagne|] for the weekend',
      'A case of [|red wine|], 20% off',
      '[|Craft beer|] for Dad',
      'Free [|whiskey|] with every order',
      'Small-batch [|gin|], new in',
      '[|Tequila|] or [|mezcal|]?',
      'It is [|happy hour|] somewhere',
      '[|Margaritas|] on us',
      'Premium [|cigars|] for the porch',
      'New [|vape|] flavors',
      'Your first [|free bet|] is here',
      '[|Online casino|] night',
      '[|CBD gummies|] are back',
      '[|V0dka|] sale',
      'The [|liquor|] cabinet, filled',
      'A gown in satin, and [|prosecco|]',
    ]),
    { line: '[|Hunting knives|]', facts: young, options: { categories: ['knives'] } },
    { line: "Hi {{ first_name|default:'[|beer|] lover' }}, hello", dialect, facts: young },
    { line: 'Fireworks and [|sparklers|]', facts: young, options: { terms: ['sparklers'] } },
    { line: 'Ein [|Rotwein|] für den Abend', facts: { ...young, locale: 'de-DE' } },
    { line: 'Des [|vins|] pour l’été', facts: { ...young, locale: 'fr-FR' } },
  ],
});

describe('age-alcohol-restricted', () => {
  it('says that the brief does not tell the age, once a line', () => {
    const line = 'Vodka, gin and rum';
    for (const facts of [undefined, {}]) {
      const found = findingsIn(ageAlcoholRestricted, { line, ...(facts && { facts }) });
      expect(found).toMatchObject([
        {
          kind: 'not-evaluable',
          severity: facts ? 'block' : 'warn',
          fact: { path: 'ageGate' },
          spans: [{ start: 0, end: 5 }],
        },
      ]);
    }
  });

  it('compares with what the brief says', () => {
    const [finding] = findingsIn(ageAlcoholRestricted, { line: 'Vodka sale', facts: young });
    expect(finding).toMatchObject({ severity: 'block', kind: 'violation', fact: { path: 'ageGate', value: 'false' } });
  });
});
