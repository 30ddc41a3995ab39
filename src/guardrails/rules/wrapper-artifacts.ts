/** Catches what a writer left around a line: quotes, numbers, bullets, labels, markdown, code. */
import * as z from 'zod';
import { defineRule, nothing, type Sighting } from '../rule.ts';
import { insides, marks, mayBeWrapped, openings, ordinalDot, quotes } from '../text/wrappings.ts';

const Options = z.strictObject({
  /** A whole line in quotation marks, as some brands quote a review. */
  allowQuotedLine: z.boolean().default(false),
});

/** See docs/rules/wrapper-artifacts.md. */
export const wrapperArtifacts = defineRule({
  id: 'wrapper-artifacts',
  version: 1,
  summary: 'No quotes, numbering, bullet, label or markup left around the line.',
  options: Options,
  on: true,
  severity: 'block',
  alsoPreheader: true,
  wakes: ['opening', 'colon', 'markup', 'quote', 'alien', 'terms'],
  examples: {
    good: [
      { line: '3 ways to wear the new trench' },
      { line: '“Wow”: your reviews are in' },
      { line: '*|FNAME|*, your picks are here', dialect: 'mailchimp' },
      { line: '24-hour sale: coats' },
      { line: 'Subject to change: our fall plans' },
    ],
    bad: [
      { line: '[|"Fresh picks for your weekend"|]' },
      { line: '[|1. |]Fresh picks for your weekend' },
      { line: '[|Subject: |]Fresh picks' },
      { line: '[|**Fresh**|] picks' },
      { line: '[|- |]Fresh picks for your weekend' },
      { line: 'Salt [|&amp;|] Straw is here' },
    ],
  },
  prepare: ({ allowQuotedLine }, { locale, terms }) => ({
    // A label with a dash after it; all others have a colon.
    label: terms([{ term: 'subject', mode: 'inflect' }]),
    pairs: allowQuotedLine ? marks : [...quotes, ...marks],
    hasOrdinalDot: ordinalDot.test(locale),
  }),
  check({ literal }, { prepared: { pairs, hasOrdinalDot } }) {
    if (!mayBeWrapped(literal)) return nothing;
    const wrapped = wrapping(literal, pairs);
    const before = opened(literal, hasOrdinalDot);
    return [
      ...(wrapped ? [wrapped] : []),
      ...(before ? [before] : []),
      ...inside(literal, before?.spans?.[0]?.end ?? 0),
    ];
  },
});

function wrapping(text: string, pairs: readonly (readonly [string, string])[]): Sighting | null {
  const body = withoutTail(text.trimStart());
  const pair = pairs.find(([open, close]) => isWrapped(body, open, close));
  if (!pair) return null;
  const inner = peeled(body, pair);
  const start = text.length - text.trimStart().length;
  const span = { start, end: start + body.length };
  return {
    message: `The whole line stands between ${pair[0]} and ${pair[1]}; take them off.`,
    spans: [span],
    ...(isALine(inner) && { suggestion: { ...span, text: inner } }),
  };
}

/** Without the sign a list or a sentence leaves at the end of what it quotes. */
function withoutTail(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\r\n,;.'.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Without the marks at both ends, however often they stand there. */
function peeled(body: string, [open, close]: readonly [string, string]): string {
  let [start, end] = [1, body.length - 1];
  while (end - start > 2 && body.charAt(start) === open && body.charAt(end - 1) === close) {
    start++;
    end--;
  }
  return body.slice(start, end);
}

function isWrapped(body: string, open: string, close: string): boolean {
  if (body.length < 3 || !body.startsWith(open) || !body.endsWith(close)) return false;
  const inner = peeled(body, [open, close]);
  // A quotation at either end of the line is two quotations; the apostrophe of '90s or 'tis is none.
  if (open === "'" || open === '‘')
    return !/^(?:\d|(?:tis|twas|til|cause|cuz|em|bout|round|n)\b)/i.test(inner) && !/[’']\s.*\s['‘]/u.test(inner);
  return !inner.includes(open) && !inner.includes(close);
}

function opened(text: string, hasOrdinalDot: boolean): Sighting | null {
  for (const opening of openings) {
    const found = opening.shape.exec(text)?.[0];
    if (found === undefined || ('isDot' in opening && hasOrdinalDot)) continue;
    const span = { start: 0, end: found.length };
    return {
      message: `${opening.what}, "${found.trim()}", stands before the line; take it off.`,
      spans: [span],
      ...(isALine(text.slice(found.length)) && { suggestion: { ...span, text: '' } }),
    };
  }
  return null;
}

function* inside(text: string, from: number): Iterable<Sighting> {
  for (const { shape, what } of insides)
    for (const { 0: found, 1: mark, index: start } of text.matchAll(shape)) {
      if (start < from) continue;
      const span = { start, end: start + found.length };
      const plain = mark === undefined ? decoded(found) : found.slice(mark.length, -mark.length);
      yield {
        message: `${what}, "${found.slice(0, 40)}", would be shown as it stands; write the plain text.`,
        spans: [span],
        ...(plain !== null && { suggestion: { ...span, text: plain } }),
      };
    }
}

const plainReferences: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&#39;', "'"],
  ['&nbsp;', ' '],
  ['&rsquo;', '’'],
  ['&ndash;', '–'],
  ['&mdash;', '—'],
  ['&hellip;', '…'],
]);

function decoded(found: string): string | null {
  return plainReferences.get(found) ?? null;
}

/** Whether what is left can stand as a line; if not, there is nothing safe to suggest. */
function isALine(text: string): boolean {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).length >= 2 && text.trim().length >= 8;
}
