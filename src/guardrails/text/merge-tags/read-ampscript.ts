/** The grammar of AMPscript in a subject line: personalization strings, inline functions and IF blocks. */

import { conditionOf, turned } from './conditions.ts';
import { type Cursor, isAtEnd, type Quoted, skipBlanks, take, takeMatch, takeQuoted } from './cursor.ts';
import type { Bracket } from './dialect.ts';
import type { Condition, Reading } from './reading.ts';

const name = /@?[A-Za-z_]\w*/y;
const bracketed = /\[[^[\]]+\]/y;
const number = /-?\d[\d.]*/y;
const operator = /[=!<>]=|[<>]/y;

/** Nested calls deeper than this are not read. */
const maxDepth = 8;

type Expression =
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly Expression[] }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'text'; readonly quoted: Quoted }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'test'; readonly left: Expression; readonly operator: string; readonly right: Expression };

/** Read what stands in `%%name%%`, `%%=function()=%%` or `%%[ block ]%%`. */
export function readAmpscript(inner: string, bracket: Bracket): Reading {
  if (bracket === '%%[') return readBlock(inner.trim());
  if (bracket === '%%')
    return /^[A-Za-z_][\w .-]*$/.test(inner)
      ? { kind: 'value', attribute: inner.trim(), fallback: null, filters: [] }
      : null;
  const expression = whole(inner);
  const value: Gathered = { attribute: '', fallback: null, filters: [] };
  if (expression) gather(expression, value);
  return value.attribute === '' ? null : { kind: 'value', ...value };
}

type Gathered = { attribute: string; fallback: Quoted | null; filters: string[] };

function gather(expression: Expression, value: Gathered): void {
  if (expression.kind === 'name' && value.attribute === '') value.attribute = expression.name;
  if (expression.kind === 'test') for (const side of [expression.left, expression.right]) gather(side, value);
  if (expression.kind !== 'call') return;
  value.filters.push(expression.name);
  const [test, ...answers] = expression.given;
  if (expression.name.toLowerCase() === 'iif' && test && asksForPresence(conditionFrom(test))) {
    const printed = answers.find((answer) => answer.kind === 'text');
    if (printed) value.fallback = printed.quoted;
  }
  for (const given of expression.given) gather(given, value);
}

function asksForPresence(condition: Condition): boolean {
  return condition.ask === 'present' || condition.ask === 'absent';
}

function readBlock(block: string): Reading {
  const word = /^[A-Za-z]+/.exec(block)?.[0].toUpperCase();
  const question = /^[A-Za-z]+\s+(.+?)\s+then$/is.exec(block)?.[1];
  if (word === 'IF' && question !== undefined)
    return { kind: 'control', role: 'open', word, condition: questionOf(question) };
  if (word === 'ELSEIF' && question !== undefined)
    return { kind: 'control', role: 'otherwise', word, condition: questionOf(question) };
  if (/^else$/i.test(block)) return { kind: 'control', role: 'otherwise', word: 'ELSE', condition: null };
  return /^endif$/i.test(block) ? { kind: 'control', role: 'close', word: 'ENDIF', condition: null } : null;
}

function questionOf(question: string): Condition {
  const not = /^not\s+/i.exec(question)?.[0];
  if (not !== undefined) return turned(questionOf(question.slice(not.length)));
  const expression = whole(question);
  return expression ? conditionFrom(expression) : { ask: 'other', attribute: null };
}

function conditionFrom(expression: Expression): Condition {
  if (expression.kind === 'call' && expression.given.length === 1) {
    const [given] = expression.given;
    const called = expression.name.toLowerCase();
    if (called === 'not' && given) return turned(conditionFrom(given));
    if ((called === 'empty' || called === 'isnull') && given?.kind === 'name')
      return { ask: 'absent', attribute: given.name };
  }
  if (expression.kind !== 'test') return { ask: 'other', attribute: null };
  const { left, right } = expression;
  if (left.kind === 'call' && right.kind === 'text') {
    const isTrue = (right.quoted.text.toLowerCase() === 'true') === (expression.operator === '==');
    return isTrue ? conditionFrom(left) : turned(conditionFrom(left));
  }
  if (left.kind !== 'name') return { ask: 'other', attribute: null };
  if (right.kind === 'number') return conditionOf(left.name, expression.operator, right.text);
  if (right.kind === 'text') return conditionOf(left.name, expression.operator, `"${right.quoted.text}"`);
  return { ask: 'other', attribute: left.name };
}

function whole(text: string): Expression | null {
  const cursor: Cursor = { text, at: 0 };
  const expression = readExpression(cursor, 0);
  return expression && isAtEnd(cursor) ? expression : null;
}

function readExpression(cursor: Cursor, depth: number): Expression | null {
  const left = readOperand(cursor, depth);
  if (!left) return null;
  skipBlanks(cursor);
  const sign = takeMatch(cursor, operator);
  if (sign === null) return left;
  const right = readOperand(cursor, depth);
  return right && { kind: 'test', left, operator: sign, right };
}

function readOperand(cursor: Cursor, depth: number): Expression | null {
  skipBlanks(cursor);
  const quoted = takeQuoted(cursor);
  if (quoted) return { kind: 'text', quoted };
  const digits = takeMatch(cursor, number);
  if (digits !== null) return { kind: 'number', text: digits };
  const field = takeMatch(cursor, bracketed);
  if (field !== null) return { kind: 'name', name: field.slice(1, -1) };
  const called = takeMatch(cursor, name);
  if (called === null) return null;
  skipBlanks(cursor);
  if (called.toLowerCase() === 'not' && cursor.text[cursor.at] !== '(' && depth < maxDepth) {
    const turnedRound = readOperand(cursor, depth + 1);
    return turnedRound && { kind: 'call', name: called, given: [turnedRound] };
  }
  if (!take(cursor, '(')) return { kind: 'name', name: called };
  const given: Expression[] = [];
  while (depth < maxDepth) {
    skipBlanks(cursor);
    if (take(cursor, ')')) return { kind: 'call', name: called, given };
    if (given.length > 0 && !take(cursor, ',')) return null;
    const next = readExpression(cursor, depth + 1);
    if (!next) return null;
    given.push(next);
  }
  return null;
}
