/** Holds every percentage, amount and deal in a line to the offer of the brief. */
import * as z from 'zod';
import figureWords from '../../../data/lexicons/figure-words.json' with { type: 'json' };
import { Market } from '../../domain/brief.ts';
import { defineRule, nothing, type RuleContext, type Sighting } from '../rule.ts';
import type { Figure, NumberOffFigure } from '../text/claims/figure.ts';
import { figuresOf, figuresStatedIn } from '../text/claims/figures.ts';
import { lackingOffer, lackingOfOffers } from '../text/claims/lacking-fact.ts';
import type { TermFinder } from '../text/find-terms.ts';
import type { ParsedLine } from '../text/parsed-line.ts';
import { signBits } from '../text/signs.ts';
import { amountFact, amountSightings } from './discount/amount-claims.ts';
import { bundleSightings } from './discount/bundle.ts';
import { channelSightings } from './discount/channels.ts';
import { codeSightings } from './discount/code-claims.ts';
import { conditionSightings } from './discount/conditions.ts';
import { dealSightings } from './discount/deal-claims.ts';
import { against, type Ground, quoted, unknown } from './discount/judged.ts';
import { otherThingSightings } from './discount/other-thing.ts';
import { percentSightings } from './discount/percent-claims.ts';
import { pointsSightings } from './discount/points.ts';
import { scopeSightings } from './discount/scope.ts';
import { figuresStated } from './discount/stated.ts';
import { standingSightings } from './discount/status.ts';
import { hundredthsOfMoney, hundredthsOfPercent } from './discount/worded.ts';

const Options = z.strictObject({
  /** Let pass "under $50", "from $20" and the like although the brief names no such price. */
  allowPricePoints: z.boolean().default(false),
  /** Figures that hold whatever the campaign, as a line would put them: "free shipping over $50". */
  alwaysTrue: z.array(z.string().trim().min(1).max(200)).max(100).default([]),
  /** Where a reduction is counted from the lowest price of 30 days (Directive 98/6/EC Art. 6a). */
  lowest30DaysIn: z.array(Market).default(['EU']),
  /** Where "up to" needs a fair share of the range at the highest reduction (CAP 3.1). */
  maxShareIn: z.array(Market).default(['UK']),
  /** That share, in percent; a rule of thumb of the trade. */
  minMaxShare: z.number().min(0).max(100).default(10),
  /** Where a figure that a merge value puts in holds a line back instead of being pointed out. */
  strictIn: z.array(Market).default(['CA']),
});
type Options = z.infer<typeof Options>;

type Prepared = { readonly finder: TermFinder; readonly options: Options; readonly always: readonly Figure[] };

const partSaved = ['a half', 'half', 'a third', 'a quarter', 'a fifth', 'a tenth', 'one third', 'one quarter'];
const signals = [
  ...partSaved.map((part) => `save ${part}`),
  ...['third', 'quarter', 'fifth', 'tenth'].flatMap((part) => [`${part} of the`, `${part} price`]),
  ...['for the price of', 'for the cost of', 'half of what', 'half what', 'code'],
  ...figureWords.percent,
  ...figureWords.half,
  ...Object.values(figureWords.fractions).flat(),
  ...['free', 'points', 'off', 'buy', 'bogo', 'bogof', 'bogoho', 'buck', 'dollar', 'cent', 'pence', 'quid', 'euro'],
  ...['usd', 'cad', 'aud', 'nzd', 'eur', 'gbp', 'chf', 'sek', 'nok', 'dkk', 'pln', 'czk', 'inr', 'jpy'],
  ...['b1g1', 'b2g1', 'b3g1', 'b2g2', 'kaufe', 'kauf', 'achetez', 'compra', 'koop'],
  ...[
    ['2', '1'],
    ['3', '2'],
    ['4', '3'],
    ['3', '1'],
    ['4', '2'],
    ['5', '4'],
    ['5', '3'],
    ['two', 'one'],
    ['three', 'two'],
    ['four', 'three'],
  ].flatMap(([all, paid]) => figureWords.for.map((word) => `${all} ${word} ${paid}`)),
];

/** See docs/rules/discount-matches-brief.md. */
export const discountMatchesBrief = defineRule({
  id: 'discount-matches-brief',
  version: 3,
  summary: 'Every percentage, amount and deal equals the offer of the brief, and keeps its "up to".',
  options: Options,
  on: true,
  severity: 'block',
  onMissingFacts: 'block',
  alsoPreheader: true,
  wakes: ['money', 'terms'],
  examples: {
    good: [
      { line: '20% off coats', facts: { offer: { type: 'percent-off', percent: '20' } } },
      { line: 'Up to 60% off', facts: { offer: { type: 'percent-off', percent: '60', percentIsMax: true } } },
      { line: '100% cotton, 0% fuss', facts: {}, because: 'A material is no reduction.' },
      {
        line: 'For her: gifts under $50',
        facts: { landingPage: { url: 'https://shop.example', promises: 'Gifts under $50' } },
      },
      {
        line: 'Now $49, was $70',
        facts: {
          offer: {
            type: 'price',
            amount: { minor: 4900, currency: 'USD' },
            referencePrice: { minor: 7000, currency: 'USD' },
          },
        },
      },
    ],
    bad: [
      { line: '[|30% off|] coats', facts: { offer: { type: 'percent-off', percent: '20' } } },
      {
        line: '[|60% off|] [|everything|]',
        facts: { offer: { type: 'percent-off', percent: '60', percentIsMax: true, on: 'selected styles' } },
        because: 'It is up to 60%, and not on everything.',
      },
      { line: '[|Half price|] knits', facts: {}, because: 'The brief says that there is no offer.' },
      {
        line: 'Free shipping [|over $50|]',
        facts: { offer: { type: 'free-shipping', threshold: { minor: 7500, currency: 'USD' } } },
      },
      { line: '[|20% off|] coats', because: 'Without a brief nobody knows.' },
    ],
  },
  prepare: (options, { terms }): Prepared => ({
    finder: terms(signals.map((term) => ({ term, mode: 'inflect' as const }))),
    options,
    always: options.alwaysTrue.flatMap((text) => figuresStatedIn(text)),
  }),
  check(line, context) {
    if (!(line.signs & signBits.money) && !context.prepared.finder.mayFind(line)) return nothing;
    const claims = claimsOf(figuresOf(line), context);
    if (!context.facts) return withoutBrief(claims, line);
    return context.facts.offer === null && claims.length === 0 ? nothing : compared(claims, line, context);
  },
  checkCampaign: (brief) => [
    ...lackingOffer(brief, 'a price, a reduction or a deal'),
    ...lackingOfOffers(brief, 'percentIsMax', 'a highest percentage ("up to")', ({ percent }) => percent !== undefined),
  ],
});

