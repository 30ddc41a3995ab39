/** Read amounts of money in folded text, and what each is said to be: a price, a saving, a sum to spend, a former price. */
import words from '../../../../data/lexicons/figure-words.json' with { type: 'json' };
import type { AmountFigure, AmountRole, NumberOffFigure } from './figure.ts';
import { alternatives, beginningWith, digitsSource, endingIn, hundredthsOf, wordsSource } from './numbers.ts';
import type { Folded } from './percents.ts';

const reach = 40;

const dollars = ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN'];
const signs: Readonly<Record<string, readonly string[]>> = {
  $: dollars,
  us$: ['USD'],
  ca$: ['CAD'],
  c$: ['CAD'],
  a$: ['AUD'],
  au$: ['AUD'],
  nz$: ['NZD'],
  '€': ['EUR'],
  '£': ['GBP'],
  '₤': ['GBP'],
  '¥': ['JPY', 'CNY'],
  '₹': ['INR'],
  '¢': [...dollars, 'EUR'],
  buck: dollars,
  bucks: dollars,
  dollar: dollars,
  dollars: dollars,
  cent: [...dollars, 'EUR'],
  cents: [...dollars, 'EUR'],
  euro: ['EUR'],
  euros: ['EUR'],
  quid: ['GBP'],
  pence: ['GBP'],
  p: ['GBP'],
};
const codes = ['usd', 'cad', 'aud', 'nzd', 'eur', 'gbp', 'chf', 'sek', 'nok', 'dkk', 'pln', 'czk', 'inr', 'jpy'];
const hundredthSigns = new Set(['¢', 'cent', 'cents', 'pence', 'p']);

const code = `(?:${codes.join('|')})`;
const leading = `(?:(?<!\\p{L})(?:us|ca|c|au|a|nz)\\$|[$€£₤¥₹]|(?<!\\p{L})${code}(?=[ \\d]))`;
const trailing = `(?:[€£₤¢]|\\$(?! ?\\d)|(?:${code}|bucks?|dollars?|euros?|quid|cents?|pence)(?!\\p{L})|(?<=\\d\\d)p(?![\\p{L}\\d]))`;
const large = '(?:[ ]?(?<thousands>k|m|million|thousand)(?![\\p{L}\\d]))?';
const amount = new RegExp(
  `(?<sign>${leading})[ ]?(?<first>${digitsSource})${large}(?:[ ]?-[ ]?(?<to>${digitsSource})(?![\\d%]|[ ]?%))?` +
    `|(?<!\\d[.,]?)(?<before>\\d{1,3}(?: \\d{3}){1,2}|${digitsSource}|(?<!\\p{L})${wordsSource})[ -]?(?<unit>${trailing})`,
  'gu',
);

/** Every amount of money. */
export function amountsIn(text: string): Folded<AmountFigure>[] {
  const found: Folded<AmountFigure>[] = [];
  for (const match of text.matchAll(amount)) {
    const { sign, first, thousands, to, before, unit } = match.groups ?? {};
    const end = match.index + match[0].length;
    const currency = sign ?? unit ?? '';
    for (const written of [first ?? before, to]) {
      const value = written === undefined ? null : hundredthsOf(written.replace(/(?<=\d) (?=\d{3})/g, ''));
      if (value === null) continue;
      const scaled = value * (thousands === undefined ? 1 : /^[kt]/.test(thousands) ? 1000 : 1_000_000);
      const hundredths = hundredthSigns.has(currency) ? Math.round(scaled / 100) : scaled;
      if (hundredths > 0) found.push(placed(text, { start: match.index, end }, hundredths, currency));
    }
  }
  return found.map((figure, at) => withNeighbour(text, figure, found[at - 1], found[at + 1]));
}

const after = {
  off: beginningWith(words.amounts.offAfter),
  reference: beginningWith(words.amounts.valueAfter),
  threshold: beginningWith(words.amounts.thresholdAfter),
  buying: beginningWith(words.amounts.buyingAfter),
  under: beginningWith(words.amounts.underAfter),
  atLeast: new RegExp(`^ ?(?:${alternatives(words.amounts.atLeastAfter)})(?!\\p{L})`, 'u'),
};
const before = {
  off: endingIn(words.amounts.offBefore),
  threshold: endingIn(words.amounts.thresholdBefore),
  from: endingIn(words.amounts.fromBefore),
  under: endingIn(words.amounts.underBefore),
  reference: endingIn(words.amounts.referenceBefore),
  given: endingIn(words.amounts.givenBefore),
};

const shipping = new RegExp(`(?<!\\p{L})(?:${alternatives(words.shipping)})(?!\\p{L})`, 'u');

// "$29 tops and sweaters": here "tops" are clothes.
const topsOnSale = /^ tops (?=\p{L})/u;

type Said = Pick<AmountFigure, 'roles' | 'relation' | 'isBare'>;

