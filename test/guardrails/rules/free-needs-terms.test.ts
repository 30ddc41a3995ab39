import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/domain/facts.ts';
import type { Offer } from '../../../src/domain/offer.ts';
import { freeNeedsTerms } from '../../../src/guardrails/rules/free-needs-terms.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

const usd = (minor: number) => ({ minor, currency: 'USD' });
const given = (offer: Offer | null) => ({ facts: { offer } });
const shipping = given({ type: 'free-shipping', threshold: usd(5000) });
const open = given({ type: 'free-shipping', threshold: null, conditions: [] });
const gift = given({ type: 'free-gift', on: 'canvas tote', conditions: ['With any coat'] });
const bogo = given({ type: 'buy-one-get-one', conditions: [] });
const sample = given({ type: 'sample', conditions: [] });
const trial = given({ type: 'trial', conditions: [] });
const percent = given({ type: 'percent-off', percent: '20' });
const none = given(null);
const page = (promises: string) => ({ facts: { landingPage: { url: 'https://shop.example/a', promises } } });

describeLists(freeNeedsTerms, {
  good: [
    { line: 'First month free, then $18', ...given({ type: 'trial', conditions: ['Then $18 a month'] }) },
    { line: 'BOGO socks', ...given({ type: 'buy-one-get-one', conditions: ['Second pair of equal or lesser value'] }) },
    { line: 'Any coat, a free tote', ...gift },
    {
      line: 'A pair of mugs, one free cookie tin',
      ...given({ type: 'free-gift', on: 'cookie tin', conditions: ['With any 2 mugs'] }),
    },
    { line: "The courier's on us: free shipping", ...open },
    { line: '20% off, on the house plants', ...percent },
    {
      line: '2 for 1 on every sock',
      ...given({ type: 'buy-one-get-one', conditions: ['Buy one pair, get one free'] }),
    },
    { line: '$80 of mugs, one free tote', ...given({ type: 'free-gift', threshold: usd(8000) }) },
    { line: 'A free tote with any coat', ...gift },
    { line: 'Free and clear mornings', ...none },
    { line: 'Free mug over $60', ...given({ type: 'free-gift', on: 'a surprise', threshold: usd(6000) }) },
    { line: '$80 gets you a free tote', ...given({ type: 'free-gift', threshold: usd(8000) }) },
    { line: 'We deliver for free over $50', ...shipping },
    { line: 'Ab 50 € liefern wir kostenlos', ...shipping },
    { line: 'Free shipping, no minimum', ...open },
    { line: 'Free shipping on every order over $50', ...shipping },
    { line: 'Two in the bag, the third one is free', ...given({ type: 'buy-one-get-one', conditions: ['Buy two'] }) },
    ...[
      'Light, free and easy: the linen trip',
      'Thanks for nothing, rain',
      'Pay nothing until March',
      'It costs nothing to look',
      'We cover the whole map in wool',
    ].map((line) => ({ line, ...none })),
    { line: 'Free shipping over $50', ...shipping },
    { line: 'Free shipping on $50+', ...shipping },
    { line: 'Ships free when you spend $50', ...shipping },
    { line: 'Free shipping, all week', ...open },
    { line: "Shipping's on us", ...open },
    { line: 'Free gift with any coat', ...gift },
    { line: 'Buy a coat, the tote is free', ...gift },
    { line: 'Gift with purchase, this week', ...gift },
    { line: 'Buy one, get one free', ...bogo },
    { line: 'BOGO on DIY kits', ...bogo },
    { line: 'Three free samples, your pick', ...sample },
    { line: 'Your free trial starts here', ...trial },
    { line: 'Free etching on your favorite mug', ...page('Free etching on every mug') },
    { line: 'Free etching on your favorite mug', ...given({ type: 'other', on: 'free etching' }) },
    { line: 'A coat without its condition: free tote', ...gift, options: { askForQualifier: false } },
    { line: 'Free tote with any coat, this week', ...gift },
    { line: '30 days free', ...trial },
    { line: 'What if coats were free?', ...none },
    { line: 'Sugar-free, guilt-free', ...none },
    { line: 'Gluten free and full of flavor', ...none },
    { line: 'Lint-free, wrinkle‑free, care-free', ...none },
    { line: 'Feel free to stay in', ...none },
    { line: 'Freestyle your layers', ...none },
    { line: 'Free People, new in', ...none },
    { line: 'Free your mind, and your wardrobe', ...none },
    { line: 'Free-range eggs, free-spirited dresses', ...none },
    { line: 'Carefree fits for fall', ...none },
    { line: 'Free returns, always', ...none },
    { line: 'Free in-store pickup by tonight', ...none },
    { line: 'Hands-free bags for market day', ...none },
    { line: 'Tax-free weekend is here', ...none },
    { line: 'You can count on us', ...none },
    { line: 'Wild and free: the summer edit', ...none },
    { line: 'Use your free time well', ...none },
    { line: 'Freedom of movement, in linen', ...none },
    { line: 'Complementary colors, gift ideas', ...none },
    { line: 'Freeport Studio is open late', ...none },
    { line: 'Free Country jackets are in', ...none },
  ],
  bad: [
    { line: '[|Free|] tote, no purchase necessary', ...gift },
    { line: '[|Free|] tote with every order', ...gift },
    {
      line: '[|Free|] engraving and a [|free|] coat',
      ...given({ type: 'free-gift', on: 'engraving', conditions: ['With any coat'] }),
    },
    { line: 'Free delivery and a [|free|] mug', ...open },
    { line: 'A full-size cream, [|free|] with any order', ...sample },
    { line: '[|Free|] socks, no purchase needed', ...given({ type: 'buy-one-get-one', on: 'socks', conditions: [] }) },
    { line: 'A free [|mug|] with any coat', ...gift },
    { line: '[|Free|] tote with any order', ...given({ type: 'free-gift', on: 'canvas tote', threshold: usd(6000) }) },
    { line: '[|2 for 1|] tees', ...given({ type: 'buy-one-get-one', conditions: ['The cheaper one is free'] }) },
    ...[
      '[|We’ll cover the shipping|] this week',
      'Socks [|for nothing|] with your boots',
      '[|Pay nothing|] for delivery',
    ].map((line) => ({ line, ...percent })),
    ...[
      '[|Free|] shipping, no minimum',
      '[|Free|] shipping on every order',
      '[|Free|] delivery, whatever you spend',
    ].map((line) => ({ line, ...shipping })),
    { line: '[|Free|] coat!', ...none },
    { line: '[|FREE|] coat inside', ...percent },
    { line: '[|fr33|] coat inside', ...none },
    { line: '[|𝗙𝗥𝗘𝗘|] shipping', ...none },
    { line: '[|f r e e|] shipping', ...none },
    { line: 'Ships [|free|]', ...percent },
    { line: '[|Free|] in every size', ...none },
    { line: 'A [|free|] month of tea', ...gift },
    { line: 'It is [|free|]. Shipping takes a week', ...percent },
    { line: '[|Free|] tote with any coat', ...shipping },
    { line: '[|Free|] shipping with any coat', ...gift },
    { line: '[|Complimentary|] gift wrap', ...none },
    { line: 'Lunch is [|on us|]', ...none },
    { line: 'Engraving [|at no charge|]', ...none },
    { line: 'Yours [|free of charge|]', ...none },
    { line: '[|Gift with purchase|] inside', ...none },
    { line: '[|BOGO|] on DIY kits', ...percent },
    { line: 'Buy two, get one [|free|]', ...gift },
    { line: '[|Buy one, get one|] free', ...given({ type: 'buy-one-get-one', percent: '50', conditions: [] }) },
    { line: 'A [|free|] tote is waiting', ...gift },
    { line: '[|Free|] shipping is here', ...shipping },
    { line: '[|Kostenloser|] Versand', ...none },
    { line: 'Livraison [|offerte|]', ...none },
    { line: 'Envío [|gratis|]', ...none },
    { line: 'Free your mind, [|free|] coat', ...none },
  ],
});

