/** Points out lines in another language, spelling, currency or date order than their readers use. */
import * as z from 'zod';
import type { Facts } from '../../domain/facts.ts';
import type { Locale } from '../../domain/instant.ts';
import { defineRule, nothing, type Sighting } from '../rule.ts';
import type { TermFinder } from '../text/find-terms.ts';
import { languageOf } from '../text/language.ts';
import type { ParsedLine } from '../text/parsed-line.ts';
import { signBits } from '../text/signs.ts';
import { unclearDates } from './locale/ambiguous-dates.ts';
import { foreignCurrencies } from './locale/foreign-currency.ts';
import { foreignLanguage, foreignScript, phrasesAtHome, wordsOfOthers } from './locale/foreign-language.ts';
import { misspelled, spellingOf, spellings } from './locale/spelling-variants.ts';

const Options = z.strictObject({
  /** Guess the language by its commonest words, and look at the alphabet. */
  checkLanguage: z.boolean().default(true),
  /** American spelling for en-US, British for en-GB and most of the Commonwealth. */
  checkSpelling: z.boolean().default(true),
  /** Currency signs against the offer's currency, else the market's. */
  checkCurrency: z.boolean().default(true),
  /** Dates in figures that read as two days. */
  checkDates: z.boolean().default(true),
  /** Names, taglines and spellings of your own, in whatever language. */
  allow: z.array(z.string().trim().min(1).max(100)).max(1000).default([]),
});

type Prepared = z.infer<typeof Options> & {
  readonly locale: Locale;
  /** Words that tell of another language than the policy's. */
  readonly others: TermFinder;
  readonly spelling: ReturnType<typeof spellings>;
  readonly atHome: RegExp;
};

/** See docs/rules/locale-language.md. */
export const localeLanguage = defineRule({
  id: 'locale-language',
  version: 2,
  summary: 'The language, spelling, currency and dates are those of the readers.',
  options: Options,
  on: true,
  severity: 'warn',
  alsoPreheader: true,
  examples: {
    good: [
      { line: 'Colour pops for spring', locale: 'en-GB' },
      { line: 'Crème de la crème knits', because: 'Loanwords are no French.' },
      { line: 'Open 24/7, 1/2 price, 3/4 sleeves, ends 12/25' },
      { line: 'Neue Mäntel für kalte Tage', locale: 'de-DE' },
      { line: 'C’est la vie, et la mer, et vous', options: { allow: ['C’est la vie, et la mer, et vous'] } },
    ],
    bad: [
      { line: '[|Soldes|] [|d’|][|été|]' },
      { line: '[|Colour|] pops for spring' },
      { line: '[|Color|] pops for spring', locale: 'en-GB' },
      { line: 'Sale ends [|3/4|]' },
      { line: 'Ends [|25/12|]', because: 'American readers set the month first.' },
      { line: 'Gifts under [|€50|]', because: 'American readers pay in dollars.' },
      { line: 'Новая коллекция уже здесь' },
    ],
  },
  prepare: (options, { terms, locale }): Prepared => ({
    ...options,
    locale,
    others: terms(wordsOfOthers(languageOf(locale)).map((term) => ({ term, mode: 'word' }))),
    spelling: spellings(terms, options.allow),
    atHome: phrasesAtHome(options.allow),
  }),
  check(line, { prepared, locale, market, facts }) {
    const isClean = locale === prepared.locale && (line.signs & telling) === 0;
    if (isClean && !prepared.others.mayFind(line) && !mayBeMisspelled(line, prepared)) return nothing;
    const found: Sighting[] = [];
    const foreign = prepared.checkLanguage ? foreignTo(line, locale, prepared, facts) : null;
    if (foreign) found.push(foreign);
    const side = prepared.checkSpelling ? spellingOf(locale) : null;
    if (side && prepared.spelling[side].finder.mayFind(line))
      found.push(...misspelled(line, prepared.spelling[side], locale));
    if (prepared.checkCurrency && line.signs & signBits.money)
      found.push(...foreignCurrencies(line, { facts, market, locale }));
    if (prepared.checkDates && line.literal.includes('/')) found.push(...unclearDates(line.literal, market, locale));
    return found.length === 0 ? nothing : found;
  },
});

/** Signs of another alphabet, of money, and the slash of a date. */
const telling = signBits.alien | signBits.money | signBits.markup;

function mayBeMisspelled(line: ParsedLine, { spelling }: Prepared): boolean {
  return spelling.american.finder.mayFind(line) || spelling.british.finder.mayFind(line);
}

function foreignTo(line: ParsedLine, locale: Locale, prepared: Prepared, facts: Facts | undefined): Sighting | null {
  const script = line.signs & signBits.alien ? foreignScript(line.literal, locale) : null;
  if (script || (locale === prepared.locale && !prepared.others.mayFind(line))) return script;
  return foreignLanguage(line.literal, locale, prepared.atHome, namesIn(facts));
}

/** The words of products and of what must be mentioned: they keep their names, whatever language these are in. */
function namesIn(facts: Facts | undefined): ReadonlySet<string> {
  const names = facts ? [...facts.products, ...facts.mustMention].join(' ') : '';
  const lower = names.normalize('NFC').toLowerCase().replaceAll('’', "'");
  return new Set(lower.match(/[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*/gu) ?? []);
}
