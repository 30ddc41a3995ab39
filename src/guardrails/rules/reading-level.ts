/** Asks for plain words: short ones, and those that shoppers use. */
import * as z from 'zod';
import jargonWords from '../../../data/lexicons/jargon.json' with { type: 'json' };
import type { Facts } from '../../domain/facts.ts';
import { defineRule, nothing, type Sighting } from '../rule.ts';
import type { TermHit } from '../text/find-terms.ts';
import { foldText } from '../text/fold.ts';
import { languageOf } from '../text/language.ts';
import { inCaseOf } from '../text/letter-case.ts';
import type { ParsedLine } from '../text/parsed-line.ts';

const Words = z.string().trim().min(1).max(100);
const maxLetters = z.int().min(5).max(100);

const Options = z.strictObject({
  maxWordLetters: maxLetters.default(14),
  /** The same for languages that write compounds as one word, such as German and Dutch. */
  maxCompoundLetters: maxLetters.default(24),
  /** Jargon of your own, each with the plainer word where there is one. */
  jargon: z
    .array(z.union([Words, z.strictObject({ term: Words, suggest: Words.optional() })]))
    .max(5000)
    .default([]),
  /** Find the listed words of offices and trade floors too, in English lines. */
  findKnownJargon: z.boolean().default(true),
  /** Long words and jargon that your readers know; the products of a brief need not be named. */
  allow: z.array(Words).max(5000).default([]),
});

type Plainer = { readonly term: string; readonly suggest?: string | undefined };

const compounding: ReadonlySet<string> = new Set([
  'de',
  'nl',
  'sv',
  'da',
  'nb',
  'nn',
  'no',
  'is',
  'fi',
  'et',
  'hu',
  'tr',
  'af',
  'fy',
  'lb',
]);

/** See docs/rules/reading-level.md. */
export const readingLevel = defineRule({
  id: 'reading-level',
  version: 1,
  summary: 'Plain words: none too long, and no jargon.',
  options: Options,
  on: false,
  severity: 'warn',
  alsoPreheader: true,
  examples: {
    good: [
      { line: 'Warm coats, small prices' },
      { line: 'Herbstjackenneuheiten sind da', locale: 'de-DE', because: 'German writes compounds as one word.' },
      { line: 'The Transcontinental tote', facts: { products: ['Transcontinental tote'] } },
    ],
    bad: [
      { line: 'Coats of [|extraordinarily|] fine wool' },
      { line: '[|Utilize|] your [|colorway|] credit' },
      { line: 'A [|boho-luxe|] tote', options: { jargon: ['boho-luxe'] } },
    ],
  },
  prepare: (options, ground) => {
    const own = options.jargon.map((entry) => (typeof entry === 'string' ? { term: entry } : entry));
    const known = options.findKnownJargon ? jargonWords.terms : [];
    const finderOf = (entries: readonly (Plainer & { mode?: string })[]) =>
      ground.terms(
        entries.map(({ term, mode }) => ({ term, mode: mode === 'word' ? 'word' : 'inflect' })),
        options.allow,
      );
    const lists: readonly {
      readonly plainer: readonly Plainer[];
      readonly language: string | null;
      readonly finder: ReturnType<typeof finderOf>;
    }[] = [
      { plainer: own, language: null, finder: finderOf(own) },
      { plainer: known, language: 'en', finder: finderOf(known) },
    ];
    return { options, lists, allowed: new Set([...jargonWords.longButPlain, ...options.allow].flatMap(foldedWords)) };
  },
  check(line, { prepared: { options, lists, allowed }, locale, facts }) {
    const language = languageOf(locale);
    const sightings = lists.flatMap(({ plainer, language: only, finder }) =>
      only === null || only === language
        ? finder.find(line).map((hit) => jargonSighting(line.text, hit, plainer[hit.index]))
        : [],
    );
    const most = compounding.has(language) ? options.maxCompoundLetters : options.maxWordLetters;
    sightings.push(...longWords(line, most, allowed, facts));
    return sightings.length === 0 ? nothing : sightings;
  },
});

function jargonSighting(text: string, { span, isBare, rendering }: TermHit, plainer: Plainer | undefined): Sighting {
  const written = text.slice(span.start, span.end);
  const suggest = plainer?.suggest;
  return {
    message: `"${written}" is jargon; ${suggest === undefined ? 'say it in a word that shoppers use' : `write "${suggest}" instead`}.`,
    spans: [span],
    ...(rendering !== undefined && { rendering }),
    ...(suggest !== undefined &&
      isBare &&
      rendering === undefined && { suggestion: { ...span, text: inCaseOf(written, suggest) } }),
  };
}

// Letters of scripts that set no spaces between words are not counted: what looks like a word there is a sentence.
const wordShape =
  /(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}]){5,200}/gu;

function* longWords(
  { literal, tagFaults }: ParsedLine,
  most: number,
  allowed: ReadonlySet<string>,
  facts: Facts | undefined,
): Iterable<Sighting> {
  for (const { 0: word, index: start } of literal.matchAll(wordShape)) {
    // "Sooooooo" is a short word, drawn out.
    const letters = [...word.replace(/\p{M}/gu, '').replace(/(\p{L})\1{2,}/gu, '$1')].length;
    if (letters <= most) continue;
    const span = { start, end: start + word.length };
    const folded = foldText(word).text;
    if (allowed.has(folded) || isNamed(folded, facts)) continue;
    if (tagFaults.some((fault) => fault.span.start < span.end && span.start < fault.span.end)) continue;
    if (/[@/.]$/.test(literal.slice(0, start)) || /^[@/]|^\.\p{L}/u.test(literal.slice(span.end))) continue;
    yield {
      message: `"${word}" has ${letters} letters and the limit is ${most}; say it in a shorter word.`,
      spans: [span],
    };
  }
}

/** A product keeps its name, however long. */
function isNamed(folded: string, facts: Facts | undefined): boolean {
  return (
    facts !== undefined && [...facts.products, ...facts.mustMention].some((name) => foldedWords(name).includes(folded))
  );
}

function foldedWords(name: string): string[] {
  return foldText(name).text.match(/[\p{L}\p{M}]+/gu) ?? [];
}
