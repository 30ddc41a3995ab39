import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../../../src/guardrails/default-policy.ts';
import type { Figure } from '../../../../src/guardrails/text/claims/figure.ts';
import { figuresOf, figuresStatedIn } from '../../../../src/guardrails/text/claims/figures.ts';
import { dialectNamed } from '../../../../src/guardrails/text/merge-tags/dialects.ts';
import { parseLine } from '../../../../src/guardrails/text/parsed-line.ts';

/** A figure in short: what is marked, what it is, how much. */
function told(text: string, figure: Figure): string {
  const written = text.slice(figure.span.start, figure.span.end);
  switch (figure.kind) {
    case 'percent': {
      const low = figure.low === null ? '' : `${figure.low / 100}-`;
      const bound = figure.bound === 'is' ? '' : ` ${figure.bound}`;
      return `${written}: ${figure.sense} ${low}${figure.hundredths / 100}%${bound}${figure.isExtra ? ' extra' : ''}`;
    }
    case 'amount':
      return `${written}: ${figure.roles.join('/')} ${figure.hundredths / 100} ${figure.currencies[0]}${figure.relation === 'is' ? '' : ` ${figure.relation}`}`;
    case 'deal':
      return `${written}: buy ${figure.buy} get ${figure.free}`;
    case 'number-off':
      return `${written}: ${figure.hundredths / 100}`;
    default:
      return written;
  }
}

const read = (text: string) => figuresStatedIn(text).map((figure) => told(text, figure));

describe('the reader of figures', () => {
  it.each([
    ['50% off', ['50% off: discount 50%']],
    ['５０％ off', ['５０％ off: discount 50%']],
    ['5️⃣0️⃣% off', ['5️⃣0️⃣% off: discount 50%']],
    ['5O% off', ['5O% off: discount 50%']],
    ['𝟓𝟎% off', ['𝟓𝟎% off: discount 50%']],
    ['50\u202f% off', ['50\u202f% off: discount 50%']],
    ['50\u00a0% off', ['50\u00a0% off: discount 50%']],
    ['20&#37; off', ['20&#37; off: discount 20%']],
    ['SAVE20% now', ['20%: discount 20%']],
    ['12.5% off', ['12.5% off: discount 12.5%']],
    ['12,5 % de remise', ['12,5 % de remise: discount 12.5%']],
    ['twenty-five percent off', ['twenty-five percent off: discount 25%']],
    ['zwanzig Prozent Rabatt', ['zwanzig Prozent Rabatt: discount 20%']],
    ['Up to an extra 20% off', ['Up to an extra 20% off: discount 20% up-to extra']],
    ['20% extra off', ['20% extra off: discount 20% extra']],
    ["Jusqu'à 50 % de réduction", ["Jusqu'à 50 % de réduction: discount 50% up-to"]],
    ['20%+ off', ['20%+ off: discount 20% at-least']],
    ['From 20% off', ['From 20% off: discount 20% at-least']],
    ['20–30% off', ['20–30% off: discount 20-30%']],
    ['20% to 30% off', ['20% to 30% off: discount 20-30%']],
    ['half-price', ['half-price: discount 50%']],
    ['½ off, 1/2 price', ['½ off: discount 50%', '1/2 price: discount 50%']],
    ['a third off', ['a third off: discount 33.33%']],
    ['100% cotton', ['100%: share 100%']],
    ['78% fine merino', ['78%: share 78%']],
    ['40% lower fees', ['40%: discount 40%']],
    ['40% lighter', ['40%: share 40%']],
    ['20%, ladies and gentlemen', ['20%: bare 20%']],
  ])('reads percentages in %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  it.each([
    ['$50 off', ['$50 off: off 50 USD']],
    ['US$50', ['US$50: price 50 USD']],
    ['£12.50', ['£12.50: price 12.5 GBP']],
    ['19,99 €', ['19,99 €: price 19.99 EUR']],
    ['1.299,00 €', ['1.299,00 €: price 1299 EUR']],
    ['1 299 €', ['1 299 €: price 1299 EUR']],
    ['50 bucks off', ['50 bucks off: off 50 USD']],
    ['ten-dollar tees', ['ten-dollar: price 10 USD']],
    ['EUR 50', ['EUR 50: price 50 EUR']],
    ['99¢ socks, 99p socks', ['99¢: price 0.99 USD', '99p: price 0.99 GBP']],
    ['$1.5k', ['$1.5k: price 1500 USD']],
    ['$10 off $50', ['$10 off: off 10 USD', 'off $50: threshold 50 USD']],
    ['gifts under $50', ['under $50: price 50 USD under']],
    ['$25 and under', ['$25 and under: price 25 USD under']],
    ['from $29', ['from $29: price/threshold 29 USD from']],
    ['was $79, now $49', ['was $79: reference 79 USD', '$49: price 49 USD']],
    ['From $120 to $79.99', ['From $120: reference 120 USD', '$79.99: price 79.99 USD']],
    ['a $45 value', ['$45 value: reference/price 45 USD']],
    ['$0 delivery', []],
    ['$$$', []],
  ])('reads amounts in %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  it.each([
    ['BOGO', ['BOGO: buy 1 get 1']],
    ['B2G1', ['B2G1: buy 2 get 1']],
    ['Buy one, get one free', ['Buy one, get one: buy 1 get 1']],
    ['Buy any 2 tees, get 1', ['Buy any 2 tees, get 1: buy 2 get 1']],
    ['3 for 2', ['3 for 2: buy 2 get 1']],
    ['Two for one', ['Two for one: buy 1 get 1']],
    ['3 für 2', ['3 für 2: buy 2 get 1']],
    ['Dinner for two', []],
    ['4 for 2 weeks', []],
    ['2 for $30', ['$30: price 30 USD']],
    ['Take 20 off', ['20 off: 20']],
    ['20 off-duty looks', []],
  ])('reads deals in %s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  it('finds its way back through tags', () => {
    const text = "{{ first_name|default:'you' }}: ２０％ off, {{ deal }}% off, $50";
    const line = parseLine({ text }, dialectNamed('klaviyo'), defaultPolicy.attributes);
    expect(figuresOf(line).map((figure) => told(text, figure))).toEqual([
      '２０％ off: discount 20%',
      '$50: price 50 USD',
      '{{ deal }}%',
    ]);
  });

  it.each(['20% ', '$5 off ', 'one for ', 'twenty ', '1.234', 'buy 2 ', 'up to an extra ', '1 234 ', 'half ', '$20-'])(
    'stays quick on %s, a thousand times and more',
    (piece) => {
      const startedAt = performance.now();
      figuresStatedIn(piece.repeat(Math.ceil(20_000 / piece.length)));
      expect(performance.now() - startedAt).toBeLessThan(5000);
    },
  );
});
