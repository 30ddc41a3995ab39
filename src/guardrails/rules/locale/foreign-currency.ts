/** Amounts in a currency that the readers, or the offer, do not use. */
import type { Market } from '../../../domain/brief.ts';
import type { Facts } from '../../../domain/facts.ts';
import type { ComparedFact } from '../../../domain/finding.ts';
import type { Locale } from '../../../domain/instant.ts';
import type { Sighting } from '../../rule.ts';
import { figuresOf } from '../../text/claims/figures.ts';
import type { ParsedLine } from '../../text/parsed-line.ts';

const byMarket: Readonly<Record<Market, string>> = { US: 'USD', CA: 'CAD', UK: 'GBP', EU: 'EUR' };

/** Members of the European Union and its neighbors that pay in money of their own. */
const byRegion: ReadonlyMap<string, string> = new Map([
  ['SE', 'SEK'],
  ['DK', 'DKK'],
  ['PL', 'PLN'],
  ['CZ', 'CZK'],
  ['HU', 'HUF'],
  ['RO', 'RON'],
  ['CH', 'CHF'],
  ['LI', 'CHF'],
  ['NO', 'NOK'],
  ['IS', 'ISK'],
]);

type Circumstances = { readonly facts: Facts | undefined; readonly market: Market; readonly locale: Locale };

/** Each amount whose sign stands for another currency. */
export function* foreignCurrencies(line: ParsedLine, circumstances: Circumstances): Iterable<Sighting> {
  if (!/[$€£₤¥₹]/.test(line.literal)) return;
  const expected = expectedCurrency(circumstances);
  for (const figure of figuresOf(line)) {
    // "Two cents" and "bucks" are words; a sign is what a shopper pays in.
    if (figure.kind !== 'amount' || !/[$€£₤¥₹]/.test(line.text.slice(figure.number.start, figure.number.end))) continue;
    if (figure.currencies.includes(expected.value)) continue;
    const { number, rendering } = figure;
    const who =
      expected.path === 'market'
        ? `readers in this market pay in ${expected.value}`
        : `the offer is in ${expected.value}`;
    yield {
      message: `"${line.text.slice(number.start, number.end)}" is in ${figure.currencies[0] ?? 'another currency'} and ${who}; write the amount in their money.`,
      spans: [number],
      fact: expected,
      ...(rendering !== undefined && { rendering }),
    };
  }
}

function expectedCurrency({ facts, market, locale }: Circumstances): Required<ComparedFact> {
  const offer = facts?.offer;
  if (offer?.amount) return { path: 'offer.amount.currency', value: offer.amount.currency };
  if (offer?.threshold) return { path: 'offer.threshold.currency', value: offer.threshold.currency };
  if (offer?.referencePrice) return { path: 'offer.referencePrice.currency', value: offer.referencePrice.currency };
  const region = /-([A-Z]{2})\b/.exec(locale)?.[1] ?? '';
  return { path: 'market', value: (market === 'EU' ? byRegion.get(region) : undefined) ?? byMarket[market] };
}
