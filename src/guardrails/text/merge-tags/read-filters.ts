/** The grammar of tags with filters: Liquid, Django, HubL and Go templates, as far as subject lines use them. */
import { type Cursor, isAtEnd, type Quoted, skipBlanks, take, takeMatch, takeQuoted } from './cursor.ts';
import type { Dialect } from './dialect.ts';
import type { Reading, ValueReading } from './reading.ts';

const dotted = /[A-Za-z_]\w*(?:\.\w+)*/y;
const leadingDot = /(?:\.\w+)+/y;
const dollarName = /[^{}|'"]+/y;
const word = /\w+/y;
const bare = /[\w.$-]+/y;

/** An argument of a filter; `isText` where it stands for itself, being in quotes or a number. */
type Argument = Quoted & { readonly isText: boolean };

/** Read a value tag such as `first_name|default:'there'`. */
export function readFilters(inner: string, dialect: Dialect): Reading {
  const cursor: Cursor = { text: inner, at: 0 };
  if (dialect.subject === 'leading-dot') take(cursor, '-');
  if (dialect.lead.length > 0 && !dialect.lead.some((lead) => take(cursor, lead))) return null;
  skipBlanks(cursor);
  const token = readTokenFunction(cursor, dialect);
  let attribute = token?.attribute ?? readSubject(cursor, dialect);
  let fallback = token?.fallback ?? null;
  if (attribute === null) return null;
  skipBlanks(cursor);
  if (dialect.fallbackWord !== null && take(cursor, dialect.fallbackWord)) {
    skipBlanks(cursor);
    fallback = takeQuoted(cursor);
    if (!fallback) return null;
  }
  const filters: string[] = [];
  while (!isAtEnd(cursor)) {
    if (inner.slice(cursor.at) === '-' && dialect.subject === 'leading-dot') break;
    if (!take(cursor, '|')) return null;
    skipBlanks(cursor);
    const name = takeMatch(cursor, word);
    const given = name === null ? null : readArguments(cursor, dialect);
    if (name === null || given === null) return null;
    const first = given[0] ?? null;
    if (dialect.fallbackFilters.includes(name)) {
      // Without quotes it is the name of another value, which may be missing as well.
      if (first && !first.isText) return null;
      fallback = first ?? { text: '', start: cursor.at, end: cursor.at };
    } else if (dialect.lookupFilters.includes(name) && first) attribute = first.text;
    else filters.push(name);
  }
  return { kind: 'value', attribute, fallback, filters };
}

function readSubject(cursor: Cursor, dialect: Dialect): string | null {
  if (dialect.subject === 'leading-dot') return takeMatch(cursor, leadingDot);
  if (dialect.subject === 'dotted') return takeMatch(cursor, dotted);
  const start = cursor.at;
  while (takeMatch(cursor, word) !== null) if (!take(cursor, '.')) return null;
  const path = cursor.text.slice(start, cursor.at);
  if (!take(cursor, '${')) return null;
  const name = takeMatch(cursor, dollarName);
  return name !== null && take(cursor, '}') ? `${path}${name.trim()}` : null;
}

/** HubL's `personalization_token('contact.firstname', 'there')`. */
function readTokenFunction(cursor: Cursor, dialect: Dialect): Pick<ValueReading, 'attribute' | 'fallback'> | null {
  const before = cursor.at;
  const name = takeMatch(cursor, word);
  if (name !== null && dialect.tokenFunctions.includes(name)) {
    const given = readArguments(cursor, { ...dialect, arguments: 'parentheses' });
    if (given?.[0]) return { attribute: given[0].text, fallback: given[1] ?? null };
  }
  cursor.at = before;
  return null;
}

/** The arguments of a filter, `null` where they are broken. Offsets are kept for texts in quotes. */
function readArguments(cursor: Cursor, dialect: Dialect): Argument[] | null {
  const style = dialect.arguments;
  skipBlanks(cursor);
  if (style === 'colon' && !take(cursor, ':')) return [];
  if (style === 'parentheses' && !take(cursor, '(')) return [];
  const given: Argument[] = [];
  for (;;) {
    skipBlanks(cursor);
    const start = cursor.at;
    const plain = takeQuoted(cursor) ?? takeMatch(cursor, bare);
    if (plain === null) return style === 'blank' || (style === 'parentheses' && take(cursor, ')')) ? given : null;
    const isNumber = typeof plain === 'string' && /^-?\d/.test(plain);
    given.push(
      typeof plain === 'string' ? { text: plain, start, end: cursor.at, isText: isNumber } : { ...plain, isText: true },
    );
    skipBlanks(cursor);
    if (style === 'parentheses' && take(cursor, ')')) return given;
    if (style !== 'blank' && !take(cursor, ',')) return style === 'colon' ? given : null;
  }
}
