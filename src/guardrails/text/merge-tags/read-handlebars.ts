/** The grammar of Handlebars tags: paths, helpers, nested helpers and block helpers. */

import { comparing, turned } from './conditions.ts';
import { type Cursor, isAtEnd, type Quoted, skipBlanks, take, takeMatch, takeQuoted } from './cursor.ts';
import type { Dialect } from './dialect.ts';
import type { Condition, Reading } from './reading.ts';

const path = /(?:[A-Za-z_@][\w-]*|\[[^[\]]+\])(?:[./][\w-]+)*/y;
const hashKey = /[A-Za-z_]\w*=/y;
const number = /-?\d[\d.]*/y;

/** A word of an expression: a path, a quoted text, a number, or a helper in parentheses. */
type Word =
  | { readonly kind: 'path'; readonly text: string }
  | { readonly kind: 'text'; readonly quoted: Quoted }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'call'; readonly words: readonly Word[] };

type Gathered = { attribute: string; fallback: Quoted | null; filters: string[] };

/** Helper calls deeper than this are not read; nobody writes them into a subject line. */
const maxDepth = 8;

/** Read a value tag such as `defaultIfEmpty firstName "there"`. */
export function readHandlebars(inner: string, dialect: Dialect): Reading {
  const words = wordsOf(inner);
  if (words?.[0]?.kind !== 'path') return null;
  const value: Gathered = { attribute: '', fallback: null, filters: [] };
  gather(words, dialect, value);
  return value.attribute === '' ? null : { kind: 'value', ...value };
}

/** Read a block tag such as `#if firstName`, `else` or `/if`. */
export function readHandlebarsControl(inner: string, dialect: Dialect): Reading {
  const conditionals = dialect.conditionals;
  const trimmed = inner.trim().replace(/^~|~$/g, '');
  const word = /^(?:\^|[#/]?\w+)/.exec(trimmed)?.[0];
  if (!conditionals || word === undefined) return null;
  const rest = trimmed.slice(word.length).trim();
  if (conditionals.open.includes(word) && rest !== '') {
    const condition = conditionOf(rest, word);
    const isTurned = conditionals.negative.includes(word);
    return { kind: 'control', role: 'open', word, condition: isTurned ? turned(condition) : condition };
  }
  if (conditionals.otherwise.includes(word)) {
    const asks = rest.startsWith('if ') ? conditionOf(rest.slice(3), '#if') : null;
    return rest !== '' && !asks ? null : { kind: 'control', role: 'otherwise', word, condition: asks };
  }
  const closes = Object.values(conditionals.close).includes(word) && rest === '';
  return closes ? { kind: 'control', role: 'close', word, condition: null } : null;
}

function conditionOf(rest: string, word: string): Condition {
  const words = wordsOf(rest);
  const first = words?.[0];
  if (first?.kind !== 'path') return { ask: 'other', attribute: null };
  if (words?.length === 1) return { ask: 'present', attribute: first.text };
  const second = words?.[1];
  const operator = comparisons.get(word);
  if (operator && second?.kind === 'number') return comparing(first.text, operator, Number(second.text));
  return { ask: 'other', attribute: first.text };
}

const comparisons = new Map([
  ['#ifEq', '==' as const],
  ['#ifGt', '>' as const],
  ['#ifGte', '>=' as const],
  ['#ifLt', '<' as const],
  ['#ifLte', '<=' as const],
]);

/** Walk an expression: its helpers become filters, its first path the attribute, a fallback helper's text the fallback. */
function gather(words: readonly Word[], dialect: Dialect, value: Gathered): void {
  const [head, ...rest] = words;
  if (head?.kind === 'path' && rest.length === 0) {
    if (value.attribute === '') value.attribute = head.text;
    return;
  }
  const helper = head?.kind === 'path' ? dialect.fallbackHelpers.find(({ name }) => name === head.text) : undefined;
  if (head?.kind === 'path' && !helper) value.filters.push(head.text);
  for (const word of rest) {
    if (word.kind === 'call') gather(word.words, dialect, value);
    if (word.kind === 'path' && value.attribute === '') value.attribute = word.text;
    if (word.kind === 'text' && helper) value.fallback = fallbackOf(word.quoted, helper.argument) ?? value.fallback;
  }
}

function fallbackOf(quoted: Quoted, argument: 'plain' | 'default='): Quoted | null {
  if (argument === 'plain') return quoted;
  if (!quoted.text.startsWith(argument)) return null;
  return { text: quoted.text.slice(argument.length), start: quoted.start + argument.length, end: quoted.end };
}

function wordsOf(inner: string): Word[] | null {
  const cursor: Cursor = { text: inner, at: 0 };
  take(cursor, '~');
  const words = readWords(cursor, 0);
  take(cursor, '~');
  return words && isAtEnd(cursor) ? words : null;
}

function readWords(cursor: Cursor, depth: number): Word[] | null {
  const words: Word[] = [];
  for (;;) {
    skipBlanks(cursor);
    takeMatch(cursor, hashKey);
    const word = readWord(cursor, depth);
    if (word === 'broken') return null;
    if (word === null) return words.length > 0 ? words : null;
    words.push(word);
  }
}

function readWord(cursor: Cursor, depth: number): Word | null | 'broken' {
  const quoted = takeQuoted(cursor);
  if (quoted) return { kind: 'text', quoted };
  const digits = takeMatch(cursor, number);
  if (digits !== null) return { kind: 'number', text: digits };
  if (take(cursor, '(')) {
    const words = depth < maxDepth ? readWords(cursor, depth + 1) : null;
    return words && take(cursor, ')') ? { kind: 'call', words } : 'broken';
  }
  const name = takeMatch(cursor, path);
  return name === null ? null : { kind: 'path', text: name };
}
