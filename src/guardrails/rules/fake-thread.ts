/** Keeps advertising from dressing up as a reply, a forwarded message, a receipt or an alert. */
import * as z from 'zod';
import marks from '../../../data/lexicons/thread-marks.json' with { type: 'json' };
import type { Facts } from '../../domain/facts.ts';
import type { Span } from '../../domain/finding.ts';
import { defineRule, nothing, type Sighting } from '../rule.ts';
import { oneOf } from '../text/claims/one-of.ts';
import { asWritten } from '../text/claims/stated-times.ts';
import type { TermFinder } from '../text/find-terms.ts';
import type { ParsedLine } from '../text/parsed-line.ts';
import { signBits } from '../text/signs.ts';

const Words = z.string().trim().min(1).max(100);

const Options = z.strictObject({
  /** What mail programs put before the subject of a reply or a forwarded message, besides those known. */
  extraPrefixes: z.array(Words).max(100).default([]),
  /** Phrases of receipts and alerts, besides those known. */
  extraPhrases: z.array(Words).max(1000).default([]),
  /** Beginnings and phrases that are the brand's own, such as a campaign named "RE: fashion". */
  allow: z.array(Words).max(100).default([]),
});

type Prepared = {
  readonly finder: TermFinder;
  /** How many of the finder's terms are phrases; those after them only make the line worth a look. */
  readonly phrases: number;
  /** Finds what may be a prefix; without one no line is looked at closer. */
  readonly marked: TermFinder;
  readonly prefix: RegExp;
  readonly allowed: readonly string[];
};

const orders = ['order', 'bestellung', 'commande', 'pedido', 'ordine', 'bestelling'];
const invoices = ['invoice', 'rechnung', 'facture', 'factura', 'fattura', 'factuur'];
const hints = [...orders, ...invoices];
// An order may be of four shirts; an invoice with any number is one.
const orderNumber = new RegExp(
  `\\b(?:(?:${oneOf(hints)}) ?(?:#|no\\.? ?|nr\\.? ?|number ?|n°? ?)?\\d[\\d-]{3,20}|(?:${oneOf(invoices)}) ?(?:#|no\\. ?|nr\\.? ?|number |n° ?)\\d[\\d-]{0,20})\\b`,
  'g',
);

/** See docs/rules/fake-thread.md. */
export const fakeThread = defineRule({
  id: 'fake-thread',
  version: 3,
  summary: 'No advertising that poses as a reply, a forwarded message, a receipt or an alert.',
  options: Options,
  on: true,
  severity: 'block',
  onMissingFacts: 'block',
  alsoPreheader: true,
  wakes: ['colon', 'terms'],
  examples: {
    good: [
      { line: 'Re-up your basics' },
      { line: 'Order by Friday for Christmas' },
      { line: 'Your order of the day: coffee' },
      { line: 'RE: fashion', options: { allow: ['RE: fashion'] }, because: 'The campaign is called that.' },
      { line: 'Your order has shipped', facts: { messageType: 'transactional' }, because: 'It has.' },
    ],
    bad: [
      { line: '[|Re:|] your coat' },
      { line: '[|Fwd:|] 50% off', because: 'Nobody forwarded it.' },
      { line: '[|AW:|] Deine Jacke', locale: 'de-DE' },
      { line: '[|Action required|]: claim 20%' },
      { line: '[|Your order has shipped|] … or could, at 20% off', facts: { messageType: 'promotional' } },
    ],
  },
  prepare: ({ extraPrefixes, extraPhrases, allow }, { terms, locale }): Prepared => {
    const language = new Intl.Locale(locale).language;
    const own = Object.entries(marks.prefixesByLanguage).flatMap(([spoken, list]) => (spoken === language ? list : []));
    const prefixes = [...marks.prefixes, ...own, ...extraPrefixes];
    const phrases = [...marks.disguises, ...extraPhrases];
    return {
      finder: terms(
        [...phrases, ...hints].map((term) => ({ term, mode: 'word' })),
        [...marks.exceptions, ...allow],
      ),
      phrases: phrases.length,
      marked: terms([...prefixes, ...shortened].map((term) => ({ term, mode: 'word' }))),
      prefix: prefixShape(prefixes),
      allowed: allow.map((phrase) => phrase.toLowerCase()),
    };
  },
  check(line, { prepared, facts }) {
    const reply = replyMark(line, prepared);
    const poses = facts && facts.messageType !== 'promotional' ? [] : posesIn(line, prepared);
    if (!reply && poses.length === 0) return nothing;
    const sightings = poses.map((pose) => poseSighting(line.text, pose, facts));
    // Without a brief one word of what is missing is enough.
    const said = facts ? sightings : sightings.slice(0, 1);
    return reply ? [reply, ...said] : said;
  },
});

