/** Finds where a text stops being JSON. JSON.parse often does not say, and its wording changes between versions. */

/** What is wrong with a text that JSON.parse refused, by line and column (both from 1, in UTF-16 units). */
export function jsonMistake(text: string): string {
  const { at, wanted } = firstMistake(text);
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const column = at - before.lastIndexOf('\n');
  const met =
    at >= text.length ? 'the text ends' : `${JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0))} stands`;
  return `The body is not JSON: at line ${line}, column ${column} ${met} where ${wanted} is wanted.`;
}

type Wanted =
  | 'a value'
  | 'a value or ]'
  | 'a key in quotes'
  | 'a key in quotes or }'
  | 'a colon'
  | 'a comma or the closing bracket'
  | 'the end';

const literal = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
const blank = /[\t\n\r ]*/y;

function firstMistake(text: string): { readonly at: number; readonly wanted: string } {
  const open: ('{' | '[')[] = [];
  let wanted: Wanted = 'a value';
  let at = skip(blank, text, 0);
  const afterValue = (): Wanted => (open.length > 0 ? 'a comma or the closing bracket' : 'the end');
  while (at < text.length) {
    const sign = text[at];
    const isValueWanted: boolean = wanted === 'a value' || wanted === 'a value or ]';
    const isKeyWanted: boolean = wanted === 'a key in quotes' || wanted === 'a key in quotes or }';
    let end = at + 1;
    if (isValueWanted && (sign === '{' || sign === '[')) {
      open.push(sign);
      wanted = sign === '{' ? 'a key in quotes or }' : 'a value or ]';
    } else if ((isValueWanted || isKeyWanted) && sign === '"') {
      const string = stringFrom(text, at);
      if ('mistake' in string) return { at: string.mistake, wanted: string.wanted };
      end = string.end;
      wanted = isKeyWanted ? 'a colon' : afterValue();
    } else if (sign === ']' && open.at(-1) === '[' && (wanted === 'a value or ]' || wanted === afterValue())) {
      open.pop();
      wanted = afterValue();
    } else if (sign === '}' && open.at(-1) === '{' && (wanted === 'a key in quotes or }' || wanted === afterValue())) {
      open.pop();
      wanted = afterValue();
    } else if (sign === ':' && wanted === 'a colon') {
      wanted = 'a value';
    } else if (sign === ',' && wanted === 'a comma or the closing bracket') {
      wanted = open.at(-1) === '{' ? 'a key in quotes' : 'a value';
    } else {
      end = isValueWanted ? skip(literal, text, at) : at;
      if (end === at) return { at, wanted };
      wanted = afterValue();
    }
    at = skip(blank, text, end);
  }
  return { at, wanted };
}

function skip(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

function stringFrom(
  text: string,
  start: number,
): { readonly end: number } | { readonly mistake: number; readonly wanted: string } {
  for (let at = start + 1; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') return { end: at + 1 };
    if (sign !== undefined && sign < ' ') return { mistake: at, wanted: 'an escape for a control character' };
    if (sign !== '\\') continue;
    if (!/^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(text.slice(at + 1, at + 6)))
      return { mistake: at, wanted: 'an escape JSON knows' };
    at++;
  }
  return { mistake: text.length, wanted: 'the closing quote' };
}
