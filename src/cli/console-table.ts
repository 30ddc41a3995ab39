/** Rows of words in aligned columns. */
import { stripVTControlCharacters } from 'node:util';
import { countGraphemes } from '../guardrails/text/graphemes.ts';

/** One line a row, columns two blanks apart, the last one as long as it is. */
export function alignedRows(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, width(cell));
    });
  return rows
    .map((row) => row.map((cell, at) => cell + ' '.repeat(at < row.length - 1 ? (widths[at] ?? 0) - width(cell) : 0)))
    .map((cells) => cells.join('  ').trimEnd())
    .join('\n');
}

/**
 * A text that a terminal shows and never obeys: controls and bidi overrides as their symbols.
 * Lines come from models and briefs, so they may hold escape sequences.
 */
export function harmless(text: string): string {
  return text
    .replace(/[\u0000-\u001f]/g, (control) => String.fromCodePoint(0x2400 + control.charCodeAt(0)))
    .replace(
      /[\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
      (hidden) => `<U+${hidden.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`,
    );
}

function width(cell: string): number {
  return countGraphemes(stripVTControlCharacters(cell));
}
