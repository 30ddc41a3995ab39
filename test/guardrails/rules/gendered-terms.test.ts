import { describe, expect, it } from 'vitest';
import { genderedTerms } from '../../../src/guardrails/rules/gendered-terms.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

const dialect = 'klaviyo';
const declared = { cohort: { externalId: 'w', name: 'W', who: 'Told us', bought: [], declared: ['gender' as const] } };
const undeclared = { cohort: { externalId: 'w', name: 'W', who: 'Bought dresses', bought: ['dress'] } };

describeLists(genderedTerms, {
  good: [
    'For you, siren songs and scarves',
    'Women’s coats, 20% off',
    'Your women’s coats are in',
    'For her: gifts under $50',
    'Your gift guide for her is here',
    'Gifts for him, picked by you',
    'Ladies’ boots you will live in',
    'Ladies: coats and boots',
    'Ladies, gents & kids: new shoes',
    'Coats for women, girls and you',
    'Your boyfriend jeans, back in stock',
    'The boyfriend is back: our favorite blazer',
    'Mom jeans you can move in',
    'A dad hat for your Saturday',
    'Your Mother’s Day gift, sorted',
    'Gifts your mom will keep',
    'Hi Mom! Cards from $4',
    'Thanks, Mom',
    'Mom, dad and the dog: matching pajamas for you all',
    'Your sheets in twin, full, queen',
    'King, queen and twin, all yours',
    'A queen size quilt for your bed',
    'Mr. & Mrs. mugs for your table',
    'Mrs. Claus packed your order of ribbon',
    'Miss you. Miss the linen too.',
    'Don’t miss your coats',
    'A king cake for your table',
    'Girls’ coats, sized for you to share',
    'The girl’s bike you wanted at nine',
    'His and hers towels, and yours',
    'Husband-and-wife makers, one chair for you',
    'A man cave of your own',
    'Everyone’s favorite denim, {FNAME}',
    'Lady Grey tea, for you',
    'Guess who came back to you',
    'Hey you, the linen is in',
    'Friends, the coats are in',
    { line: 'Ladies, your coats are in', facts: declared },
    { line: 'Hey girl, your jeans', facts: declared },
    { line: 'Hey diva cup, your refill', options: { exceptions: ['diva cup'] } },
    { line: 'Damen, Herren, Kinder: alles neu', locale: 'de-DE' },
    { line: 'Liebe/r {FNAME}, der Herbst ist da', locale: 'de-DE' },
    { line: 'Hallo {FNAME}, der Herbst ist da', locale: 'de-DE' },
    { line: 'Cher is on tour, and you?', locale: 'fr-FR' },
  ],
  bad: [
    'For you, [|sir|]: a proper mug',
    '[|Ladies|], Loren here is your edit',
    'Loren, treat the [|wife|]',
    '[|Ladies|], the coats are in',
    'Hey [|girl|], new denim',
    'Hi [|ladies|]: the linen is in',
    'Hello [|gents|], the coats are in',
    'Calling all [|moms|]',
    'The coats are in, [|ladies|]',
    'Your coats are in, [|gents|]!',
    '[|You go, girl|]',
    '[|Yas queen|], new boots',
    'You’re a [|queen|]. Here is the crown',
    'As a [|mom|], you need pockets',
    'Pockets for [|moms|] like you',
    'This one is for you [|ladies|]',
    'For the [|ladies|]: your coats',
    '[|Mom|], you deserve a coat',
    'Your [|husband|] will borrow it',
    'Your [|wife|]’s favorite coat',
    'A watch for your [|boyfriend|]',
    'Boots for the [|hubby|]',
    'Dear [|Mr|]. {FNAME}, the coats are in',
    'Dear [|Mrs|] {FNAME}',
    '{FNAME}, made [|for her|]',
    'For [|the man in your life|]',
    '[|Ladies and gentlemen|], the coats',
    '[|Sir|], your coat',
    { line: "Hi {{ first_name|default:'[|lady|]' }}, hello", dialect },
    { line: "Dear [|Ms|] {{ last_name|default:'reader' }}", dialect },
    { line: '[|Ladies|], your dresses', facts: undeclared },
    { line: 'Hey [|plant mamas|], your pots', options: { terms: ['plant mamas'] } },
    { line: '[|Liebe|] {FNAME}, der Herbst ist da', locale: 'de-DE' },
    { line: 'Hallo [|Mädels|], alles neu', locale: 'de-DE' },
    { line: '[|Chère|] {FNAME}, tout est neuf', locale: 'fr-FR' },
    { line: '[|Querida|] {FNAME}, todo nuevo', locale: 'es-ES' },
    { line: '[|Dames|], alles is nieuw', locale: 'nl-NL' },
  ],
});

describe('gendered-terms', () => {
  it('warns, and says what a cohort would have to declare', () => {
    const [finding] = findingsIn(genderedTerms, { line: 'Ladies, the coats are in' });
    expect(finding).toMatchObject({ severity: 'warn', kind: 'violation', fact: { path: 'cohort.declared' } });
  });

  it('speaks of the partner where the partner is meant', () => {
    const [finding] = findingsIn(genderedTerms, { line: 'Treat your husband' });
    expect(finding?.message).toContain('"husband" takes the gender of the reader’s partner for granted');
  });
});
