/** Find everything in a text that is written like a merge tag of any platform, in one pass from left to right. */
import type { Bracket } from './dialect.ts';

/** A piece between brackets, a bracket without its partner, or a name between percent signs of a wrong number. */
export type Mark = {
  readonly state: 'closed' | 'unclosed' | 'stray' | 'slipped';
  readonly bracket: Bracket;
  readonly start: number;
  readonly end: number;
  /** Where the inner text lies; empty for strays. */
  readonly innerStart: number;
  readonly innerEnd: number;
};

// Longest first. What is common in prose (%, $, @, -, [) must have a whole name between its brackets.
const brackets: readonly { open: Bracket; close: string; inner?: RegExp }[] = [
  { open: '{{{', close: '}}}' },
  { open: '{{', close: '}}' },
  { open: '{%', close: '%}' },
  { open: '{', close: '}' },
  { open: '${', close: '}' },
  { open: '*|', close: '|*' },
  { open: '%%[', close: ']%%' },
  { open: '%%=', close: '=%%' },
  { open: '%%', close: '%%', inner: /^[A-Za-z_][\w .-]*$/ },
  { open: '%', close: '%', inner: /^[A-Z][A-Z0-9_]*$/ },
  { open: '[[', close: ']]' },
  { open: '[%', close: '%]' },
  { open: '[', close: ']', inner: /^[A-Za-z]\w*(?:,[A-Za-z]{4,12}=[^[\]]*)?$/ },
  { open: '<%', close: '%>' },
  { open: '<span', close: '</span>', inner: /^ +class="eloquaemail" *>[^<]+$/ },
  { open: '@', close: '@', inner: /^[A-Z][A-Z0-9_]*$/ },
  { open: '$', close: '$', inner: /^[A-Za-z_]\w*(?:\([^$]*\))?$/ },
  { open: '-', close: '-', inner: /^[A-Za-z]\w*$/ },
];

/** No tag in a subject line is longer; the bound keeps hostile text linear. */
const maxTagUnits = 500;

const strays: readonly { readonly close: string; readonly bracket: Bracket }[] = [
  { close: '}}', bracket: '{{' },
  { close: '%}', bracket: '{%' },
  { close: '|*', bracket: '*|' },
  { close: ']%%', bracket: '%%[' },
  { close: '=%%', bracket: '%%=' },
  { close: ']]', bracket: '[[' },
  { close: '%>', bracket: '<%' },
  { close: '}', bracket: '{' },
];

const openersBy = new Map<string, typeof brackets>(
  [...new Set(brackets.map(({ open }) => open[0] ?? ''))].map((unit) => [
    unit,
    brackets.filter(({ open }) => open[0] === unit).sort((one, other) => other.open.length - one.open.length),
  ]),
);
const straysBy = new Map<string, typeof strays>(
  [...new Set(strays.map(({ close }) => close[0] ?? ''))].map((unit) => [
    unit,
    strays.filter(({ close }) => close[0] === unit),
  ]),
);

/** 1 for units that can begin or end a tag. */
const telling = new Uint8Array(128);
for (const unit of [...openersBy.keys(), ...straysBy.keys()]) telling[unit.charCodeAt(0)] = 1;

/** The offset of the first unit that can begin or end a tag, or -1. Most lines end here. */
export function firstTelling(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 128 && telling[unit] === 1) return at;
  }
  return -1;
}

/** All marks of the text in order, none overlapping another. */
export function scanMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  let at = firstTelling(text);
  if (at < 0) return marks;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    const mark =
      unit < 128 && telling[unit] === 1
        ? (slipped(text, at) ?? opened(text, at, marks.at(-1)?.end ?? -1) ?? stray(text, at))
        : null;
    if (mark) marks.push(mark);
    at = mark ? mark.end : at + 1;
  }
  return marks;
}

const percentSlip = /%{3,8}([A-Za-z_][\w .-]{0,60})%{2,8}/y;

/** "%%%FIRST NAME%%%", and "50%%%FirstName%%", where nobody can tell which sign belongs to the number. */
function slipped(text: string, at: number): Mark | null {
  if (!text.startsWith('%%%', at)) return null;
  percentSlip.lastIndex = at;
  const found = percentSlip.exec(text);
  if (!found) return null;
  const innerStart = text.indexOf(found[1] ?? '', at);
  const innerEnd = innerStart + (found[1] ?? '').length;
  return { state: 'slipped', bracket: '%%', start: at, end: at + found[0].length, innerStart, innerEnd };
}