type Pose = { readonly span: Span; readonly rendering?: string | undefined };

/** Phrases of receipts and alerts. A receipt may say what it is, and an apology what went wrong. */
function posesIn(line: ParsedLine, { finder, phrases }: Prepared): readonly Pose[] {
  const hits = finder.find(line);
  if (hits.length === 0) return [];
  const numbered = [...line.folded().text.matchAll(orderNumber)].map(({ 0: found, index }) => ({
    span: asWritten(line, index, index + found.length),
  }));
  const found: Pose[] = [...hits.filter(({ index }) => index < phrases), ...numbered];
  found.sort((one, other) => one.span.start - other.span.start || other.span.end - one.span.end);
  return found.filter(({ span }, at) => found.slice(0, at).every((before) => before.span.end <= span.start));
}

function poseSighting(text: string, { span, rendering }: Pose, facts: Facts | undefined): Sighting {
  const written = text.slice(span.start, span.end);
  const where = { spans: [span], ...(rendering !== undefined && { rendering }) };
  if (!facts)
    return {
      message: `"${written}" is what a receipt or an alert says; not evaluable: brief.messageType is missing. Say in the brief what kind of mail it is.`,
      missing: 'messageType',
      ...where,
    };
  return {
    message: `"${written}" is what a receipt or an alert says, and this is advertising; say what the mail is.`,
    fact: { path: 'messageType', value: facts.messageType },
    ...where,
  };
}

/** The longest mark a brand may name is 40 characters, with a number in brackets behind it. */
const farthestColon = 60;

function replyMark(line: ParsedLine, { marked, prefix, allowed }: Prepared): Sighting | null {
  if ((line.signs & signBits.colon) === 0 || (line.tags.length === 0 && !marked.mayFind(line))) return null;
  const colon = line.text.search(/[:：﹕]/u);
  if (colon < 0 || colon > farthestColon) return null;
  const { text } = line.folded();
  // A wide colon has its space in itself: no play on a word is written with it.
  const match = prefix.exec(line.text.charAt(colon) === ':' ? text : text.replace(':', ': '));
  if (!match || allowed.some((phrase) => line.text.trimStart().toLowerCase().startsWith(phrase))) return null;
  const end = match[0].length;
  const start = match[0].search(/[\p{L}\p{N}]/u);
  const span = asWritten(line, Math.max(0, start), end);
  return {
    message: `"${line.text.slice(span.start, span.end)}" makes the mail look like an answer or a forwarded message that nobody wrote; begin with the thing itself.`,
    spans: [span],
  };
}

// What runs into the next word: "RE:your order".
const shortened = ['re', 'fw', 'fwd', 'aw', 'wg'];

/**
 * "Re: ", "[Fwd: ", "AW[2]:". What follows the colon at once makes "re:" a play on a word ("Re:invent"), unless it is
 * how an answer goes on ("RE:your order").
 */
function prefixShape(prefixes: readonly string[]): RegExp {
  const names = oneOf(prefixes.map((prefix) => prefix.toLowerCase()));
  return new RegExp(
    `^[^\\p{L}\\p{N}\\ufffc]{0,6}(?:${names})(?: ?[[(^]\\d{1,3}[\\])]?)? ?:(?!\\p{Ll}|/)|^[^\\p{L}\\p{N}\\ufffc]{0,6}(?:re|fwd?|aw|wg):(?=(?:your|our|my|the|that|this|order|invoice|deine|ihre|votre)\\b)`,
    'u',
  );
}
