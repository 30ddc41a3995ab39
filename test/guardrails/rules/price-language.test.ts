import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/domain/facts.ts';
import type { ReferencePriceBasis } from '../../../src/domain/offer.ts';
import { priceLanguage } from '../../../src/guardrails/rules/price-language.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

const based = (referencePriceBasis: ReferencePriceBasis, more: Partial<Facts> = {}) => ({
  facts: { offer: { type: 'price' as const, referencePriceBasis }, ...more },
});
const former = based('former-price');
const list = based('list-price');
const market = based('competitor-price');
const europe = based('lowest-30-days', { market: 'EU' });
const none = { facts: { offer: null } };
const proven = { facts: { claims: [{ text: 'Wholesale prices on rugs', substantiation: 'Invoice 12 of the mill' }] } };

describeLists(priceLanguage, {
  good: [
    { line: 'The trade wind is up: new linen', facts: { offer: null } },
    { line: 'Now $49, was $79', ...former },
    { line: 'Reg. $79, now $49', ...former },
    { line: '$89 → $59', ...former },
    { line: '40% off the regular price', ...former },
    { line: 'MSRP $79, ours $49', ...list },
    { line: 'Half off list price', ...list },
    { line: 'Compare at $79', ...market },
    { line: 'Coats below market', ...market },
    { line: 'Was €79, now €49', ...europe },
    { line: 'Wholesale prices on rugs', ...proven },
    { line: 'Fall was made for corduroy', ...none },
    { line: 'It was a good year for wool', ...none },
    { line: 'The whole sale is on', ...none },
    { line: 'Wholesome weekend layers', ...none },
    { line: 'From the chocolate factory', ...none },
    { line: 'Factory-fresh denim', ...none },
    { line: 'Compare at home: two creams', ...none },
    { line: 'Make a list, price the gifts later', ...none },
    { line: 'At any cost, no. At $20, yes.', ...none },
    { line: 'Below zero, above average', ...none },
    { line: 'Farmers market finds', ...none },
    { line: '20% off regular-priced styles', ...none },
    { line: 'Gifts under $50', ...none },
    { line: 'A $45 value, in one box', ...none },
    { line: 'Gift box worth $45', ...none },
    { line: 'Retail therapy, sorted', ...none },
    { line: 'Regular fit, original hems', ...none },
    { line: 'We were waiting for this one', ...none },
    { line: 'Trade prices? No, just coats', ...none, options: { exceptions: ['trade prices'] } },
  ],
  bad: [
    { line: 'Pay what [|the trade pays|] for a desk', facts: { offer: null } },
    { line: '[|Wholesale|] prices, today', ...former },
    { line: '[|wh0lesale|] prices, today', ...former },
    { line: '[|Factory prices|] on denim', ...former },
    { line: '[|Factory-price|] denim', ...list },
    { line: '[|Below cost|], this week', ...former },
    { line: 'Everything [|at cost|]', ...none },
    { line: '[|Below market|] coats', ...former },
    { line: '[|Below-market|] coats', ...none },
    { line: 'Now $49, [|was $79|]', ...none },
    { line: 'Now $49, [|was $79|]', ...list },
    { line: '[|Reg. $79|], now $49', ...none },
    { line: '[|$89|] → $59', ...none },
    { line: '[|From $120|] to $79.99', ...none },
    { line: '[|MSRP $79|], ours $49', ...former },
    { line: 'Half off [|list price|]', ...former },
    { line: 'Half the [|RRP|]', ...market },
    { line: '[|Compare at $79|]', ...former },
    { line: '40% off the [|regular price|]', ...none },
    { line: '[|Originally $79|], now less', ...none },
    { line: '[|Was €79|], now €49', ...based('former-price', { market: 'EU' }) },
    { line: '49 € [|statt 79 €|]', ...none },
    { line: '49 € [|au lieu de 79 €|]', ...none },
    { line: '[|Fabrikpreise|] auf Mäntel', ...none },
    { line: 'The [|outlet price|] list', ...none, options: { terms: ['outlet price'] } },
  ],
});

describe('price-language', () => {
  const found = (line: string, facts?: Partial<Facts>) => findingsIn(priceLanguage, { line, ...(facts && { facts }) });

  it('names the basis of the brief', () => {
    expect(found('MSRP $79', former.facts)).toMatchObject([
      { severity: 'block', fact: { path: 'offer.referencePriceBasis', value: 'former-price' } },
    ]);
  });

  it('asks for the basis where nobody gave one', () => {
    expect(found('Was $79', { offer: { type: 'price' } })).toMatchObject([
      { kind: 'not-evaluable', severity: 'block', fact: { path: 'offer.referencePriceBasis' } },
    ]);
    expect(found('Was $79, reg. $99')).toMatchObject([{ kind: 'not-evaluable', severity: 'warn' }]);
  });

  it('takes no basis for a proof of wholesale prices', () => {
    expect(found('Wholesale prices', former.facts)).toMatchObject([{ fact: { path: 'claims', value: 'none' } }]);
  });
});