function placed(
  text: string,
  number: { start: number; end: number },
  hundredths: number,
  currency: string,
): Folded<AmountFigure> {
  const ahead = text.slice(Math.max(0, number.start - reach), number.start);
  const rest = text.slice(number.end, number.end + reach);
  const [said, lead, tail] = saidOf(ahead, rest, shipping.test(text));
  return {
    kind: 'amount',
    span: { start: number.start - lead, end: number.end + tail },
    number,
    hundredths,
    currencies: signs[currency] ?? [currency.toUpperCase()],
    ...said,
  };
}

/** What the words around say, with the lengths of those that belong to the claim. */
function saidOf(ahead: string, rest: string, isOfShipping: boolean): [Said, number, number] {
  const length = (pattern: RegExp, text: string) => pattern.exec(text)?.[0].length ?? 0;
  const is = (roles: readonly AmountRole[], relation: AmountFigure['relation'] = 'is'): Said => ({
    roles,
    relation,
    isBare: false,
  });
  const tails = {
    off: length(after.off, rest),
    reference: length(after.reference, rest),
    threshold: length(after.threshold, rest),
    buying: length(after.buying, rest),
    under: topsOnSale.test(rest) ? 0 : length(after.under, rest),
    atLeast: length(after.atLeast, rest),
  };
  const leads = {
    off: length(before.off, ahead),
    threshold: length(before.threshold, ahead),
    from: length(before.from, ahead),
    under: length(before.under, ahead),
    reference: length(before.reference, ahead),
    given: length(before.given, ahead),
  };
  if (tails.off) return [is(['off']), 0, tails.off];
  if (tails.reference) return [is(['reference', 'price']), 0, tails.reference];
  if (tails.under) return [is(['price'], 'under'), 0, tails.under];
  if (tails.threshold) return [is(['threshold']), 0, tails.threshold];
  // "$80 gets you a free tote", "$80 gets you the coat".
  if (tails.buying) return [is(['price', 'threshold']), 0, 0];
  if (leads.reference) return [is(['reference']), leads.reference, 0];
  if (tails.atLeast) return [is(['threshold', 'price'], 'from'), 0, tails.atLeast];
  // "Save up to $50" saves, and names no price.
  if (leads.off > leads.under && leads.under) return [is(['off']), leads.off, 0];
  // "Fill up to $50" names a sum to spend.
  if (leads.threshold > leads.under && leads.under) return [is(['threshold']), leads.threshold, 0];
  if (leads.under) return [is(['price'], 'under'), leads.under, 0];
  // "Knock off $25" takes off, "$25 off $125" does not.
  if (leads.off > leads.threshold && leads.threshold) return [is(['off']), leads.off, 0];
  if (leads.threshold) return [is(['threshold']), leads.threshold, 0];
  // "Give $50, get $10": what is given is spent, and "give $10, get $10" is one saving twice.
  if (leads.given) return [is(['threshold', 'off', 'price']), leads.given, 0];
  if (leads.from) return [is(['price', 'threshold'], 'from'), leads.from, 0];
  if (leads.off) return [is(['off', 'price']), leads.off, 0];
  // "Free shipping at $50" prices nothing.
  return [{ ...is(isOfShipping ? ['price', 'threshold'] : ['price']), isBare: true }, 0, 0];
}

const arrow =
  /^(?:,? now| is now|, jetzt)? $|^ ?(?:→|⟶|➜|➔|➝|⇒|->|-->|=>|>|(?:,? ?(?:now|is|are|dropped|cut|slashed|reduced|marked) ){0,2}(?:down )?to|auf) ?$/u;

/** In "$89 → $59" and "from $120 to $79.99" the higher one is the former price. */
function withNeighbour(
  text: string,
  figure: Folded<AmountFigure>,
  previous: Folded<AmountFigure> | undefined,
  next: Folded<AmountFigure> | undefined,
): Folded<AmountFigure> {
  const leads = (one: Folded<AmountFigure>, other: Folded<AmountFigure>) =>
    one.hundredths > other.hundredths && arrow.test(text.slice(one.number.end, other.number.start));
  if (next && leads(figure, next)) return { ...figure, roles: ['reference'], relation: 'is', isBare: false };
  if (previous && leads(previous, figure)) return { ...figure, roles: ['price'], relation: 'is', isBare: false };
  return figure;
}

const numberOff = new RegExp(
  `(?<![\\d.,$€£¥₹%]|[$€£] )(?<number>\\d{1,3})[ -]off(?!\\p{L}|-|[ ](?:${alternatives(words.offOtherwise)})(?!\\p{L}))`,
  'gu',
);

/** "20 off", where the line leaves open what of. */
export function numbersOffIn(text: string): Folded<NumberOffFigure>[] {
  return [...text.matchAll(numberOff)].map((match) => {
    const written = match.groups?.['number'] ?? '';
    const start = match.index;
    return {
      kind: 'number-off',
      span: { start, end: start + match[0].length },
      number: { start, end: start + written.length },
      hundredths: Number(written) * 100,
    };
  });
}
