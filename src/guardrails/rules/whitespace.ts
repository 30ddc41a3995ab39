/** Keeps spaces where readers expect them, in the line as written and in what is left when a merge value is missing. */
import * as z from 'zod';
import type { Span } from '../../domain/finding.ts';
import { defineRule, nothing, type Sighting } from '../rule.ts';
import type { ParsedLine } from '../text/parsed-line.ts';
import { type Rendering, spanAsWritten } from '../text/rendering.ts';
import { signBits } from '../text/signs.ts';

const Options = z.strictObject({
  /** Look at the renderings too: a missing name leaves ", your edit" behind. */
  renderings: z.boolean().default(true),
});

// Spaces of any width. At either end of the line a line break is one too; inside it is left to control-chars.
const space = '[\\t\\p{Zs}]';
const edge = '[\\t-\\r\\u0085\\u2028\\u2029\\p{Zs}]';
const stray = new RegExp(`^${edge}+|${edge}+$|${space}{2,}|\\t|${space}(?=,(?:${space}|\\p{L}))`, 'gu');
const leftover = new RegExp(
  `^${space}*[,;:.!?](?!\\.)|^${space}+|${space}+$|${space}{2,}|${space}[,.;:!?](?=${space}|$)`,
  'gu',
);

/** See docs/rules/whitespace.md. */
export const whitespace = defineRule({
  id: 'whitespace',
  version: 1,
  summary: 'No space too many: at the ends, in a row, or left behind by an empty merge value.',
  options: Options,
  on: true,
  severity: 'block',
  alsoPreheader: true,
  examples: {
    good: [
      { line: 'Fall, sorted' },
      { line: 'Soldes\u202f: c’est parti\u00a0!', because: 'French sets a narrow space before the sign.' },
      { line: "{{ first_name|default:'there' }}, your edit", dialect: 'klaviyo' },
      { line: '{% if first_name %}{{ first_name }}, {% endif %}your edit', dialect: 'klaviyo' },
    ],
    bad: [
      { line: '[| |]Fall, sorted' },
      { line: 'Fall, sorted[| |]' },
      { line: 'Fall,[|  |]sorted' },
      { line: 'It smells like fall[|  |]\u{1f342}', because: 'Beside an emoji it is hardly seen: a warning.' },
      {
        line: '[|{{ first_name }},|] your edit',
        dialect: 'klaviyo',
        because: 'Where the name is missing, a comma begins the line.',
      },
    ],
  },
  prepare: ({ renderings }, { locale }) => ({ renderings, isFrench: /^fr\b/i.test(locale) }),
  check(line, { prepared }) {
    // The literal, since nobody sees the spaces inside of a tag.
    const sightings = hasStrays(line) ? [...strays(line.literal)] : [];
    if (prepared.renderings && line.tags.length > 0) sightings.push(...leftovers(line, prepared.isFrench));
    return sightings.length === 0 ? nothing : sightings;
  },
});

/** False for nearly every line, without asking for spaces of every kind. */
function hasStrays({ literal, signs }: ParsedLine): boolean {
  if ((signs & (signBits.space | signBits.control)) !== 0) return true;
  return plainStray.test(literal);
}

const plainStray = / [ ,]|^ | $/;

function* strays(text: string): Iterable<Sighting> {
  for (const { 0: found, index: start } of text.matchAll(stray)) {
    const end = start + found.length;
    const isInside = start > 0 && end < text.length;
    const isBesideEmoji = isInside && hasEmojiAt(text, start, end);
    const what = found.includes('\t') ? 'A tab' : found.length === 1 ? 'A space' : `${found.length} spaces`;
    const where =
      start === 0 ? 'at the start' : end === text.length ? 'at the end' : `after "${lastWord(text, start)}"`;
    // No language sets a space before a comma; it is where a word or a tag was taken out.
    const isKept = isInside && text.charAt(end) !== ',';
    const act = isKept ? 'leave one space' : isInside ? 'take it out' : 'take out what nobody sees';
    yield {
      message: `${what} ${found.length === 1 ? 'stands' : 'stand'} ${where}; ${act}.`,
      spans: [{ start, end }],
      suggestion: { start, end, text: isKept ? ' ' : '' },
      // An emoji brings its own margin, and people write it so; not worth holding a line back.
      ...(isBesideEmoji && { severity: 'warn' as const }),
    };
  }
}

function hasEmojiAt(text: string, start: number, end: number): boolean {
  return (
    /^\p{Extended_Pictographic}/u.test(text.slice(end, end + 2)) ||
    /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]$/v.test(text.slice(Math.max(0, start - 2), start))
  );
}

function* leftovers(line: ParsedLine, isFrench: boolean): Iterable<Sighting> {
  const known = new Set([...line.text.matchAll(leftover)].map(({ index }) => index));
  const first = line.tags[0]?.span.start === 0;
  for (const rendering of line.renderings()) {
    // A rare value that is blank belongs to tag-fallback-required; here it would hold back every greeting.
    if (rendering.kind === 'hazard') continue;
    for (const { 0: found, index } of rendering.text.matchAll(leftover)) {
      if (index > 0 && /[;:!?]$/.test(found) && (isFrench || !isParted(rendering, index + 1))) continue;
      if (known.has(rendering.origin()[index] ?? -1) && isInFallback(line, rendering.origin()[index] ?? -1)) continue;
      const span = touched(line, rendering, index, index + found.length);
      if (!span || (known.has(span.start) && !(first && span.start === 0))) continue;
      known.add(span.start);
      yield {
        message: `With ${rendering.name}, readers see "${excerpt(rendering.text, index)}"; give the tag a fallback, or word the line so that it reads well without the value.`,
        spans: [span],
        rendering: rendering.name,
      };
    }
  }
}

/** A space before ; : ! and ? is French, unless something stands between the two in the text as written. */
function isParted(rendering: Rendering, at: number): boolean {
  const origin = rendering.origin();
  return (origin[at] ?? 0) - (origin[at - 1] ?? 0) > 1;
}

/** What is wrong within a fallback's own words is wrong as written, and said there. */
function isInFallback({ tags }: ParsedLine, at: number): boolean {
  return tags.some(({ fallback }) => fallback && fallback.span.start <= at && at < fallback.span.end);
}

/** The place as written, where a tag has a part in it; `null` where the words alone are to blame, which `strays` says. */
function touched(line: ParsedLine, rendering: Rendering, start: number, end: number): Span | null {
  const place = spanAsWritten(rendering, line.tags, start, end);
  const near = line.tags.filter(({ span }) => span.start <= place.end && span.end >= place.start - 1);
  const starts = near.map(({ span }) => span.start);
  if (near.length === 0) return null;
  return { start: Math.min(place.start, ...starts), end: Math.max(place.end, ...near.map(({ span }) => span.end)) };
}

function excerpt(text: string, at: number): string {
  const start = Math.max(0, at - 12);
  return `${start > 0 ? '…' : ''}${text.slice(start, at + 24)}${at + 24 < text.length ? '…' : ''}`;
}

function lastWord(text: string, at: number): string {
  return (
    text
      .slice(Math.max(0, at - 40), at)
      .split(' ')
      .at(-1) ?? ''
  );
}
