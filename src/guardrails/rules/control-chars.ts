/** Holds back lines with control characters, which can end a mail header early or start another one. */
import * as z from 'zod';
import { defineRule, nothing } from '../rule.ts';

const Options = z.strictObject({});

// C0 and C1 controls, DELETE, NEXT LINE and the two separators that some software takes for line ends.
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

const names: ReadonlyMap<string, string> = new Map([
  ['\u0000', 'a NUL character'],
  ['\t', 'a tab'],
  ['\n', 'a line feed'],
  ['\r', 'a carriage return'],
  ['\u001b', 'an escape character'],
  ['\u0085', 'a next-line character'],
  ['\u2028', 'a line separator'],
  ['\u2029', 'a paragraph separator'],
]);

/** See docs/rules/control-chars.md. */
export const controlChars = defineRule({
  id: 'control-chars',
  version: 1,
  summary: 'No control character stands in a line that becomes a mail header.',
  options: Options,
  on: true,
  severity: 'block',
  alsoPreheader: true,
  wakes: ['control'],
  examples: {
    good: [{ line: 'Fresh picks for your weekend' }, { line: 'Soldes\u202f: jusqu’à demain' }],
    bad: [
      { line: 'Fresh picks[|\r\n|]Bcc: all@example.com', because: 'A header that was injected.' },
      { line: 'Fresh[|\t|]picks' },
      { line: 'Fresh[|\u2028|]picks' },
    ],
  },
  prepare: (options) => options,
  check({ text }) {
    if (text.search(controls) < 0) return nothing;
    return [...text.matchAll(controls)].map(({ 0: found, index }) => ({
      message: `${named(found)} stands ${place(text, index)}; take it out, since mail servers refuse such a header or cut it in two.`,
      spans: [{ start: index, end: index + found.length }],
    }));
  },
});

function named(found: string): string {
  const first = found.charAt(0);
  const code = `U+${first.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  const name = `${names.get(first) ?? 'a control character'} (${code})`;
  const more = found.length > 1 ? ` with ${found.length - 1} more of its kind` : '';
  return name.charAt(0).toUpperCase() + name.slice(1) + more;
}

function place(text: string, at: number): string {
  const before = text.slice(0, at).trimEnd();
  return before === '' ? 'at the start' : `after "${before.slice(-20)}"`;
}
