import { describe, expect, it } from 'vitest';
import { unresolvedPlaceholder } from '../../../src/guardrails/rules/unresolved-placeholder.ts';
import { findingsIn, markedSpans, unmarked } from '../../support/rule-example.ts';

const find = (line: string, dialect = 'klaviyo', options = {}) =>
  findingsIn(unresolvedPlaceholder, { line, dialect, options }).flatMap(({ spans }) => spans);

describe('unresolved-placeholder', () => {
  it.each([
    'Hello [|%%%FIRST NAME%%%|], hi',
    'Hello [|%%%FIRST NAME%%|]',
    'Hi [|[first_name]|] and [|[Your City]|]',
    'Save [|[X%]|] on [|[product]|]',
    'Hi [|<<First Name>>|]',
    'Hi [|«Nom»|] and [|«Prénom»|] and [|«Name»|]',
    'Hi [|<name>|]',
    'Hi [|(First Name)|]',
    'Save [|XX%|] and [|$XX|]',
    'Only [|X %|] left',
    'Ends [|TBD|] or [|TODO|]',
    'From [|##|] to [|___|]',
    '[|Lorem ipsum|] coats',
    'Hi [|undefined|], hi',
    'Hi [|[object Object]|]',
    'Hi [|{{insert name}}|] and [|{your name}|]',
    'Hi [|FIRSTNAME|]',
    'Hi [|First Name|], look',
    'Hi [|$firstname|], hi [|#name#|]',
    'Hi [|null|], look',
    '[|[Product Name]|] from [|[Month]|]',
    '[|INSERT_OFFER|] or [|YOUR_TEXT_HERE|]',
    '[|XX days|] left',
  ])('finds %s', (line) => {
    expect(find(unmarked(line))).toEqual(markedSpans(line));
  });

  it.each([
    'XXL, XXXL and XX',
    '[NEW] boots [Members only]',
    '«Soldes» d’hiver',
    'I <3 coats, 5 < 6 > 4',
    '#1 and # 2',
    'Save 20% and $20',
    'Wow (really)',
    '{% if first_name %}Hi{% endif %}',
    'Nancy undefinedly',
    'Null and void: our old prices',
    'None of your coats fit?',
    'Code: FALL_EDIT',
    '[Name your price] day',
    'Say hi to the first name in denim',
    '<ADV> Coats',
    'The name of the game',
  ])('lets pass %s', (line) => {
    expect(find(line)).toEqual([]);
  });

  it('leaves tags of the brand alone, and looks into their fallbacks', () => {
    expect(find('{FNAME}, hi', 'generic')).toEqual([]);
    expect(find("{{ first_name|default:'FIRST_NAME' }}")).toEqual([{ start: 23, end: 33 }]);
  });

  it('knows that todo is a word in Spanish', () => {
    const seenIn = (locale: string) => findingsIn(unresolvedPlaceholder, { line: 'TODO al 50%', locale });
    expect(seenIn('es-ES')).toEqual([]);
    expect(seenIn('en-US')).toHaveLength(1);
  });

  it("finds a brand's own, whatever the case", () => {
    expect(find('Ends ~DATE~ and ~date~', 'klaviyo', { extraPatterns: ['~Date~'] })).toEqual([
      { start: 5, end: 11 },
      { start: 16, end: 22 },
    ]);
  });
});
