/** A place in a tag's inner text that moves to the right as things are read. Every read is linear. */

/** Moves only when a read succeeds. */
export type Cursor = { readonly text: string; at: number };

/** A piece of quoted text with its offsets inside the quotes. */
export type Quoted = { readonly text: string; readonly start: number; readonly end: number };

/** True where nothing but blanks is left. */
export function isAtEnd(cursor: Cursor): boolean {
  skipBlanks(cursor);
  return cursor.at === cursor.text.length;
}

/** Move past blanks. */
export function skipBlanks(cursor: Cursor): void {
  while (cursor.text[cursor.at] === ' ' || cursor.text[cursor.at] === '\t') cursor.at++;
}

/** Take exactly these characters. */
export function take(cursor: Cursor, wanted: string): boolean {
  if (!cursor.text.startsWith(wanted, cursor.at)) return false;
  cursor.at += wanted.length;
  return true;
}

/** Take what a sticky expression matches here. The expression must not be able to backtrack. */
export function takeMatch(cursor: Cursor, sticky: RegExp): string | null {
  sticky.lastIndex = cursor.at;
  const found = sticky.exec(cursor.text)?.[0];
  if (found === undefined || found === '') return null;
  cursor.at += found.length;
  return found;
}

/** Take a text in single or double quotes. The dialects know no escapes inside. */
export function takeQuoted(cursor: Cursor): Quoted | null {
  const quote = cursor.text[cursor.at];
  if (quote !== "'" && quote !== '"') return null;
  const start = cursor.at + 1;
  const end = cursor.text.indexOf(quote, start);
  if (end < 0) return null;
  cursor.at = end + 1;
  return { text: cursor.text.slice(start, end), start, end };
}