function opened(text: string, at: number, lastEnd: number): Mark | null {
  for (const { open, close, inner } of openersBy.get(text[at] ?? '') ?? []) {
    // "${{ points }}" is a dollar sign before a tag.
    if (!text.startsWith(open, at) || (open === '${' && text.startsWith('{', at + 2))) continue;
    const innerStart = at + open.length;
    if (inner && open !== '<span' && !isNameStart(text.charCodeAt(innerStart))) continue;
    const innerEnd = closerOf(text, innerStart, open, close);
    if (inner) {
      if (innerEnd < 0 || !inner.test(text.slice(innerStart, innerEnd))) {
        const broken = leftOpen(text, at, open);
        if (broken) return broken;
        continue;
      }
      if (!standsFree(text, at, innerEnd + close.length, open, lastEnd)) continue;
    } else if (innerEnd < 0) {
      const broken = unclosed(text, at, open);
      if (broken) return broken;
      continue;
    }
    const end = innerEnd + close.length;
    return { state: 'closed', bracket: open, start: at, end, innerStart, innerEnd };
  }
  return null;
}

/** Spares the search for a closer in "20% off", "$20" and "Coats - warm". */
function isNameStart(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || unit === 0x5f;
}

/** The offset of the closer, or -1 where the text ends, or another tag of the same kind begins, before it. */
function closerOf(text: string, from: number, open: string, close: string): number {
  const reach = text.slice(from, from + maxTagUnits);
  const end = reach.indexOf(close);
  if (end < 0) return -1;
  // "%%a%%" closes with what it opens with, and a single brace may not hold another one.
  const again = open === close ? -1 : reach.indexOf(open === '${' ? '{' : open);
  if (again >= 0 && again < end) return -1;
  // "{{${first_name}}}" ends with three braces, and the first of them belongs to the inner one.
  const isInnerOpen = close === '}}' && reach.lastIndexOf('{', end) > reach.lastIndexOf('}', end - 1);
  return from + end + (isInnerOpen && reach[end + 2] === '}' ? 1 : 0);
}

/** "20%OFF%" and "one-of-a-kind" hold no tags: what is next to the brackets must not be part of a word. */
function standsFree(text: string, start: number, end: number, open: string, lastEnd: number): boolean {
  if (open === '[' || open === '<span') return true;
  const before = text[start - 1] ?? ' ';
  const after = text[end] ?? ' ';
  if (open === '%%') {
    // Tags may touch: "%%[ IF … ]%%%%FirstName%%". Three in a row are a slip.
    const hasTagAfter = after !== '%' || /^%%(?!%)/.test(text.slice(end, end + 3));
    return (before !== '%' || lastEnd === start) && hasTagAfter;
  }
  return !/[\p{L}\p{N}_%@$-]/u.test(before) && !/[\p{L}\p{N}_%@$-]/u.test(after);
}

function unclosed(text: string, start: number, open: Bracket): Mark | null {
  const innerStart = start + open.length;
  nameAfter.lastIndex = innerStart;
  const innerEnd = innerStart + (nameAfter.exec(text)?.[0].length ?? 0);
  // A lone brace, or "* |" art, is no tag; a name right behind the opener is.
  const isLikely = open.length > 1 || /^\s*[A-Za-z]/.test(text.slice(innerStart, innerEnd));
  return isLikely ? { state: 'unclosed', bracket: open, start, end: innerEnd, innerStart, innerEnd } : null;
}

/** What surely began a tag, by brackets that prose has too: "[firstname,fallback=there, jams", "@FIRSTNAME, hello". */
const begun: Readonly<Partial<Record<Bracket, RegExp>>> = {
  '[': /\[(?<inner>[A-Za-z]\w{0,40},fallback=[\w'-]*|[a-z]\w{2,40}(?=[,.!?;: ]|$))/y,
  '%%': /(?<![\p{L}\p{N}%])%%(?<inner>[A-Za-z_]\w{2,40})(?![\w%])/uy,
  $: /(?<![\p{L}\p{N}$])\$(?<inner>[A-Za-z_]\w{2,40})(?![\w$(])/uy,
  '<span': /<span(?<inner> +class="eloquaemail" *>\w*)/y,
  '@': /(?<![\p{L}\p{N}@.])@(?<inner>[A-Z][A-Z0-9_]{2,40})(?![\p{L}\p{N}_@.%-])/uy,
  '%': /(?<![\p{L}\p{N}%.])%(?<inner>[A-Z][A-Z0-9_]{2,40})(?![\p{L}\p{N}_@%-])/uy,
};

function leftOpen(text: string, start: number, open: Bracket): Mark | null {
  const shape = begun[open];
  if (!shape) return null;
  shape.lastIndex = start;
  const inner = shape.exec(text)?.groups?.['inner'];
  if (inner === undefined) return null;
  const innerStart = start + open.length;
  const end = innerStart + inner.length;
  return { state: 'unclosed', bracket: open, start, end, innerStart, innerEnd: end };
}

const nameAfter = /[ \t]*[\w.$|:=@'"-]*/y;

function stray(text: string, at: number): Mark | null {
  for (const { close, bracket } of straysBy.get(text[at] ?? '') ?? []) {
    if (!text.startsWith(close, at)) continue;
    // ":}" is a smile and ends no tag; "name}" looks like one.
    if (close === '}' && !/\w/.test(text[at - 1] ?? '')) continue;
    const end = at + close.length;
    return { state: 'stray', bracket, start: at, end, innerStart: end, innerEnd: end };
  }
  return null;
}
