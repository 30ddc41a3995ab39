/**
 * Read JSON as language models write it: trailing commas, single quotes, raw control characters, a torn end.
 * Torn things are left out, never mended: an array keeps the elements that were written to their end.
 */

/** A value read from a text, with the offset after it. `isTorn`: the text ended before the value did. */
export type LooseRead = { readonly value: unknown; readonly end: number; readonly isTorn: boolean };

/** Deeper than any reply worth reading; keeps a text of a million brackets from using up the stack. */
const maxDepth = 12;

const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
const words: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['True', true],
  ['False', false],
  ['None', null],
]);
// A NUL between tokens is dirt from a broken pipe; inside a string it is kept for the rules to see.
const blank = /[\s\u0000\ufeff]*/y;
const word = /[A-Za-z]+|-?[0-9][0-9.eE+-]*/y;

/** Read one value that starts at `start`; `null` where no JSON value starts there. */
export function readLooseJson(text: string, start: number, depth = 0): LooseRead | null {
  const at = afterBlanks(text, start);
  const first = text[at];
  if (first === undefined || depth > maxDepth) return null;
  if (first === '"' || first === "'") return readString(text, at);
  if (first === '[') return readList(text, at, depth);
  if (first === '{') return readMembers(text, at, depth);
  return readWord(text, at);
}

function readList(text: string, start: number, depth: number): LooseRead | null {
  const list: unknown[] = [];
  for (let at = start + 1; ; ) {
    const next = endOrSeparator(text, at, '[');
    if (next.kind === 'closed') return { value: list, end: next.end, isTorn: false };
    if (next.kind === 'over') return { value: list, end: next.end, isTorn: true };
    const element = readLooseJson(text, next.end, depth + 1);
    if (!element) return null;
    if (element.isTorn) {
      if (isContainer(element.value)) list.push(element.value);
      return { value: list, end: element.end, isTorn: true };
    }
    list.push(element.value);
    at = element.end;
  }
}

function readMembers(text: string, start: number, depth: number): LooseRead | null {
  const members = new Map<string, unknown>();
  const read = (end: number, isTorn: boolean): LooseRead => {
    // Of a torn map only the lists and maps are kept: its texts belong to an entry nobody finished.
    const kept = [...members].filter(([, member]) => !isTorn || isContainer(member));
    return { value: Object.fromEntries(kept), end, isTorn };
  };
  for (let at = start + 1; ; ) {
    const next = endOrSeparator(text, at, '{');
    if (next.kind !== 'more') return read(next.end, next.kind === 'over');
    const quote = text[next.end];
    const key = quote === '"' || quote === "'" ? readString(text, next.end) : null;
    if (!key || typeof key.value !== 'string') return null;
    if (key.isTorn) return read(key.end, true);
    const colon = afterBlanks(text, key.end);
    if (colon >= text.length) return read(colon, true);
    if (text[colon] !== ':') return null;
    if (afterBlanks(text, colon + 1) >= text.length) return read(text.length, true);
    const member = readLooseJson(text, colon + 1, depth + 1);
    if (!member) return null;
    if (!member.isTorn || isContainer(member.value)) members.set(key.value, member.value);
    if (member.isTorn) return read(member.end, true);
    at = member.end;
  }
}

type Step = { readonly kind: 'closed' | 'over' | 'more'; readonly end: number };

/** Past blanks and commas to what comes next: the closing bracket, the end of the text, or another element. */
function endOrSeparator(text: string, start: number, opener: string): Step {
  let at = afterBlanks(text, start);
  while (text[at] === ',') at = afterBlanks(text, at + 1);
  if (at >= text.length) return { kind: 'over', end: at };
  return text[at] === closers[opener] ? { kind: 'closed', end: at + 1 } : { kind: 'more', end: at };
}

function isContainer(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function readString(text: string, start: number): LooseRead {
  const quote = text[start];
  let at = start + 1;
  let value = '';
  while (at < text.length) {
    const unit = text.charAt(at);
    if (unit === quote) return { value, end: at + 1, isTorn: false };
    if (unit !== '\\') {
      value += unit;
      at += 1;
      continue;
    }
    const escaped = readEscape(text, at);
    value += escaped.text;
    at = escaped.end;
  }
  return { value, end: at, isTorn: true };
}

const shortEscapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** What an escape stands for. One that JSON does not know is kept as written, but for an escaped apostrophe. */
function readEscape(text: string, at: number): { readonly text: string; readonly end: number } {
  const letter = text.charAt(at + 1);
  if (letter === 'u') {
    const hex = text.slice(at + 2, at + 6);
    if (/^[0-9a-fA-F]{4}$/.test(hex)) return { text: String.fromCharCode(Number.parseInt(hex, 16)), end: at + 6 };
  }
  if (letter === '"' || letter === '\\' || letter === '/' || letter === "'") return { text: letter, end: at + 2 };
  return { text: shortEscapes[letter] ?? text.slice(at, at + 2), end: at + 2 };
}

function readWord(text: string, at: number): LooseRead | null {
  word.lastIndex = at;
  const found = word.exec(text)?.[0];
  if (found === undefined) return null;
  const end = at + found.length;
  const isTorn = end === text.length;
  if (words.has(found)) return { value: words.get(found), end, isTorn };
  return Number.isNaN(Number(found)) ? null : { value: Number(found), end, isTorn };
}

function afterBlanks(text: string, at: number): number {
  blank.lastIndex = at;
  return at + (blank.exec(text)?.[0].length ?? 0);
}
