/** Keeps a line from shouting in capitals; what is written in capitals by custom does not count. */
import * as z from 'zod';
import capitalWords from '../../../data/lexicons/capital-words.json' with { type: 'json' };
import type { Facts } from '../../domain/facts.ts';
import type { Span } from '../../domain/finding.ts';
import { defineRule, nothing, type Sighting } from '../rule.ts';
import { signBits, signTable } from '../text/signs.ts';

const Options = z.strictObject({
  /** Share of letters that may stand in words of capitals. */
  maxRatio: z.number().min(0).max(1).default(0.5),
  /** Lines with fewer letters than this have no share worth the name. */
  minLetters: z.int().min(1).max(200).default(10),
  /** Words of four letters or more that may stand in capitals side by side. */
  maxCapsWords: z.int().min(0).max(20).default(1),
  /** Names and acronyms of your own that are written in capitals, besides the well-known ones. */
  allow: z.array(z.string().trim().min(1).max(100)).max(2000).default([]),
});
type Options = z.infer<typeof Options>;

type Prepared = { readonly options: Options; readonly allowed: ReadonlySet<string> };

const minLoud = 4;

/** See docs/rules/tone-caps.md. */
export const toneCaps = defineRule({
  id: 'tone-caps',
  version: 1,
  summary: 'A word may be stressed by capitals, a line may not be shouted in them.',
  options: Options,
  on: true,
  severity: 'warn',
  alsoPreheader: true,
  wakes: ['upper'],
  examples: {
    good: [
      { line: 'VIP early access starts NOW', because: 'An acronym, and one word with stress on it.' },
      { line: 'BOGO on DIY kits' },
      { line: 'NEW IN: sizes up to XXL' },
      { line: '*|FNAME|*, *|LNAME|*: hello', dialect: 'mailchimp' },
      { line: 'Henry VIII, the play and the T-shirt' },
      { line: 'HARBOR & LOOM is in town', options: { allow: ['HARBOR', 'LOOM'] } },
    ],
    bad: [
      { line: '[|FREE SHIPPING ON EVERYTHING TODAY ONLY|]' },
      { line: 'A [|FREE BLANKET|] comes with every order over $50' },
      { line: '[|BUY ONE, GET ONE|]' },
      { line: '[|S A L E  O N  E V E R Y  C O A T|]' },
    ],
  },
  prepare: (options): Prepared => ({
    options,
    allowed: wordsAllowed([...capitalWords.acronyms, ...capitalWords.names, ...options.allow]),
  }),
  check({ literal, tagFaults }, { prepared: { options, allowed }, facts }) {
    if (!hasCapitalsTogether(literal)) return nothing;
    // What was meant for a tag is another rule's matter, and its name is often in capitals.
    const isTag = ({ start, end }: Span) => tagFaults.some(({ span }) => span.start < end && start < span.end);
    const words = wordsIn(literal, facts ? alsoAllowed(allowed, facts) : allowed).filter((word) => !isTag(word));
    if (!words.some(({ kind }) => kind === 'loud')) return nothing;
    const shouted = shoutedLine(words, options);
    return shouted ? [shouted] : [...shoutedRuns(literal, words, options)];
  },
});

// All capitals and more: a class of ranges takes half the time of a look at each unit.
const mayBeTogether =
  /[A-Z\u00c0-\u1fff\u2100-\u218f\u2c00-\ud7ff\ue000-\uffff] ?[A-Z\u00c0-\u1fff\u2100-\u218f\u2c00-\ud7ff\ue000-\uffff]/;

/** Side by side or with one space between. Most lines have none, and need no look at their words. */
function hasCapitalsTogether(text: string): boolean {
  if (!mayBeTogether.test(text)) return false;
  let last = -3;
  for (let at = 0; at < text.length; at++) {
    if (!isUpper(text.charCodeAt(at))) continue;
    if (at - last === 1 || (at - last === 2 && text.charCodeAt(at - 1) === 0x20)) return true;
    last = at;
  }
  return false;
}

function isUpper(unit: number): boolean {
  return unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : ((signTable[unit] ?? 0) & signBits.upper) !== 0;
}

/** A word of the line. Names, codes and figures are `custom`: they neither shout nor tell that others do not. */
type Word = Span & { readonly letters: number; readonly kind: 'loud' | 'custom' | 'quiet' };

