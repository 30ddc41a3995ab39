/** Catches what somebody meant to fill in and did not: "[First Name]", "XX%", "<<name>>". */
import * as z from 'zod';
import type { Span } from '../../domain/finding.ts';
import { defineRule, nothing, type Sighting } from '../rule.ts';
import type { ParsedLine } from '../text/parsed-line.ts';

const Options = z.strictObject({
  /** Placeholders of this brand's own making, letter for letter, whatever their case. */
  extraPatterns: z.array(z.string().trim().min(2).max(60)).max(50).default([]),
});

/** Words that in brackets mean "fill this in". "[New]" and "[VIP]" are copy. */
const placeholderWords =
  /^(?:(?:[a-z']{1,20}[ _-]){0,3}(?:sur|user|first|last|full)?name|month|number|#|n|customer|recipient|subscriber|brand|company|product|item|store|city|date|day|time|season|pr[ée]nom|nom|vorname|nachname|nombre|apellido|nome|cognome|voornaam|achternaam|discount|amount|price|percent(?:age)?|offer|code|link|url|emoji|placeholder|(?:insert|add|enter|your) .{1,50}|insert|x{1,4} ?%?|\$?x{1,4}|tbd|tbc|todo)$/i;

/**
 * The shapes, each bounded so that hostile text stays cheap. A shape is only searched where one of its `hints` stands;
 * what is found in brackets is looked into.
 */
const shapes: readonly { hints: readonly string[]; shape: RegExp; isLookedInto?: true }[] = [
  { hints: ['['], shape: /\[([^[\]]{1,60})\]/g, isLookedInto: true },
  { hints: ['{'], shape: /\{\{?([^{}]{1,60})\}?\}/g, isLookedInto: true },
  { hints: ['«'], shape: /«([^«»]{1,40})»/g, isLookedInto: true },
  { hints: ['('], shape: /\(((?:first|last|full)[ _-]?name|insert [^()]{1,40})\)/gi },
  { hints: ['<<'], shape: /<<[^<>]{1,40}>>/g },
  { hints: ['<'], shape: /(?<!<)<(?!%|span\b|\/span|ADV>)[A-Za-z][^<>]{0,40}>(?!>)/g },
  { hints: ['%%%'], shape: /%{2,8}[^%\s][^%]{0,39}%{3,8}|%{3,8}[^%\s][^%]{0,39}%{2,8}/g },
  { hints: ['X', 'x'], shape: /(?<![\p{L}\p{N}])[Xx]{1,3} ?%|\$[Xx]{1,4}(?![\p{L}\p{N}])/gu },
  { hints: ['##', '__'], shape: /#{2,}|_{3,}/g },
  { hints: ['[object'], shape: /\[object Object\]/g },
  {
    hints: ['TB', 'NAME', 'NaN', 'undefined'],
    shape: /(?<![\p{L}\p{N}_])(?:TBD|TBC|FNAME|LNAME|(?:FIRST|LAST|FULL)_?NAME|NaN|undefined)(?![\p{L}\p{N}_])/gu,
  },
  {
    hints: ['_'],
    shape: /(?<![\p{L}\p{N}_])(?:(?:INSERT|YOUR|ADD)_[A-Z_]{2,40}|[A-Z_]{2,40}_HERE)(?![\p{L}\p{N}_])/gu,
  },
  { hints: ['XX'], shape: /(?<![A-Za-z0-9])XX{1,2} (?:days?|hours?|off|points)\b/g },
  {
    hints: ['ame', 'AME'],
    shape:
      /\$(?:first|last|full)_?name\b|#(?:first|last|full)?_?name#|(?<=\b(?:hi|hey|hello|dear) )(?:first|last|full) name\b/gi,
  },
  {
    hints: ['null', 'NULL', 'None', 'nil'],
    shape: /(?:^|(?<=\b(?:[Hh]i|[Hh]ey|[Hh]ello|[Dd]ear) ))(?:null|NULL|None|nil)(?=[,!:]|$)/g,
  },
  { hints: ['orem', 'OREM'], shape: /lorem ipsum/gi },
];

// Placeholders that are plain words; all others have a bracket, a money sign or markup in them.
const telling = [
  ...['xx', 'xxx', 'tbd', 'tbc', 'todo', 'fname', 'lname', 'firstname', 'lastname', 'fullname', 'first name'],
  ...['last name', 'full name', 'nan', 'undefined', 'null', 'none', 'nil', 'lorem'],
].map((term) => ({ term, mode: 'word' as const }));

/** Spanish and Portuguese for "everything". */
const todoIsAWord = /^(?:es|pt|gl)\b/i;

/** See docs/rules/unresolved-placeholder.md. */
export const unresolvedPlaceholder = defineRule({
  id: 'unresolved-placeholder',
  version: 1,
  summary: 'No placeholder that somebody forgot to fill in reaches a reader.',
  options: Options,
  on: true,
  severity: 'block',
  alsoPreheader: true,
  examples: {
    good: [
      { line: 'Save 20% this week' },
      { line: 'XXL and XX in stock, sizes S–XXXL' },
      { line: '[NEW] boots, our #1, and I <3 them' },
      { line: '{FNAME}, your picks' },
    ],
    bad: [
      { line: 'Hello [|%%%FIRST NAME%%%|]' },
      { line: 'Hi [|[First Name]|], your picks' },
      { line: 'Hi [|<<First Name>>|], your picks' },
      { line: 'Save [|XX%|] today' },
      { line: 'Hi [|{{insert name}}|]', dialect: 'klaviyo' },
      { line: 'Hi [|FIRST_NAME|], your picks' },
      { line: 'Ends [|~date~|]', options: { extraPatterns: ['~date~'] } },
    ],
  },
  prepare: ({ extraPatterns }, { locale, terms }) => ({
    telling: terms(telling),
    extra: extraPatterns.map((pattern) => pattern.toLowerCase()),
    watchesTodo: !todoIsAWord.test(locale),
  }),
  // A pattern of the brand's own may be of any characters.
  wakes: ({ extra }) => (extra.length > 0 ? undefined : ['markup', 'money', 'quote', 'terms']),
  check(line, { prepared: { extra, watchesTodo } }) {
    const spans = shaped(line.text, watchesTodo);
    for (const pattern of extra) spans.push(...occurrences(line.text, pattern));
    if (spans.length === 0) return nothing;
    return outermost(spans)
      .filter((span) => !isInKnownTag(line, span))
      .map((span) => sighting(line.text, span));
  },
});

function shaped(text: string, watchesTodo: boolean): Span[] {
  const spans: Span[] = [];
  const add = (start: number, found: string) => spans.push({ start, end: start + found.length });
  for (const { hints, shape, isLookedInto } of shapes) {
    if (!holdsAny(text, hints)) continue;
    for (const match of text.matchAll(shape))
      if (!isLookedInto || placeholderWords.test((match[1] ?? '').trim())) add(match.index, match[0]);
  }
  if (watchesTodo && text.includes('TODO'))
    for (const match of text.matchAll(/(?<![\p{L}\p{N}_])TODO(?![\p{L}\p{N}_])/gu)) add(match.index, match[0]);
  return spans;
}

function holdsAny(text: string, hints: readonly string[]): boolean {
  for (const hint of hints) if (text.includes(hint)) return true;
  return false;
}

function occurrences(text: string, pattern: string): Span[] {
  const spans: Span[] = [];
  // Lower case may change a text's length, and with it every offset; then the case counts.
  const lower = text.toLowerCase();
  const searched = lower.length === text.length ? lower : text;
  for (let at = searched.indexOf(pattern); at >= 0; at = searched.indexOf(pattern, at + pattern.length))
    spans.push({ start: at, end: at + pattern.length });
  return spans;
}

/** The spans that lie in no other one. */
function outermost(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((one, other) => one.start - other.start || other.end - one.end);
  const kept: Span[] = [];
  for (const span of sorted) if (span.end > (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}

/** A tag that the platform fills in is no placeholder, whatever its name. */
function isInKnownTag(line: ParsedLine, span: Span): boolean {
  return line.tags.some(
    (tag) =>
      (tag.canonical !== null || tag.kind === 'control') &&
      tag.span.start <= span.start &&
      span.end <= tag.span.end &&
      !(tag.fallback && tag.fallback.span.start <= span.start && span.end <= tag.fallback.span.end),
  );
}

function sighting(text: string, span: Span): Sighting {
  const written = text.slice(span.start, span.end);
  return {
    message: `"${written}" looks like a placeholder that nobody filled in; write what belongs there, or take it out.`,
    spans: [span],
  };
}
