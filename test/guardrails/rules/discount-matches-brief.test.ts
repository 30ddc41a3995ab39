import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/domain/facts.ts';
import type { Offer } from '../../../src/domain/offer.ts';
import { discountMatchesBrief } from '../../../src/guardrails/rules/discount-matches-brief.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

const usd = (minor: number) => ({ minor, currency: 'USD' });
const eur = (minor: number) => ({ minor, currency: 'EUR' });
const given = (offer: Offer, more: Partial<Facts> = {}) => ({ facts: { offer, ...more } });
const off = (percent: string, more: Partial<Offer> = {}) => given({ type: 'percent-off', percent, ...more });

const flat = off('20', { on: 'coats', percentIsMax: false });
const upTo = off('60', { on: 'selected styles', percentIsMax: true });
const half = off('50', { percentIsMax: false });
const extra = off('20', { percentIsExtra: true });
const tenOff = given({ type: 'amount-off', amount: usd(1000), threshold: usd(5000) });
const plainTen = given({ type: 'amount-off', amount: usd(1000) });
const someBoots = off('20', { on: 'selected boots', percentIsMax: false });
const fiftyOff = given({ type: 'amount-off', amount: usd(5000), on: 'sofas' });
const price = given({ type: 'price', amount: usd(4900), referencePrice: usd(7000) });
const shipping = given({ type: 'free-shipping', threshold: usd(5000) });
const bogo = given({ type: 'buy-one-get-one' });
const former: Offer = { type: 'percent-off', percent: '20', referencePriceBasis: 'former-price' };
const none = { facts: { offer: null } };
const page = (promises: string) => ({ facts: { landingPage: { url: 'https://shop.example/gifts', promises } } });

const three = given({ type: 'price', amount: usd(3000), on: '3 T-shirts' });
const secondHalf = given({ type: 'buy-one-get-one', percent: '50', on: 'candles' });
const inApp = off('20', { on: 'everything', conditions: ['App orders only'] });
const sale = off('25', { on: 'sale items', percentIsExtra: true });
const fullPrice = off('30', { on: 'full-price styles' });
const points = given({ type: 'other', on: 'double points' });
const coded = off('20', { code: 'WARM20' });
const brand = off('25', { on: 'Le Creuset cookware' });
const first = off('20', { on: 'your first order' });