// Letters with one space between them are one word that is shouted.
const wordShape =
  /(?<![\p{L}\p{N}])\p{Lu}(?: \p{Lu}){2,30}(?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}]+(?:['’&+/.][\p{L}\p{M}\p{N}]+)*/gu;

function wordsIn(text: string, allowed: ReadonlySet<string>): Word[] {
  let before = '';
  return [...text.matchAll(wordShape)].map(({ 0: word, index: start }) => {
    const kind = kindOf(word, before, allowed);
    before = word;
    return { start, end: start + word.length, letters: word.match(/\p{L}/gu)?.length ?? 0, kind };
  });
}

const romanNumeral = /^(?=.)(?:M{0,2}(?=X))?(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
const size = /^X{1,5}[SML]$/;

function kindOf(word: string, before: string, allowed: ReadonlySet<string>): Word['kind'] {
  const bare = word.replace(/ /g, '').replace(/['’]S$/, '');
  const isCustom =
    !/\p{L}/u.test(bare) ||
    /\p{N}/u.test(bare) ||
    allowed.has(bare) ||
    /^\p{Lu}{1,2}(?:[.&/+]\p{Lu}{1,2})+$/u.test(bare) ||
    (/^\p{Lu}{2,}$/u.test(bare) &&
      (romanNumeral.test(bare) || size.test(bare) || hasNoVowel(bare) || /^(?:code|codes|coupon)$/i.test(before)));
  if (isCustom) return 'custom';
  if (/[\p{Ll}\p{Lo}]/u.test(bare)) return 'quiet';
  return /^.$/u.test(bare) ? 'custom' : 'loud';
}

/** No word to be said aloud, and so an acronym: "DKNY" is listed for its Y, "HDTV" need not be. */
function hasNoVowel(word: string): boolean {
  return /^[A-Z]+$/.test(word) && !/[AEIOUY]/.test(word);
}

/** The whole line, where capitals prevail in it. One stressed word or a label ("NEW IN: linen") is no shouting yet. */
function shoutedLine(words: readonly Word[], { maxRatio, minLetters }: Options): Sighting | null {
  const loud = words.filter(({ kind }) => kind === 'loud');
  const quiet = words.filter(({ kind }) => kind === 'quiet');
  const shouted = lettersOf(loud);
  const all = shouted + lettersOf(quiet);
  if (all < minLetters || shouted <= all * maxRatio || (loud.length < 3 && quiet.length > 0)) return null;
  return {
    message: `${shouted} of ${all} letters stand in words of capitals, more than ${Math.round(maxRatio * 100)}%; write the line in sentence case.`,
    spans: runsOf(words).map(spanOf),
  };
}

function shoutedRuns(text: string, words: readonly Word[], { maxCapsWords }: Options): Sighting[] {
  const isShouted = (run: readonly Word[]) => run.filter(({ letters }) => letters >= minLoud).length > maxCapsWords;
  return runsOf(words)
    .filter(isShouted)
    .map((run) => {
      const span = spanOf(run);
      const limit = maxCapsWords === 0 ? 'write it in small letters' : `stress ${maxCapsWords} at most`;
      return {
        message: `"${text.slice(span.start, span.end)}" is shouted in capitals; ${limit}.`,
        spans: [span],
      };
    });
}

/** Loud words side by side; a name or a figure between two of them does not part them. */
function runsOf(words: readonly Word[]): Word[][] {
  const runs: Word[][] = [];
  let run: Word[] | undefined;
  for (const word of words) {
    if (word.kind === 'quiet') run = undefined;
    if (word.kind !== 'loud') continue;
    if (run) run.push(word);
    else {
      run = [word];
      runs.push(run);
    }
  }
  return runs;
}

function spanOf(run: readonly Word[]): Span {
  return { start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 };
}

function lettersOf(words: readonly Word[]): number {
  return words.reduce((sum, { letters }) => sum + letters, 0);
}

/** Every word of the names, as written; a name of two words allows each of them. */
function wordsAllowed(names: readonly string[]): Set<string> {
  return new Set(names.flatMap((name) => [name, ...capitalsOf(name)]));
}

function capitalsOf(name: string): string[] {
  return (name.match(/[\p{L}\p{M}\p{N}]+(?:[&+/.][\p{L}\p{M}\p{N}]+)*/gu) ?? []).filter(
    (word) => !/\p{Ll}/u.test(word),
  );
}

function alsoAllowed(allowed: ReadonlySet<string>, { products, mustMention, offer }: Facts): ReadonlySet<string> {
  const names = [...products, ...mustMention, ...(offer?.code === undefined ? [] : [offer.code])].flatMap(capitalsOf);
  return names.length === 0 ? allowed : new Set([...allowed, ...names]);
}