/** A percentage that says nothing of itself is a claim where the offer is one and no other is a share: "2% milk, 98% foam". */
function claimsOf(figures: readonly Figure[], { facts }: RuleContext<Prepared>): readonly Figure[] {
  const isOfShares = figures.some((figure) => figure.kind === 'percent' && figure.sense === 'share');
  const isBareClaim = facts?.offer?.percent !== undefined && !isOfShares;
  return figures.filter(
    (figure) => figure.kind !== 'percent' || figure.sense === 'discount' || (figure.sense === 'bare' && isBareClaim),
  );
}

function* compared(claims: readonly Figure[], line: ParsedLine, context: RuleContext<Prepared>): Iterable<Sighting> {
  const { facts, market, prepared } = context;
  if (!facts) return;
  const stated = [...figuresStated(facts), ...prepared.always];
  const ground: Ground = { line, facts, market, limits: prepared.options, stated };
  const isStrict = prepared.options.strictIn.includes(market);
  for (const figure of claims) {
    yield* sightingsOf(figure, ground, isStrict);
    if (isReduction(figure)) yield* scopeSightings(figure, ground);
    if (isReduction(figure)) yield* standingSightings(figure, ground);
    if (isReduction(figure) || isOffersOwn(figure, ground)) yield* otherThingSightings(figure, ground);
    yield* conditionSightings(figure, ground);
    yield* bundleSightings(figure, ground);
    yield* channelSightings(figure, ground);
  }
  yield* codeSightings(line, ground);
  yield* pointsSightings(line, facts);
}

function sightingsOf(figure: Figure, ground: Ground, isStrict: boolean): Sighting[] {
  switch (figure.kind) {
    case 'percent':
      return percentSightings(figure, ground);
    case 'amount':
      return amountSightings(figure, ground);
    case 'deal':
      return dealSightings(figure, ground);
    case 'number-off':
      return numberOffSightings(figure, ground);
    case 'inserted': {
      const message = `${quoted(figure, ground.line)} gets its number from a merge value, which no brief vouches for; write the number itself.`;
      const fact = { path: 'offer', value: ground.facts.offer ? ground.facts.offer.type : 'none' };
      return [{ ...against(figure, message, fact), ...(!isStrict && { severity: 'warn' as const }) }];
    }
    default:
      return figure satisfies never;
  }
}

function isReduction(figure: Figure): boolean {
  return (
    figure.kind === 'percent' || figure.kind === 'number-off' || (figure.kind === 'amount' && figure.roles[0] === 'off')
  );
}

/** "$39 blazers" where $39 is what the offer's jeans cost, and "3 for 2 on books" where paperbacks are. */
function isOffersOwn(figure: Figure, { facts: { offer } }: Ground): boolean {
  if (figure.kind === 'deal') return offer?.type === 'buy-one-get-one';
  if (figure.kind !== 'amount' || offer?.type !== 'price' || !offer.amount) return false;
  return figure.roles.includes('price') && figure.hundredths === hundredthsOfMoney(offer.amount);
}

/** "20 off" is read as what the offer is: percent, or money. */
function numberOffSightings(figure: NumberOffFigure, ground: Ground): Sighting[] {
  const { span, number, hundredths, rendering } = figure;
  const seen = { span, number, ...(rendering !== undefined && { rendering }) };
  const saving = { ...seen, kind: 'amount', hundredths, roles: ['off'], relation: 'is', isBare: false } as const;
  const { offer } = ground.facts;
  if (offer?.amount && hundredthsOfMoney(offer.amount) === hundredths) {
    const currencies = [offer.amount.currency];
    return amountSightings({ ...saving, currencies }, ground);
  }
  const isPercent = offer?.percent !== undefined && hundredthsOfPercent(offer.percent) === hundredths;
  if (!isPercent && offer?.type === 'amount-off') return amountSightings({ ...saving, currencies: [] }, ground);
  return percentSightings(
    { ...seen, kind: 'percent', hundredths, low: null, bound: 'is', isExtra: false, sense: 'discount' },
    ground,
  );
}

function withoutBrief([first]: readonly Figure[], line: ParsedLine): Sighting[] {
  if (!first) return [];
  const asked = askedBy(first);
  return [unknown(first, line, asked.path, asked.claim)];
}

function askedBy(figure: Figure): { path: string; claim: string } {
  if (figure.kind === 'amount') return amountFact(figure);
  if (figure.kind === 'deal') return { path: 'offer.type', claim: 'claims a deal' };
  return { path: 'offer.percent', claim: 'claims a reduction' };
}