describeLists(discountMatchesBrief, {
  good: [
    { line: 'Fill a bag to $50, drop $10', ...tenOff },
    { line: 'Hit $50 and we knock off $10', ...tenOff },
    { line: 'Past $50? $10 comes off', ...tenOff },
    { line: '$10 off when you spend a little more', ...tenOff },
    { line: 'The $70 boot is $49', ...price },
    { line: 'The boot drops $21', ...price },
    { line: 'Sofas, minus $50', ...fiftyOff },
    { line: 'Pay $40 for $50 of knits', ...tenOff },
    { line: 'Buy one candle, get another half off', ...secondHalf },
    { line: '$49 boots, a full $21 under list', ...price },
    { line: 'Markdowns as steep as 60%', ...upTo },
    { line: 'Three T-shirts for $30', ...three },
    { line: 'T-shirts: any three, $30', ...three },
    { line: 'Mix two colors, one size: $30', ...three },
    { line: 'T-shirts at $10 each when you buy 3', ...three },
    { line: 'Fill up to $50 for free shipping', ...shipping },
    { line: 'Your $50 cart ships free', ...shipping },
    { line: 'Two wicks, now $30', ...given({ type: 'price', amount: usd(3000), on: '4 oz candle' }) },
    { line: 'Buy one candle, get one half off', ...secondHalf },
    { line: 'Half off a candle for every candle', ...secondHalf },
    { line: '20% off in the app', ...inApp },
    { line: 'An extra 25% off sale picks', ...sale },
    { line: '30% off new arrivals', ...fullPrice },
    { line: '20% off new arrivals', ...off('20', { on: 'everything, sale included' }) },
    { line: '2x points all weekend', ...points },
    { line: 'Points are worth double', ...points },
    { line: 'Triple points', ...given({ type: 'other', on: 'bonus points' }) },
    { line: '20% off with LEGO sets', ...coded },
    { line: 'NASA takes off, 20% off too', ...coded },
    { line: 'WARM20 takes 20% off', ...coded },
    { line: '25% off all Le Creuset Dutch ovens', ...brand },
    { line: '25% off cookware', ...brand },
    { line: '20% off your whole first order', ...first },
    { line: '20% off furniture', ...off('20', { on: 'sofas and armchairs' }) },
    { line: 'Buy now, get 20% off coats next', ...flat },
    { line: 'Spend $50 and keep $10', ...tenOff },
    { line: 'A $10 thank-you on $50', ...tenOff },
    { line: '20% off benches', ...off('20', { on: 'outdoor furniture' }) },
    { line: '20% off every bag', ...off('20', { on: 'coffee' }) },
    { line: 'A third of your life is in bed', ...flat },
    { line: 'Enter STAGE left: 20% off', ...off('20', { code: 'WARM20' }) },
    { line: 'An extra 20% off everything on sale', ...off('20', { on: 'sale styles', percentIsExtra: true }) },
    { line: 'The boot, $70 down to $49', ...price },
    { line: '$10 off your $50 shop', ...tenOff },
    { line: '$10 less this week', ...plainTen },
    { line: 'Fall starts $10 lighter', ...plainTen },
    { line: 'Give $50, get $10', ...tenOff },
    { line: 'Give $10, get $10', ...tenOff },
    { line: 'Bowled over: 20% off', ...flat },
    { line: 'Save a third for later', ...flat },
    { line: 'Save half an hour', ...flat },
    { line: '20% off with code WARM20', ...off('20', { code: 'WARM20' }) },
    { line: '20% off with code warm20', ...off('20', { code: 'WARM20' }) },
    { line: '20% off, dress code black tie', ...off('20', { code: 'WARM20' }) },
    { line: 'Use PS5 pads, now 20% off', ...off('20', { code: 'WARM20' }) },
    { line: 'Jeans, $39', ...given({ type: 'price', amount: usd(3900), on: 'wide-leg jeans' }) },
    { line: '20% off coats ends Sunday', ...flat },
    { line: 'Coats, now 20 % off', ...flat },
    { line: 'Twenty percent off coats', ...flat },
    { line: 'Save 20% on coats', ...flat },
    { line: 'Your 20% is waiting', ...flat },
    { line: '２０％ off coats', ...flat },
    { line: 'Take 20 off coats', ...flat },
    { line: '20% off your order', ...flat },
    { line: 'Up to 60% off selected styles', ...upTo },
    { line: 'UP TO 60% OFF', ...upTo },
    { line: 'Save as much as 60%', ...upTo },
    { line: 'Half price coats', ...half },
    { line: 'Coats at ½ price', ...half },
    { line: 'Half off, all week', ...half },
    { line: 'A third off knitwear', ...off('33') },
    { line: 'A fifth off coats', ...flat },
    { line: '20% off coats, everything else as it was', ...flat },
    { line: '20% off: everything you need for fall', ...flat },
    { line: 'Your $10 is waiting, over $50', ...tenOff },
    { line: 'Free shipping at $50', ...shipping },
    { line: '$70, now $49', ...price },
    { line: 'Half the price of a latte', ...none },
    { line: 'Extra 20% off markdowns', ...extra },
    { line: '20% off markdowns', ...extra },
    { line: '$10 off $50', ...tenOff },
    { line: '$10 off orders over $50', ...tenOff },
    { line: 'Spend $50, save $10', ...tenOff },
    { line: 'Ten dollars off when you spend $50', ...tenOff },
    { line: '10 off your order', ...tenOff },
    { line: 'Now $49, was $70', ...price },
    { line: '$70 → $49', ...price },
    { line: 'Coats under $50', ...price },
    { line: 'Save $21 on the harbor boot', ...price },
    { line: '30% off the harbor boot', ...price },
    { line: 'Free shipping over $50', ...shipping },
    { line: 'Free shipping on $50+', ...shipping },
    { line: 'BOGO on DIY kits', ...bogo },
    { line: 'Buy one, get one free', ...bogo },
    { line: '2 for 1 on socks', ...bogo },
    { line: '3 for 2 on socks', ...given({ type: 'buy-one-get-one', conditions: ['Buy 2, get 1 on socks'] }) },
    ...[
      '20% off boots this week',
      '20% off Chelsea boots',
      '20% off shoes',
      '20% off the boot edit',
      '20% off sale boots',
      '20% off your order',
      '20% off the boots you wear with scarves',
      '20% off boots and hats off to you',
      '20% off scarf weather',
      'Scarf weather: 20% off boots',
      'Scarf weather: 20% off inside',
      'Boots that love socks: 20% off',
      'New scarves are in, 20% off inside',
    ].map((line) => ({ line, ...someBoots })),
    { line: '20% off every coat', ...off('20', { on: 'all coats' }) },
    { line: '20% off all winter sale styles', ...off('20', { on: 'the winter sale' }) },
    { line: '20% off the whole bookcase', ...off('20', { on: 'the winter edit' }) },
    { line: '20% off scarves', ...off('20', { on: 'boots', conditions: ['Scarves bought with boots too'] }) },
    { line: '20% off scarves', ...off('20', { on: 'boots and more' }) },
    { line: "20% off men's boots", ...off('20', { on: 'boots for men' }) },
    { line: 'Save up to $50 on sofas', ...fiftyOff },
    { line: '10 gifts under $50', ...page('Gifts under $50, one page') },
    { line: '10 gifts under $50', ...page('The $45 candle and more') },
    { line: '10 gifts under $50', ...none, options: { allowPricePoints: true } },
    { line: 'Free shipping over $35', ...none, options: { alwaysTrue: ['free shipping over $35'] } },
    { line: '20% off everything', ...off('20', { on: 'everything' }) },
    { line: '20% off sitewide', ...off('20', { on: 'all orders' }) },
    { line: '100% cotton, made to last', ...flat },
    { line: '2% milk, 98% foam', ...flat },
    { line: 'Socks in 78% merino', ...flat },
    { line: '100% of proceeds go to the shelter', ...flat },
    { line: '0% APR on your new sofa', ...none },
    { line: '98% would recommend this boot', ...flat },
    { line: 'SPF 50, no white cast', ...flat },
    { line: "We're 100% here for corduroy", ...flat },
    { line: 'Up to 40% lighter than last year', ...flat },
    { line: '501s, 24/7, in 2XL', ...flat },
    { line: 'Top 10 picks for June', ...none },
    { line: 'Half the weight, all the warmth', ...half },
    { line: '20 off-duty looks', ...none },
    { line: 'Dinner for two', ...none },
    { line: '50/50: linen and cotton', ...none },
    { line: 'Under 50 degrees? Coats.', ...none },
    { line: '30 % Rabatt auf Mäntel', ...off('30') },
    { line: '-30 % sur les manteaux', ...off('30') },
    { line: 'Jetzt 19,99 €', ...given({ type: 'price', amount: eur(1999) }) },
    { line: 'Up to 60% off', ...off('60', { percentIsMax: true, percentMaxShare: '15' }) },
  ],
  bad: [
    { line: '[|$10 off|] your basket', ...tenOff },
    { line: '[|$10 off|], no minimum', ...tenOff },
    { line: '[|$50 off|] your basket', ...given({ type: 'amount-off', amount: usd(1000), threshold: usd(5000) }) },
    { line: 'Boots, [|$21|] today', ...price },
    { line: 'Any five T-shirts for [|$30|]', ...three },
    { line: 'T-shirts, [|$30|] each', ...three },
    { line: 'T-shirts, [|$10|] each', ...three },
    { line: '$30 [|tops|] and more', ...given({ type: 'price', amount: usd(3000), on: 'jeans' }) },
    { line: 'Three [|jumpers|] for $30', ...three },
    { line: 'Candles are [|half off|]', ...secondHalf },
    { line: 'Buy a coat, get a second [|20% off|]', ...flat },
    { line: '20% off [|in stores and online|]', ...inApp },
    { line: 'An extra 25% off [|new arrivals|]', ...sale },
    { line: '30% off [|clearance|]', ...fullPrice },
    { line: '[|Triple points|] all weekend', ...points },
    { line: '[|Points count triple|] all weekend', ...points },
    { line: '[|Three times the points|]', ...points },
    { line: '30% off the [|sale|]', ...fullPrice },
    { line: 'All [|furniture|] is 20% off', ...off('20', { on: 'sofas and armchairs' }) },
    { line: '[|FROST|] takes 20% off', ...coded },
    { line: '20% off with [|FROST|]', ...coded },
    { line: '25% off all [|cookware|]', ...brand },
    { line: '20% off [|every order|]', ...off('20', { on: 'your first order', percentIsMax: false }) },
    { line: '20% off all [|furniture|]', ...off('20', { on: 'sofas and armchairs' }) },
    { line: '[|Hats|] and boots, 20% off', ...off('20', { on: 'boots' }) },
    { line: 'Buy one, get one free on [|bras|]', ...given({ type: 'buy-one-get-one', on: 'socks' }) },
    { line: 'Enter [|COLD|] at checkout for 20% off', ...off('20', { code: 'WARM20' }) },
    { line: 'Coats for [|a quarter of the price|]', ...flat },
    { line: '20% off [|everything|] but shoes', ...flat },
    { line: '20% off with code [|COLD30|]', ...off('20', { code: 'WARM20' }) },
    { line: 'Use [|COLD30|] for 20% off', ...off('20', { code: 'WARM20' }) },
    { line: '$39 [|blazers|]', ...given({ type: 'price', amount: usd(3900), on: 'wide-leg jeans' }) },
    { line: 'Save [|a quarter|] on your coat', ...flat },
    { line: 'Your coat for [|half of what it cost|]', ...flat },
    { line: '[|Two coats for the price of one|]', ...flat },
    { line: '[|30 percent|] lighter on the wallet', ...flat },
    { line: 'The boot, [|$80|] down to $49', ...price },
    { line: '[|30% off|] coats', ...flat },
    { line: '[|３０％ off|] coats', ...flat },
    { line: '[|3O% off|] coats', ...flat },
    { line: '[|thirty percent off|] coats', ...flat },
    { line: '[|30 percent off|] coats', ...flat },
    { line: '[|30\u202f% off|] coats', ...flat },
    { line: 'Get [|30%|] today', ...flat },
    { line: '[|Half price|] coats', ...flat },
    { line: '[|20% off|] coats', ...none },
    { line: '[|60% off|] selected styles', ...upTo },
    { line: '[|60% off|] [|everything|]', ...upTo },
    { line: '[|Everything|] is up to 60% off', ...upTo },
    { line: 'Up to 60% off [|all styles|]', ...upTo },
    { line: 'Up to 60% off [|all|] coats', ...upTo },
    { line: '[|At least 60% off|]', ...upTo },
    { line: '[|Up to 70% off|]', ...upTo },
    { line: '[|Up to 20% off|] coats', ...flat },
    { line: '[|Extra 20% off|]', ...off('20', { percentIsExtra: false }) },
    { line: '[|20–30% off|] coats', ...off('30', { percentIsMax: true }) },
    { line: '20% off [|everything|]', ...flat },
    { line: '20% off, [|sitewide|]', ...flat },
    ...[
      '20% off [|scarves|] this week',
      '20% off wool [|scarves|] and [|hats|]',
      '20% off boots and [|scarves|]',
      '20% off boot [|socks|]',
      '20% off the [|scarf|] edit',
      'Save 20% on [|sandals|]',
      '[|Scarves|], now 20% off',
      'New in: [|scarves|] at 20% off',
      '20% off [|any|] boot',
      '20% off the [|entire|] boot wall',
    ].map((line) => ({ line, ...someBoots })),
    { line: '20% off [|everything|]', ...off('20', { on: 'all coats' }) },
    { line: "20% off women's [|boots|]", ...off('20', { on: "men's boots" }) },
    { line: '$50 off [|lamps|]', ...fiftyOff },
    { line: '[|Save up to $40|] on sofas', ...fiftyOff },
    { line: 'Up to [|$60 off|] sofas', ...fiftyOff },
    { line: 'Up to [|$50 off|] boots', ...someBoots },
    { line: '[|$15 off|] $50', ...tenOff },
    { line: '$10 off orders [|over $40|]', ...tenOff },
    { line: 'Take [|20 off|]', ...tenOff },
    { line: '[|£10 off|]', ...tenOff },
    { line: 'Now [|$39|], was $70', ...price },
    { line: 'Now $49, [|was $90|]', ...price },
    { line: '[|$49 off|] boots', ...price },
    { line: '[|31% off|] boots', ...price },
    { line: '[|Buy 2, get 1|] free', ...bogo },
    { line: '[|3 for 2|] on socks', ...flat },
    { line: '10 gifts [|under $50|]', ...none },
    { line: 'Coats [|under $40|]', ...price },
    { line: 'Free shipping [|over $75|]', ...shipping },
    { line: 'Free shipping [|over $75|]', ...given({ type: 'free-shipping', threshold: null }) },
    { line: '[|30 % Rabatt|] auf Mäntel', ...flat },
    { line: '2 for [|$40|]', ...none },
    { line: '[|99¢|] socks', ...none },
    { line: '[|50 bucks off|]', ...tenOff },
    { line: '[|20% off|]', ...given(former, { market: 'EU' }) },
  ],
});

