/** Holds back a line these readers have seen before. */
import * as z from 'zod';
import { defineRule, nothing } from '../rule.ts';
import { lineKey } from '../text/line-key.ts';
import { dialectNamed } from '../text/merge-tags/dialects.ts';
import { parseLine } from '../text/parsed-line.ts';
import { seenLines, whenSeen } from '../text/seen-lines.ts';

const Options = z.strictObject({
  /** Lines of a series that come back on purpose, such as "The weekly edit". */
  recurring: z.array(z.string().min(1).max(200)).max(500).default([]),
});

/** See docs/rules/duplicate.md. */
export const duplicate = defineRule({
  id: 'duplicate',
  version: 2,
  summary: 'No line that these readers were sent before.',
  options: Options,
  on: true,
  severity: 'block',
  wakes: ['seen'],
  examples: {
    good: [
      { line: 'The linen is in', seen: [{ text: 'The wool is in' }] },
      { line: 'The weekly edit', options: { recurring: ['The weekly edit'] }, seen: [{ text: 'The weekly edit' }] },
    ],
    bad: [
      {
        line: 'The linen is in',
        seen: [{ text: 'The Linen  is in', campaign: 'Spring launch', at: '2026-11-02T14:00:00.000Z' }],
        because: 'Case and spaces make no difference.',
      },
      {
        line: "{{ first_name|default:'there' }}, the linen is in",
        dialect: 'klaviyo',
        seen: [{ text: "{{first_name|default:'friend'}}, the linen is in" }],
        because: 'It is the same line with another fallback.',
      },
    ],
  },
  prepare: ({ recurring }, { dialect, attributes }) => {
    const parsed = dialectNamed(dialect);
    return {
      dialect: parsed,
      recurring: new Set(recurring.map((text) => lineKey(parseLine({ text }, parsed, attributes)))),
    };
  },
  check(line, { prepared: { dialect, recurring }, seen, attributes }) {
    if (seen.length === 0) return nothing;
    const key = lineKey(line);
    const before = key === '' || recurring.has(key) ? undefined : seenLines(seen, dialect, attributes).byKey.get(key);
    if (!before) return nothing;
    const which = before.text === line.text ? 'this line' : `this line as "${before.text}"`;
    return [{ message: `These readers saw ${which}${whenSeen(before)}; write a new one.`, resembles: before }];
  },
});
