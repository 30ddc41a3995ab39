/** Holds back words whose letters only look like what they seem to say, which slip past readers, filters and other checks. */
import * as z from 'zod';
import type { Locale } from '../../domain/instant.ts';
import { defineRule, nothing, type Sighting } from '../rule.ts';
import { fancyLetters, isFancyWord } from '../text/fancy-letters.ts';
import { inPlainLetters, lookAlikeLetters, lookAlikeScriptsOf, passesForLatin } from '../text/look-alike-scripts.ts';

const Options = z.strictObject({
  /** Names that mix alphabets on purpose, such as "Λvant". */
  allow: z.array(z.string().trim().min(1).max(100)).max(500).default([]),
});

const worthALook = new RegExp(`[${lookAlikeLetters}${fancyLetters}]|\\p{RI}{3}`, 'u');
const wordShape = new RegExp(`(?:(?![\\ufe0e\\ufe0f\\u20e3])[\\p{L}\\p{M}${fancyLetters}])+`, 'gu');
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

type Prepared = { readonly allowed: ReadonlySet<string> };

/** See docs/rules/homoglyph-mixed-script.md. */
export const homoglyphMixedScript = defineRule({
  id: 'homoglyph-mixed-script',
  version: 1,
  summary: 'Every word is typed in the letters it reads as.',
  options: Options,
  on: true,
  severity: 'block',
  alsoPreheader: true,
  wakes: ['alien'],
  examples: {
    good: [
      { line: 'Новая коллекция уже здесь', locale: 'ru-RU' },
      { line: 'A Ω watch, a Δ sofa and π day', because: 'Greek letters alone are names.' },
      { line: '№ 5, 10 µm, Loom™ and 1ˢᵗ of May' },
      { line: '東京 edit: kimono jackets' },
    ],
    bad: [
      { line: '[|𝗙𝗥𝗘𝗘|] shipping' },
      { line: '[|Сheap|] coats', because: 'The first letter is Cyrillic.' },
      { line: '[|Сосо|] perfume', because: 'All four letters are Cyrillic.' },
      { line: '[|ｓａｌｅ|] is on' },
      { line: '[|ⓒⓗⓔⓐⓟ|] coats' },
    ],
  },
  prepare: ({ allow }): Prepared => ({
    allowed: new Set(allow.flatMap((name) => [...name.matchAll(wordShape)].map(([word]) => word))),
  }),
  check({ literal }, { prepared: { allowed }, locale }) {
    if (!worthALook.test(literal)) return nothing;
    const words = [...literal.matchAll(wordShape)].map(({ 0: word, index: start }) => ({ word, start }));
    const isLatin = scriptOf(locale) === 'Latn';
    const allowWide = cjk.test(literal) || /^(?:ja|zh|ko)\b/i.test(locale);
    const isForeignLine = words.some(({ word }) => isForeign(word));
    const sightings: Sighting[] = [];
    for (const { word, start } of words) {
      const fault = allowed.has(word) ? null : faultOf(word, { isLatin, allowWide, isForeignLine });
      if (fault) sightings.push(sighting(word, start, fault, isLatin));
    }
    sightings.push(...spelledInFlags(literal));
    return sightings.length === 0 ? nothing : sightings;
  },
});

type Line = { readonly isLatin: boolean; readonly allowWide: boolean; readonly isForeignLine: boolean };

/** What is wrong with a word, as the middle of a sentence. */
function faultOf(word: string, { isLatin, allowWide, isForeignLine }: Line): string | null {
  const scripts = lookAlikeScriptsOf(word);
  const hasLatin = /\p{Script=Latin}/u.test(word);
  if (scripts.length > 1 || (scripts.length > 0 && hasLatin && !isUnit(word))) {
    const names = [...(hasLatin ? ['Latin'] : []), ...scripts];
    return `mixes ${names.slice(0, -1).join(', ')} and ${names.at(-1)} letters that look alike`;
  }
  const [script] = scripts;
  // One letter is a name or a sign; with letters around that look like nothing Latin it is a word of that language.
  if (script && isLatin && !isForeignLine && [...word].length > 1 && passesForLatin(word))
    return `is typed in ${script} letters and reads as "${inPlainLetters(word) ?? word}"`;
  return isFancyWord(word, allowWide) ? 'is made of signs that only look like letters' : null;
}

/** The micro and ohm signs are often typed as the Greek letters they come from. */
function isUnit(word: string): boolean {
  return /^(?:[μµ]\p{Script=Latin}{1,2}|[kKMGmμµ]?Ω|Ω\p{Script=Latin}|Δ[A-Z])$/u.test(word);
}

/** A word of such an alphabet that cannot be meant to pass for a Latin one. */
function isForeign(word: string): boolean {
  if (/\p{Script=Latin}/u.test(word) || lookAlikeScriptsOf(word).length !== 1) return false;
  return [...word].length > 1 && !passesForLatin(word);
}

function sighting(word: string, start: number, fault: string, isLatin: boolean): Sighting {
  const end = start + word.length;
  const plain = isLatin ? inPlainLetters(word) : null;
  return {
    message: `"${word}" ${fault}; type it anew in plain letters, since filters and screen readers stumble over it.`,
    spans: [{ start, end }],
    ...(plain !== null && { suggestion: { start, end, text: plain } }),
  };
}

/** Regional indicators that are no flags but spell a word. */
function* spelledInFlags(text: string): Iterable<Sighting> {
  for (const { 0: run, index: start } of text.matchAll(/\p{RI}{3,60}/gu)) {
    if (/^\p{RGI_Emoji_Flag_Sequence}+$/v.test(run)) continue;
    yield {
      message: `"${run}" spells a word in the letters of flags; type it in plain letters.`,
      spans: [{ start, end: start + run.length }],
    };
  }
}

const scripts = new Map<Locale, string | undefined>();

function scriptOf(locale: Locale): string | undefined {
  const known = scripts.get(locale);
  if (known !== undefined) return known;
  const { script } = new Intl.Locale(locale).maximize();
  scripts.set(locale, script);
  return script;
}
