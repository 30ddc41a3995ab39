/** Keeps lines short enough to be read before a mail client cuts them off. */
import * as z from 'zod';
import { defineRule, nothing } from '../rule.ts';
import { displayWidth } from '../text/display-width.ts';
import { countGraphemes } from '../text/graphemes.ts';
import type { ParsedLine } from '../text/parsed-line.ts';

const limit = z.int().min(1).max(1000);

const Options = z
  .strictObject({
    /** `width` counts an emoji or a Chinese, Japanese or Korean letter as two. */
    unit: z.enum(['graphemes', 'width']).default('graphemes'),
    // Outlook on a desktop shows about 50, Gmail in a browser about 70; measurements of one device each (docs).
    warnAt: limit.default(50),
    max: limit.default(70),
    // The field of some platforms takes no more than 150.
    hardMax: limit.default(150),
  })
  .refine(({ warnAt, max, hardMax }) => warnAt <= max && max <= hardMax, {
    error: 'warnAt must not be above max, nor max above hardMax',
  });

/** See docs/rules/length.md. */
export const length = defineRule({
  id: 'length',
  version: 1,
  summary: 'The line, with its longest merge values, stays within the length that mail clients show.',
  options: Options,
  on: true,
  severity: 'block',
  examples: {
    good: [
      { line: '20% off coats ends Sunday' },
      { line: 'New in 👨‍👩‍👧‍👦 family fits, knits from small to tall', because: 'The family counts one.' },
      {
        line: '{% if first_name %}{{ first_name }}{% else %}Hello{% endif %}, your edit is here',
        dialect: 'klaviyo',
        because: 'Readers see 40 characters at most, whatever the tags take.',
      },
    ],
    bad: [
      { line: 'We have some really wonderful news for you about all of our warm new winter coats' },
      {
        line: "{{ first_name|default:'there' }}, your coats came in and they are warm",
        dialect: 'klaviyo',
        because: 'With a first name of 20 letters it has 61 characters.',
      },
      { line: 'Coats and jackets 🧥🧥🧥🧥', options: { unit: 'width', warnAt: 20, max: 25 } },
    ],
  },
  prepare: (options) => options,
  check(line, { prepared: { unit, warnAt, max, hardMax } }) {
    // A line has at most one grapheme a unit, so that most lines need no count.
    if (unit === 'graphemes' && line.tags.length === 0 && line.text.length <= warnAt) return nothing;
    const { size, name } = longestRendering(line, unit);
    if (size <= warnAt) return nothing;
    const isOver = size > max;
    const allowed = size > hardMax ? hardMax : isOver ? max : warnAt;
    const has = name === null ? `the line has ${size}` : `the longest rendering has ${size} (${name})`;
    const why =
      size > hardMax
        ? 'some platforms take no more'
        : isOver
          ? 'desktop clients cut the rest off'
          : 'many clients cut the rest off';
    return [
      {
        message: `Shorten to ${allowed} ${unit === 'width' ? 'columns' : 'characters'}; ${has}, and ${why}.`,
        ...(name !== null && { rendering: name }),
        ...(!isOver && { severity: 'warn' as const }),
      },
    ];
  },
});

function longestRendering(line: ParsedLine, unit: 'graphemes' | 'width'): { size: number; name: string | null } {
  const measure = unit === 'width' ? displayWidth : countGraphemes;
  if (line.tags.length === 0) return { size: unit === 'width' ? measure(line.text) : line.graphemes(), name: null };
  let longest = { size: -1, name: '' };
  for (const { text, name } of line.renderings()) {
    const size = measure(text);
    if (size > longest.size) longest = { size, name };
  }
  return longest;
}
