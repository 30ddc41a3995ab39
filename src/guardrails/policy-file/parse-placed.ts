/** Parse YAML 1.2 into a value with places. Never throws, whatever the text. */
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { FileMistake } from '../../domain/brand.ts';
import { mistakeAt, type Place, type Placed, type PlacedEntry } from './placed.ts';

/** A list of a hundred thousand terms has three million characters; a file of more than this is a mistake. */
const maxUnits = 20_000_000;
/** What aliases may repeat, all together. A dozen of them in a chain would make a billion. */
const maxRepeated = 20_000;
const maxDepth = 60;

/** Keys that mean something to JavaScript and nothing to a policy. */
const reservedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

type Reading = {
  readonly file: string;
  readonly document: Document;
  readonly lines: LineCounter;
  readonly mistakes: FileMistake[];
  /** How many aliases the node at hand stands in, and how many nodes they have repeated so far. */
  aliases: number;
  repeated: number;
};

/** Read a file's text; `null` for an empty one. */
export function parsePlaced(
  file: string,
  text: string,
): { readonly placed: Placed | null } | { mistakes: FileMistake[] } {
  const top = { file, line: 1, column: 1 };
  if (text.length > maxUnits) return { mistakes: [mistakeAt(top, `the file is larger than ${maxUnits} characters`)] };
  const lines = new LineCounter();
  const parsed = attempt(() =>
    parseDocument(text, { version: '1.2', schema: 'core', lineCounter: lines, prettyErrors: false, uniqueKeys: true }),
  );
  if (!parsed) return { mistakes: [mistakeAt(top, 'this is not YAML that can be read')] };
  const reading: Reading = { file, document: parsed, lines, mistakes: [], aliases: 0, repeated: 0 };
  for (const { pos, message } of [...parsed.errors, ...parsed.warnings])
    reading.mistakes.push(mistakeAt(placeAt(reading, pos[0]), inOurWords(message)));
  const placed = parsed.contents === null ? null : placedFrom(parsed.contents, reading, 0);
  return reading.mistakes.length > 0 ? { mistakes: reading.mistakes } : { placed };
}

function placedFrom(node: Node, reading: Reading, depth: number): Placed | null {
  const at = placeAt(reading, node.range?.[0] ?? 0);
  if (reading.aliases > 0) reading.repeated += 1;
  if (reading.repeated > maxRepeated || depth > maxDepth) return tooMuch(reading, at);
  if (isAlias(node)) {
    const target = attempt(() => node.resolve(reading.document));
    if (!target) return refuse(reading, at, `the alias *${node.source} points to nothing`);
    reading.aliases += 1;
    const placed = placedFrom(target, reading, depth + 1);
    reading.aliases -= 1;
    return placed;
  }
  if (isScalar(node)) return scalar(node.value, at, reading);
  if (isSeq(node)) {
    const items = node.items.map((item) => placedItem(item, at, reading, depth));
    return { kind: 'list', at, items: items.filter((item) => item !== null) };
  }
  if (!isMap(node)) return refuse(reading, at, 'this is neither a value, a list nor a map');
  const entries = new Map<string, PlacedEntry>();
  for (const { key, value } of node.items) {
    const keyAt = isNode(key) ? placeAt(reading, key.range?.[0] ?? 0) : at;
    const name = isScalar(key) && key.value !== null ? String(key.value) : null;
    if (name === null || reservedKeys.has(name)) {
      refuse(reading, keyAt, name === null ? 'a key must be a word' : `"${name}" cannot be a key`);
      continue;
    }
    const placed = placedItem(value, keyAt, reading, depth);
    if (placed) entries.set(name, { keyAt, value: placed });
  }
  return { kind: 'map', at, entries };
}

function placedItem(item: unknown, at: Place, reading: Reading, depth: number): Placed | null {
  return isNode(item) ? placedFrom(item, reading, depth + 1) : { kind: 'scalar', at, value: null };
}

function scalar(value: unknown, at: Place, reading: Reading): Placed | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return { kind: 'scalar', at, value };
  if (typeof value === 'number' && Number.isFinite(value)) return { kind: 'scalar', at, value };
  return refuse(reading, at, 'this value is neither text, a plain number, true, false nor null');
}

/** Said once: a bomb would say it a billion times. */
function tooMuch(reading: Reading, at: Place): null {
  const message = 'this holds too much; look whether aliases (*name) repeat each other';
  if (!reading.mistakes.some((mistake) => mistake.message === message)) refuse(reading, at, message);
  reading.repeated = maxRepeated + 1;
  return null;
}

function refuse(reading: Reading, at: Place, message: string): null {
  reading.mistakes.push(mistakeAt(at, message));
  return null;
}

function placeAt({ file, lines }: Reading, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { file, line: Math.max(1, line), column: Math.max(1, col) };
}

/** The parser speaks to programmers; the few mistakes people make often are said to everybody. */
function inOurWords(message: string): string {
  const [first = ''] = message.split('\n');
  if (first.startsWith('Map keys must be unique')) return 'this key stands here twice; keep one';
  if (first.startsWith('Tabs are not allowed')) return 'this line is indented by a tab; use blanks';
  if (first.startsWith('Source contains multiple documents'))
    return 'a second document begins here (---); use one file each';
  if (first.startsWith('Unresolved tag')) return 'YAML tags (!name) mean nothing here; take it out';
  return first.trim();
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}

/** The parser throws on a few monstrous inputs (stack depth, alias limits); for us that is a file that cannot be read. */
function attempt<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch {
    return null;
  }
}
