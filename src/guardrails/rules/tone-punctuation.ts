/** Keeps a line from shouting by its punctuation: marks in a row, marks of both kinds at once, signs of money as ornament. */
import * as z from 'zod';
import markedNames from '../../../data/lexicons/marked-names.json' with { type: 'json' };
import { defineRule, nothing, type Sighting } from '../rule.ts';

const Options = z.strictObject({
  /** Most exclamation marks in one line; a Spanish pair counts one. */
  maxExclaim: z.int().min(0).max(10).default(1),
  /** Three dots, or the one character for them, once in a line. */
  allowEllipsis: z.boolean().default(true),
  /** Find "?!" and "!?". */
  forbidInterrobang: z.boolean().default(true),
  /** An exclamation mark and a question mark in one line, though apart; one filter adds a tenth of a point for it. */
  allowBothMarks: z.boolean().default(true),
  /** A line that ends in a question mark; one filter adds a point for it. */
  allowFinalQuestion: z.boolean().default(true),
  /** Names of your own that are written with a mark, such as "Yay!". */
  allow: z.array(z.string().trim().min(2).max(100)).max(500).default([]),
});
type Options = z.infer<typeof Options>;

// Wide marks are those of Chinese and Japanese; doubled marks have characters of their own.
const restless =
  /[!?！？][ \u00a0\u202f]{0,2}[!?！？]|[‼⁇⁈⁉]|[!！][^!！]{1,1000}[!！]|[.,;。，；…][ \u00a0\u202f]?[.,;。，；…!?]|…[^…]{1,1000}…|[$€£¥₩₹][ \u00a0]?[$€£¥₩₹]/;
const marks = /(?:[!?！？‼⁇⁈⁉](?:[ \u00a0\u202f]{0,2}(?=[!?！？‼⁇⁈⁉]))?){1,200}/g;
const stops = /[.,;。，；…](?:[.,;。，；…!?！？]|(?<=[.…])[ \u00a0\u202f](?=\.)){0,200}/g;
const money = /[$€£¥₩₹](?:[ \u00a0]?[$€£¥₩₹]){1,200}/g;

/** See docs/rules/tone-punctuation.md. */
export const tonePunctuation = defineRule({
  id: 'tone-punctuation',
  version: 1,
  summary: 'One exclamation mark at most, no marks in a row, and no signs of money as ornament.',
  options: Options,
  on: true,
  severity: 'warn',
  alsoPreheader: true,
  wakes: ['shout', 'stop', 'money'],
  examples: {
    good: [
      { line: 'Ready? Set. Fall.' },
      { line: 'Psst... the linen is in' },
      { line: '¡Llegó el otoño!', because: 'The two marks are a pair.' },
      { line: 'Jeopardy! night is here, and so are socks!', because: 'One of the marks belongs to a name.' },
      { line: 'Boots $1,049.50, from 9:30' },
    ],
    bad: [
      { line: 'Ends tonight[|!!!|]' },
      { line: 'Ready for fall[|?!|]' },
      { line: '[|$$$|] off' },
      { line: 'New coats! New boots[|!|]' },
      { line: 'Soon[|....|] coats' },
    ],
  },
  prepare: (options) => ({
    options,
    worthALook: isUsual(options) ? restless : /[!?！？‼⁇⁈⁉.,;。，；…$€£¥₩₹]/,
    names: namesMatcher([...markedNames.names, ...options.allow]),
  }),
  check({ literal }, { prepared: { options, worthALook, names } }) {
    if (!worthALook.test(literal)) return nothing;
    // Blanked out, so that the mark of a name neither counts nor makes a run with what follows.
    const text = literal.replace(names, (name) => '\ufffc'.repeat(name.length));
    const sightings = [...markSightings(text, options), ...stopSightings(text, options), ...moneySightings(text)];
    return sightings.length === 0 ? nothing : sightings;
  },
});

function isUsual({ maxExclaim, allowEllipsis, allowBothMarks, allowFinalQuestion }: Options): boolean {
  return maxExclaim > 0 && allowEllipsis && allowBothMarks && allowFinalQuestion;
}

