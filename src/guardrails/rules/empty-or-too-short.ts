/** Holds back a line that says nothing, or says nothing to readers whose merge values are missing. */
import * as z from 'zod';
import { defineRule, nothing } from '../rule.ts';
import { displayWidth } from '../text/display-width.ts';
import { foldText } from '../text/fold.ts';
import { countGraphemes } from '../text/graphemes.ts';
import type { ParsedLine } from '../text/parsed-line.ts';
import { signBits } from '../text/signs.ts';
import { wordsOf } from '../text/words.ts';

const Options = z.strictObject({
  /** Fewest characters; an ideograph counts two, since it says about as much. */
  min: z.int().min(1).max(100).default(8),
  minWords: z.int().min(1).max(20).default(2),
  /** Short lines this brand sends on purpose, such as "Finally."; case and punctuation make no difference. */
  allow: z.array(z.string().min(1).max(40)).max(100).default([]),
});

/** See docs/rules/empty-or-too-short.md. */
export const emptyOrTooShort = defineRule({
  id: 'empty-or-too-short',
  version: 1,
  summary: 'Every reader gets a line of at least a few words, whatever their merge values.',
  options: Options,
  on: true,
  severity: 'block',
  examples: {
    good: [
      { line: 'Hello, fall' },
      { line: 'It’s here' },
      { line: '秋の新作コート', because: 'Ideographs count two, and each is a word.' },
      { line: 'Finally.', options: { allow: ['Finally.'] } },
    ],
    bad: [
      { line: '' },
      { line: 'Hi' },
      { line: 'Surprise!', because: 'One word.' },
      { line: '\u{1f525}\u{1f525}\u{1f525}\u{1f525}\u{1f525}\u{1f525}\u{1f525}\u{1f525}' },
      { line: '{{ first_name }}', dialect: 'klaviyo', because: 'Readers without a name get nothing.' },
    ],
  },
  prepare: ({ min, minWords, allow }) => ({ min, minWords, allow: new Set(allow.map(keyOf)) }),
  check(line, { prepared: { min, minWords, allow } }) {
    if (line.tags.length === 0 && isPlainlyLong(line, min, minWords)) return nothing;
    for (const { text, name } of shownTexts(line)) {
      const characters = sizeOf(text);
      const words = wordCount(text);
      if ((characters >= min && words >= minWords) || (characters > 0 && allow.has(keyOf(text)))) continue;
      const where = name === null ? '' : ` with ${name}`;
      const has =
        characters === 0
          ? `The line is empty${where}`
          : `"${text.trim()}" has ${counted(characters, 'character')} and ${counted(words, 'word')}${where}`;
      return [
        {
          message: `${has}; write at least ${counted(min, 'character')} and ${counted(minWords, 'word')}.`,
          ...(name !== null && { rendering: name }),
        },
      ];
    }
    return nothing;
  },
});

/** True for nearly every line: its plain letters alone are enough. */
function isPlainlyLong(line: ParsedLine, min: number, minWords: number): boolean {
  // What no reader sees might part one word into several; then only a space does.
  const opens = (line.signs & signBits.unseen) === 0 ? isNoPlainLetter : isSpace;
  const { text } = line;
  let letters = 0;
  let words = 0;
  let before = 0x20;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isPlainLetter(unit)) {
      letters++;
      if (opens(before)) words++;
      if (letters >= min && words > minWords) return true;
    }
    before = unit;
  }
  return false;
}

function isNoPlainLetter(unit: number): boolean {
  return !isPlainLetter(unit);
}

function isSpace(unit: number): boolean {
  return unit === 0x20;
}

function isPlainLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
}

/** What readers see, the typical first. A rare value is no reason to write a longer line. */
function shownTexts(line: ParsedLine): { text: string; name: string | null }[] {
  if (line.tags.length === 0) return [{ text: line.text, name: null }];
  return line
    .renderings()
    .filter(({ kind }) => kind !== 'hazard')
    .map(({ text, name }) => ({ text, name }));
}

function sizeOf(text: string): number {
  const seen = text.replace(/[\p{DI}\u2800](?<![\ufe0f\u200d])/gu, '').trim();
  return /[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}\p{Script=Hang}]/u.test(seen)
    ? displayWidth(seen)
    : countGraphemes(seen);
}

function wordCount(text: string): number {
  return wordsOf(foldText(text).text).count;
}

/** "Finally." stands for "FINALLY!" too; what is nothing but signs stands for itself. */
function keyOf(text: string): string {
  const folded = foldText(text).text.trim();
  return folded.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim() || folded;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