const found = (line: string, facts?: Partial<Facts>, options = {}) =>
  findingsIn(discountMatchesBrief, { line, ...(facts && { facts }), options });

describe('discount-matches-brief', () => {
  it('says what the brief says', () => {
    expect(found('30% off coats', flat.facts)).toMatchObject([
      {
        severity: 'block',
        fact: { path: 'offer.percent', value: '20%' },
        message: expect.stringContaining('"30% off"'),
      },
    ]);
    expect(found('Free shipping over $75', shipping.facts)).toMatchObject([
      { fact: { path: 'offer.threshold', value: '$50' } },
    ]);
  });

  it('asks for the offer once where there is no brief', () => {
    expect(found('20% off coats, $10 off boots')).toMatchObject([
      { kind: 'not-evaluable', severity: 'warn', fact: { path: 'offer.percent' }, spans: [{ start: 0, end: 7 }] },
    ]);
  });

  it.each([
    ['20% off coats', { offer: undefined }, 'offer.percent'],
    ['Free shipping over $50', { offer: { type: 'free-shipping' as const } }, 'offer.threshold'],
    ['Up to 20% off', { offer: { type: 'percent-off' as const, percent: '20' } }, 'offer.percentIsMax'],
    ['Extra 20% off', { offer: { type: 'percent-off' as const, percent: '20' } }, 'offer.percentIsExtra'],
    ['20% off everything', { offer: { type: 'percent-off' as const, percent: '20' } }, 'offer.on'],
    ['Was $79', { offer: { type: 'price' as const, amount: usd(4900) } }, 'offer.referencePrice'],
    [
      '20% off',
      { market: 'EU' as const, offer: { type: 'percent-off' as const, percent: '20' } },
      'offer.referencePriceBasis',
    ],
    [
      'Up to 60% off',
      { market: 'UK' as const, offer: { type: 'percent-off' as const, percent: '60', percentIsMax: true } },
      'offer.percentMaxShare',
    ],
  ])('names the fact that %s lacks', (line, facts, path) => {
    expect(found(line, facts)).toMatchObject([{ kind: 'not-evaluable', severity: 'block', fact: { path } }]);
  });

  it('wants a tenth of the range behind "up to" in the United Kingdom alone', () => {
    const offer: Offer = { type: 'percent-off', percent: '60', percentIsMax: true, percentMaxShare: '5' };
    expect(found('Up to 60% off', { offer, market: 'UK' })).toMatchObject([{ fact: { value: '5%' } }]);
    expect(found('Up to 60% off', { offer, market: 'UK' }, { minMaxShare: 5 })).toEqual([]);
    expect(found('Up to 60% off', { offer })).toEqual([]);
  });

  it('works a percentage out from the prices and lets nobody round up', () => {
    const offer: Offer = { type: 'price', amount: usd(4900), referencePrice: usd(7900) };
    expect(found('37% off', { offer })).toEqual([]);
    expect(found('Save $10', { offer: { ...offer, amount: usd(6899) } })).toEqual([]);
    expect(found('Save $11', { offer: { ...offer, amount: usd(6899) } })).toHaveLength(1);
    expect(found('38% off', { offer })).toMatchObject([{ fact: { path: 'offer.referencePrice', value: '37%' } }]);
    const both: Offer = { ...offer, percent: '40' };
    expect(found('40% off', { offer: both })).toMatchObject([{ fact: { value: '37%' } }]);
  });

  it.each([
    ['60% off coats', 'Up to 60% off coats'],
    ['Coats at 60% off', 'Coats at up to 60% off'],
    ['60% OFF COATS', 'UP TO 60% OFF COATS'],
    ['Save 60%', 'Save up to 60%'],
  ])('puts "up to" into %s', (line, mended) => {
    const [finding] = found(line, upTo.facts);
    const { start, end, text } = finding?.suggestion ?? { start: 0, end: 0, text: '?' };
    expect(line.slice(0, start) + text + line.slice(end)).toBe(mended);
    expect(found(mended, upTo.facts)).toEqual([]);
  });

  it('leaves a line alone into which "up to" would not fit', () => {
    expect(found('Your 60% off is here', upTo.facts)[0]?.suggestion).toBeUndefined();
    expect(found(`60% off coats, ${'and boots '.repeat(6)}`, upTo.facts)[0]?.suggestion).toBeUndefined();
  });

  it('takes "up to" out where there is one reduction', () => {
    expect(found('Up to 20% off coats', flat.facts)[0]?.suggestion).toEqual({ start: 0, end: 6, text: '' });
  });

  it('reads the fallback of a tag, and points out a number that the list puts in', () => {
    const line = "{{ deal|default:'30' }}% off coats";
    const findings = findingsIn(discountMatchesBrief, { line, dialect: 'klaviyo', ...flat });
    expect(findings.map(({ severity, rendering }) => [severity, rendering])).toContainEqual(['block', 'deal empty']);
    expect(findings.map(({ severity }) => severity)).toContain('warn');
  });

  it('reads a figure that only some readers get whole', () => {
    const line = '3{% if vip %}0{% endif %}% off coats';
    expect(findingsIn(discountMatchesBrief, { line, dialect: 'klaviyo', ...off('30') }).length).toBeGreaterThan(0);
  });
});
