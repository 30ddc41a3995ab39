/** Sees to it that the preheader is there where it was asked for, adds to the line, and fits its place in the inbox. */
import * as z from 'zod';
import type { Span } from '../../domain/finding.ts';
import { defineRule, nothing, type Sighting } from '../rule.ts';
import { foldText } from '../text/fold.ts';
import { countGraphemes } from '../text/graphemes.ts';
import { dialectNamed } from '../text/merge-tags/dialects.ts';
import { type ParsedLine, parseLine } from '../text/parsed-line.ts';
import { likeness } from '../text/similarity.ts';

const Options = z
  .strictObject({
    /** Likeness from which a preheader counts as a repeat: Sørensen-Dice on letter pairs, 0 to 1. */
    threshold: z.number().min(0.5).max(1).default(0.8),
    /** Shorter ones are remarked on: clients fill the row with the first words of the mail. 0 allows any. */
    minGraphemes: z.int().min(0).max(500).default(30),
    // Apple Mail on a phone shows 99 (see the page of `length` for the source).
    maxGraphemes: z.int().min(1).max(1000).default(110),
  })
  .refine(({ minGraphemes, maxGraphemes }) => minGraphemes <= maxGraphemes, {
    error: 'minGraphemes must not be above maxGraphemes',
  });
type Options = z.infer<typeof Options>;

/** See docs/rules/preheader-duplicate.md. */
export const preheaderDuplicate = defineRule({
  id: 'preheader-duplicate',
  version: 1,
  summary: 'The preheader says something that the line does not.',
  options: Options,
  on: true,
  severity: 'warn',
  wakes: ['preheader'],
  examples: {
    good: [
      { line: '20% off coats', preheader: 'Wool, down and trench, through Sunday' },
      { line: 'Tilden Row: the linen is in', preheader: 'Tilden Row has it in oat, sage and a good dark blue' },
      { line: 'The linen is in', because: 'Nobody asked for a preheader.' },
    ],
    bad: [
      { line: '20% off coats, today only', preheader: '20% off coats, today only' },
      { line: 'The linen is in', preheader: 'The linen is in, and it came in oat and sage' },
      { line: 'The linen is in', facts: { preheaders: true }, because: 'The brief asks for preheaders.' },
      { line: 'The linen is in', preheader: 'Come and see' },
    ],
  },
  prepare: (options, { dialect }) => ({ options, dialect: dialectNamed(dialect) }),
  check(line, { prepared: { options, dialect }, attributes, facts }) {
    const text = line.preheader ?? '';
    if (!/[^\p{Z}\p{C}]/u.test(text)) return facts?.preheaders ? [missing] : nothing;
    const preheader = parseLine({ text }, dialect, attributes);
    return [...sizes(preheader, options), ...repeats(line, preheader, options.threshold)];
  },
});

const missing: Sighting = {
  message:
    'The brief asks for preheaders and this line has none; write one, since clients show the first words of the mail in its place.',
  fact: { path: 'preheaders', value: 'true' },
};

function* sizes(preheader: ParsedLine, { minGraphemes, maxGraphemes }: Options): Iterable<Sighting> {
  const seen = preheader.renderings().filter(({ kind }) => kind !== 'hazard');
  const counts = preheader.tags.length === 0 ? [preheader.graphemes()] : seen.map(({ text }) => countGraphemes(text));
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  if (most > maxGraphemes)
    yield {
      message: `Shorten the preheader to ${maxGraphemes} characters; it has ${most}, and phones cut the rest off.`,
      field: 'preheader',
    };
  else if (least < minGraphemes)
    yield {
      message: `The preheader has ${least} characters; say more, up to ${minGraphemes} or so, since clients fill the row with the first words of the mail.`,
      field: 'preheader',
      // A short one is a choice; it repeats nothing and misleads nobody.
      severity: 'info',
    };
}

type Word = Span & { readonly folded: string };

function* repeats(line: ParsedLine, preheader: ParsedLine, threshold: number): Iterable<Sighting> {
  const [said, added] = [wordsOf(asRead(line)), wordsOf(asRead(preheader))];
  const whole = { start: 0, end: preheader.text.length };
  const place = (words: readonly Word[]): Span =>
    preheader.tags.length > 0 ? whole : { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? whole.end };
  const repeated = (words: readonly Word[], how: string): Sighting => ({
    message: `The preheader ${how}; tell readers something that the line does not.`,
    field: 'preheader',
    spans: [place(words)],
  });
  // Two words alone may be the name of the brand, which may come back in a longer preheader.
  const at = isTelling(said, said.length === added.length ? 2 : 3) ? placeIn(added, said) : -1;
  if (at >= 0) yield repeated(added.slice(at, at + said.length), 'repeats the whole line');
  else if (isTelling(added, 3) && placeIn(said, added) >= 0) yield repeated(added, 'repeats a part of the line');
  else if (isTelling(said, 3) && isTelling(added, 2)) {
    const { words, alike } = mostAlike(said, added);
    if (alike >= threshold) yield repeated(words, `reads much like the line (${Math.floor(alike * 100)}% alike)`);
  }
}

/** How the preheader begins: with as many words as the line has, or one more or less, or all of it. */
function mostAlike(said: readonly Word[], added: readonly Word[]): { words: readonly Word[]; alike: number } {
  const line = joined(said);
  return [added.length, said.length + 1, said.length, said.length - 1]
    .map((count) => added.slice(0, count))
    .map((words) => ({ words, alike: likeness(line, joined(words)) }))
    .reduce((best, each) => (each.alike > best.alike ? each : best));
}

function asRead({ tags, text, renderings }: ParsedLine): string {
  return tags.length === 0 ? text : (renderings()[0]?.text ?? text);
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu)].map(({ 0: word, index: start }) => ({
    folded: foldText(word).text,
    start,
    end: start + word.length,
  }));
}

/** Enough to be a repeat: the name of a brand or a single word that comes back is none. */
function isTelling(words: readonly Word[], least: number): boolean {
  const letters = joined(words).length;
  if (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Thai}/u.test(joined(words)))
    return letters >= 6;
  return words.length >= least && letters >= 8;
}

function placeIn(words: readonly Word[], piece: readonly Word[]): number {
  return words.findIndex((_, at) => piece.every(({ folded }, part) => words[at + part]?.folded === folded));
}

function joined(words: readonly Word[]): string {
  return words.map(({ folded }) => folded).join(' ');
}
