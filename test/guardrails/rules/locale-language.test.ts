import { describe, expect, it } from 'vitest';
import lexicon from '../../../data/lexicons/function-words.json' with { type: 'json' };
import variants from '../../../data/lexicons/spelling-variants.json' with { type: 'json' };
import { localeLanguage } from '../../../src/guardrails/rules/locale-language.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

const dollars = { type: 'amount-off' as const, amount: { minor: 5000, currency: 'USD' } };
const uk = { market: 'UK' as const, locale: 'en-GB', timeZone: 'Europe/London' };
const germany = { market: 'EU' as const, locale: 'de-DE', timeZone: 'Europe/Berlin' };

describeLists(localeLanguage, {
  good: [
    'Winter ist da, and so are we',
    'Fall, sorted',
    'Crème de la crème knits',
    'C’est la vie',
    'Je ne sais quoi',
    'Joie de vivre, in linen',
    'Feliz Navidad from all of us',
    'Oktoberfest, but make it denim',
    'La Mer and Le Labo',
    'Dutch oven season: Le Jardin de la Rue',
    'El Paso, Los Angeles, Las Vegas',
    'Prêt-à-porter, today',
    'Die hard fans, rejoice',
    'Jalapeño red',
    'Voilà: socks',
    'Harbor boots',
    'Gray and grey, theater and theatre',
    'A walk to Pearl Harbor',
    'All our socks are by Colour Club',
    'Under Armour is here',
    'Happy Labor Day',
    'Gifts under $50',
    'From US$50',
    'My two cents on socks',
    'Open 24/7',
    '1/2 price, 50/50, 9/10 of you',
    '3/4 sleeves are back',
    'On 3/4 sleeves: 20% off',
    'Now it starts: 3/4 sleeves for all',
    'Sale ends 12/25',
    'Sale ends 4/4',
    'Starts 11/27 at nine',
    'Size 7/8, size 9/10',
    '東京 edit: kimono jackets',
    '{{ first_name }}, the linen is in',
    { line: 'Colour pops for spring', locale: 'en-GB' },
    { line: 'Personalized and personalised mugs', locale: 'en-GB' },
    { line: 'Color and colour, cosy and cozy', locale: 'en-CA' },
    { line: 'Neue Mäntel für kalte Tage', locale: 'de-DE' },
    { line: 'Der Sale ist da: Fashion for you', locale: 'de-DE' },
    { line: 'Soldes d’été', locale: 'fr-FR' },
    { line: 'Новая коллекция уже здесь', locale: 'ru-RU' },
    { line: 'NEW ARRIVALS', locale: 'ja-JP' },
    { line: '秋の新作コートが届きました', locale: 'ja-JP' },
    { line: 'Under £50', facts: uk },
    { line: 'Ends 25/12', facts: uk },
    { line: 'Nur 20 €', facts: germany },
    { line: 'Sac de la Plage et du Lac', facts: { products: ['Sac de la Plage et du Lac'] } },
    { line: 'Tout pour vous et avec vous', options: { allow: ['Tout pour vous et avec vous'] } },
    { line: 'Soldes d’été', options: { checkLanguage: false } },
    { line: 'Colour pops', options: { checkSpelling: false } },
    { line: 'Under €50', options: { checkCurrency: false } },
    { line: 'Sale ends 3/4', options: { checkDates: false } },
  ],
  bad: [
    '[|Neue|] Stiefel [|für|] [|den|] Winter [|sind|] [|da|]',
    '[|Soldes|] [|d’|][|été|]',
    '[|Neue|] [|Mäntel|] [|für|] kalte Tage, [|jetzt|] [|im|] Shop',
    '[|Rebajas|] [|de|] [|otoño|]',
    '[|Saldi|]: [|sconti|] [|fino|] [|al|] 50%',
    '[|Korting|] [|op|] [|jassen|]',
    '[|Nouveautés|] [|pour|] [|vous|]',
    '[|Promoções|] [|para|] [|você|]',
    'Новая коллекция уже здесь',
    '秋の新作コートが届きました',
    '[|Colour|] pops for spring',
    'Your [|favourite|] [|jewellery|]',
    'A [|cosier|] [|neighbourhood|]',
    '[|Personalised|] mugs',
    '[|Favourite|] Things Are Here',
    'Sale ends [|3/4|]',
    'Through [|3/4|], 20% off',
    'Save on boots by [|5/6|]',
    'On [|3/4/26|] we open',
    '[|3/4|]-[|3/8|]: the boot week',
    'Ends [|25/12|]',
    'Gifts under [|€50|]',
    'Gifts under [|£50|]',
    { line: '[|Color|] pops, [|cozy|] knits', locale: 'en-GB' },
    { line: '[|The|] [|coats|] [|are|] [|here|] [|for|] [|you|]', locale: 'de-DE' },
    { line: '[|The|] [|coats|] [|are|] [|here|] [|for|] [|you|]', locale: 'fr-FR' },
    { line: 'Gifts under [|$50|]', facts: uk },
    { line: 'Ends [|12/25|]', facts: uk },
    { line: 'Under [|£50|]', facts: { ...uk, offer: dollars } },
    { line: "Hi {{ first_name|default:'[|neighbour|]' }}", dialect: 'klaviyo' },
  ],
});

describe('locale-language', () => {
  it('types the word as its readers spell it, in the same case', () => {
    expect(findingsIn(localeLanguage, { line: 'Colour pops for spring' })[0]).toMatchObject({
      severity: 'warn',
      message: '"Colour" is spelled another way in en-US; write "color".',
      suggestion: { start: 0, end: 6, text: 'Color' },
    });
  });

  it('says which two days a date may be', () => {
    expect(findingsIn(localeLanguage, { line: 'Sale ends 3/4' })[0]?.message).toBe(
      '"3/4" is March 4 to some readers and April 3 to others; write the month as a word.',
    );
  });

  it('says which language it reads', () => {
    expect(findingsIn(localeLanguage, { line: 'Nouveautés pour vous' })[0]?.message).toBe(
      'The line reads as French ("nouveautés", "pour", "vous") and its readers expect English (en-US); write it in their language.',
    );
  });

  it('compares a currency with the offer before the market', () => {
    const facts = { ...uk, offer: dollars };
    expect(findingsIn(localeLanguage, { line: 'Save $50', facts })).toEqual([]);
    expect(findingsIn(localeLanguage, { line: 'Save £50', facts })[0]?.fact).toEqual({
      path: 'offer.amount.currency',
      value: 'USD',
    });
    expect(findingsIn(localeLanguage, { line: 'Save $50', facts: uk })[0]?.fact).toEqual({
      path: 'market',
      value: 'GBP',
    });
  });

  it('goes by the locale of the cohort, not by that of the policy', () => {
    expect(findingsIn(localeLanguage, { line: 'Neue Mäntel für kalte Tage', facts: germany })).toEqual([]);
    expect(findingsIn(localeLanguage, { line: 'The coats are here for you', facts: germany })).toHaveLength(1);
  });

  it('judges a preheader too', () => {
    const [finding] = findingsIn(localeLanguage, { line: 'Fall is here', preheader: 'In every colour' });
    expect(finding).toMatchObject({ field: 'preheader', spans: [{ start: 9, end: 15 }] });
  });

  it('keeps the words of its lists as they are compared', () => {
    for (const { functionWords, tellingWords } of Object.values(lexicon.languages))
      for (const word of [...functionWords, ...tellingWords]) expect(word).toBe(word.normalize('NFC').toLowerCase());
    for (const { us, gb } of variants.pairs) expect(us).not.toBe(gb);
  });
});