describe('free-needs-terms', () => {
  const found = (line: string, facts?: Partial<Facts>) => findingsIn(freeNeedsTerms, { line, ...(facts && { facts }) });

  it('says what the brief gives', () => {
    expect(found('Free coat!', percent.facts)).toMatchObject([
      { severity: 'block', fact: { path: 'offer.type', value: 'percent-off' } },
    ]);
  });

  it('asks for the offer once where nobody knows of one', () => {
    expect(found('Free coat, free tote')).toMatchObject([{ kind: 'not-evaluable', severity: 'warn' }]);
    expect(found('Free coat', { offer: undefined })).toMatchObject([
      { kind: 'not-evaluable', severity: 'block', fact: { path: 'offer.type' } },
    ]);
  });

  it('warns of a condition left out, and holds the line back in Canada', () => {
    expect(found('A free tote is waiting', gift.facts)).toMatchObject([
      { severity: 'warn', fact: { path: 'offer.conditions', value: 'With any coat' } },
    ]);
    expect(found('A free tote is waiting', { ...gift.facts, market: 'CA' })).toMatchObject([{ severity: 'block' }]);
    expect(found('A free tote is waiting', { offer: { type: 'free-gift' } })).toMatchObject([
      { severity: 'warn', message: expect.stringContaining('empty where there is none') },
    ]);
  });

  it('reads the fallback of a tag', () => {
    const line = "Your {{ gift|default:'free coat' }}";
    expect(findingsIn(freeNeedsTerms, { line, dialect: 'klaviyo', ...none })).toMatchObject([
      { spans: [{ start: 22, end: 26 }] },
    ]);
  });
});