function namesMatcher(names: readonly string[]): RegExp {
  const spelled = names.map((name) => name.replace(/[$()*+.?[\\\]^{|}/]/g, '\\$&').replace(/['’]/g, "['’]"));
  // A mark between letters ("P!nk") is a letter to its owner.
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${spelled.join('|')})|(?<=\\p{L})!(?=\\p{Ll})`, 'giu');
}

function* markSightings(text: string, options: Options): Iterable<Sighting> {
  const single: number[] = [];
  let exclaims = 0;
  let asks = false;
  for (const { 0: run, index: start } of text.matchAll(marks)) {
    const end = start + run.length;
    const written = run.replace(/\s/gu, '');
    const hasExclaim = /[!！‼⁈⁉]/.test(run);
    const hasQuestion = /[?？⁇⁈⁉]/.test(run);
    if (hasExclaim) exclaims++;
    asks ||= hasQuestion;
    if (hasExclaim && hasQuestion) {
      if (!options.forbidInterrobang && written.length <= 2) continue;
      yield {
        message: `"${run}" asks and shouts at once; keep the question mark.`,
        spans: [{ start, end }],
        suggestion: { start, end, text: '?' },
      };
    } else if (written.length > 1 || /[‼⁇]/.test(run)) {
      const kept = hasExclaim ? '!' : '?';
      yield {
        message: `"${run}" is a run of marks; keep one.`,
        spans: [{ start, end }],
        ...(options.maxExclaim > 0 && { suggestion: { start, end, text: kept } }),
      };
    } else if (hasExclaim) single.push(start);
  }
  yield* tooMany(single, exclaims, options);
  if (!options.allowBothMarks && asks && exclaims > 0)
    yield { message: 'The line has an exclamation mark and a question mark; keep one kind, since filters count both.' };
  if (!options.allowFinalQuestion && /[?？]["”’)\]]?\s*$/u.test(text))
    yield {
      message: 'The line ends in a question mark, for which the filter rspamd adds a point; say it as a statement.',
      spans: [{ start: text.search(/[?？]["”’)\]]?\s*$/u), end: text.search(/[?？]["”’)\]]?\s*$/u) + 1 }],
    };
}

/** Runs have been reported as such; what is left over the limit are the last of the single marks. */
function* tooMany(single: readonly number[], exclaims: number, { maxExclaim }: Options): Iterable<Sighting> {
  const over = single.slice(Math.max(0, single.length - Math.max(0, exclaims - maxExclaim)));
  if (exclaims <= maxExclaim || over.length === 0) return;
  const limit = maxExclaim === 0 ? 'none' : `${maxExclaim}`;
  yield {
    message: `The line exclaims ${exclaims === 1 ? 'once' : `${exclaims} times`} and the limit is ${limit}; end the rest with a full stop.`,
    spans: over.map((start) => ({ start, end: start + 1 })),
  };
}

function* stopSightings(text: string, { allowEllipsis }: Options): Iterable<Sighting> {
  let ellipses = 0;
  for (const { 0: run, index: start } of text.matchAll(stops)) {
    const spans = [{ start, end: start + run.length }];
    const stopsOnly = run.replace(/[!?！？]$/u, '');
    if (/^(?:\.{3}|…|\. \. \.)$/u.test(stopsOnly)) {
      // A countdown ("3… 2… 1…") trails off by its nature, and counts once.
      if (ellipses === 0 || !/\d$/.test(text.slice(0, start))) ellipses++;
      if (!allowEllipsis) yield { message: `"${run}" trails off; end the line or finish the thought.`, spans };
      else if (ellipses > 1) yield { message: 'The line trails off more than once; keep one ellipsis.', spans };
    } else if (run.length > 1 && !isAfterAbbreviation(text, start, run)) {
      const kept = keptStop(stopsOnly);
      yield {
        message: `"${run}" is a run of stops; keep one.`,
        spans,
        ...(kept && run === stopsOnly && { suggestion: { start, end: start + run.length, text: kept } }),
      };
    }
  }
}

const abbreviation =
  /^(?:\p{L}|.*\..*|co|corp|inc|ltd|bros|etc|st|dr|jr|sr|mr|mrs|ms|vs|no|oz|ft|in|lbs?|hrs?|mins?|approx|feat|incl|excl|ave|blvd|mt|jan|feb|mar|apr|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun|str|usw|ca|bzw|inkl|env|av|bd|tel)$/iu;

/** "Co., Ltd." and "9 a.m.?" end a shortened word and go on. */
function isAfterAbbreviation(text: string, start: number, run: string): boolean {
  if (!/^\.[,;!?]$/.test(run)) return false;
  const word = text.slice(Math.max(0, start - 12), start).match(/[\p{L}.]+$/u)?.[0] ?? '';
  return abbreviation.test(word);
}

function keptStop(run: string): string | null {
  return /^(?:,+|;+)$/.test(run) ? run.charAt(0) : null;
}

function* moneySightings(text: string): Iterable<Sighting> {
  for (const { 0: run, index: start } of text.matchAll(money))
    yield {
      message: `"${run}" is money as ornament; name the amount or leave the signs out.`,
      spans: [{ start, end: start + run.length }],
    };
}
