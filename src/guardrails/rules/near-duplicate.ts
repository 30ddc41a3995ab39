/** Points out a line that reads much like one these readers have seen. */
import * as z from 'zod';
import { defineRule, nothing } from '../rule.ts';
import { lineKey, wordsKey } from '../text/line-key.ts';
import { dialectNamed } from '../text/merge-tags/dialects.ts';
import { seenLines, whenSeen } from '../text/seen-lines.ts';
import { wordsOf } from '../text/words.ts';

const Options = z.strictObject({
  /** Likeness from which a line is pointed out: Sørensen-Dice on letter pairs, 0 to 1. */
  threshold: z.number().min(0.5).max(1).default(0.8),
  /** Lines with fewer letters than this are alike by nature, and are not compared. */
  minLetters: z.int().min(2).max(100).default(10),
  /**
   * Lines with fewer words than this are only pointed out for the very same words: "Last chance" and "Last chances"
   * are alike by nature too. An ideograph is a word.
   */
  minWords: z.int().min(1).max(20).default(3),
});

/** See docs/rules/near-duplicate.md. */
export const nearDuplicate = defineRule({
  id: 'near-duplicate',
  version: 2,
  summary: 'The line says it in other words than lines these readers were sent before.',
  options: Options,
  on: true,
  severity: 'warn',
  wakes: ['seen'],
  examples: {
    good: [
      { line: 'Cozy season starts here', seen: [{ text: 'The linen is in' }] },
      {
        line: 'Cozy season starts here',
        seen: [{ text: 'Cozy season starts here' }],
        because: 'That is for duplicate to say.',
      },
    ],
    bad: [
      { line: 'Cozy season starts now', seen: [{ text: 'Cozy season starts here', at: '2026-11-02T14:00:00.000Z' }] },
      {
        line: '20% off coats, through Sunday',
        seen: [{ text: '30% off coats, through Sunday \u{1f9e5}' }],
        because: 'Figures and emoji make no difference.',
      },
    ],
  },
  prepare: (options, { dialect }) => ({ ...options, dialect: dialectNamed(dialect) }),
  check(line, { prepared: { threshold, minLetters, minWords, dialect }, seen, attributes }) {
    if (seen.length === 0) return nothing;
    const { keys, names, alike } = seenLines(seen, dialect, attributes);
    const key = lineKey(line);
    const words = wordsKey(key, names);
    const bare = withoutSigns(key);
    const isLong = words.replace(/[^\p{L}]/gu, '').length >= minLetters;
    const isEnough = (others: string) => wordsOf(others).count >= minWords;
    const near = alike()
      .atLeast(words, threshold)
      .find(({ at, likeness }) => {
        const other = keys[at] ?? '';
        if (other === key) return false;
        // The same line but for an exclamation mark is the same to its readers, however short it is.
        if (bare !== '' && withoutSigns(other) === bare) return true;
        return isLong && (likeness === 1 || (isEnough(words) && isEnough(wordsKey(other, names))));
      });
    const before = near && seen[near.at];
    if (!before) return nothing;
    const percent = Math.floor(near.likeness * 100);
    return [
      {
        message: `This reads much like "${before.text}" (${percent}% alike), which these readers saw${whenSeen(before)}; say it another way.`,
        resembles: before,
      },
    ];
  },
});

/** A line's key without punctuation and emoji; figures, percent and currency are part of what it says. */
function withoutSigns(key: string): string {
  return key.replace(/[^\p{L}\p{M}\p{N}\p{Sc}%\u0001]+/gu, '');
}
