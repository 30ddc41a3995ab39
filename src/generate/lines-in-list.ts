/** The last resort: subject lines in a plain-text list, numbered or bulleted. */
import { type DraftedLine, type FoundLines, maxLineLength } from './lines-in-value.ts';

// A marker belongs to the list: "1.", "2)", "(3)", "-", "*", "•", "–". "3 ways to tie a scarf" has none.
const item = /^([ \t]*)(?:(\d{1,3}[.)]|\(\d{1,3}\))(?:[ \t]+|(?![0-9 \t]))|([-*•–‣])[ \t]+)([^\n]*)$/u;

type Item = { readonly indent: number; readonly isNumbered: boolean; readonly text: string; readonly row: number };

/**
 * The items of the first list in a text. Items further in, or with another kind of marker, are remarks on an item.
 * An item that goes on in the next row is left out, and so is the last one where the reply was cut off.
 */
export function linesInList(raw: string, isCutOff: boolean): FoundLines & { readonly before: string } {
  // Split at line feeds alone: U+2028 inside a line is data, and a rule will see it.
  const rows = raw.split('\n').map((row) => (row.endsWith('\r') ? row.slice(0, -1) : row));
  const items = rows.flatMap((row, at) => itemOf(row, at) ?? []);
  const first = items[0];
  const lines: DraftedLine[] = [];
  const leftOut: string[] = [];
  if (!first) return { lines, leftOut, before: raw };
  for (const { indent, isNumbered, text, row } of items) {
    if (indent > first.indent || isNumbered !== first.isNumbered || text.trim() === '') continue;
    if (goesOn(rows[row + 1])) leftOut.push('an item ran over several rows');
    else if (isCutOff && row === rows.length - 1) leftOut.push('the last item was cut off');
    else if (text.length > maxLineLength) leftOut.push(`an item had ${text.length} characters`);
    else lines.push({ text, preheader: null, angle: 'other' });
  }
  return { lines, leftOut, before: rows.slice(0, first.row).join('\n') };
}

function itemOf(row: string, at: number): Item | null {
  const found = item.exec(row);
  if (!found) return null;
  return { indent: found[1]?.length ?? 0, isNumbered: found[2] !== undefined, text: found[4] ?? '', row: at };
}

/** A row that is set in and bears no marker of its own continues the item before it. */
function goesOn(next: string | undefined): boolean {
  return next !== undefined && /^[ \t]+\S/.test(next) && !item.test(next);
}
