/**
 * Writes a list as a CSV file (RFC 4180) that a spreadsheet can open without running what is in it: texts come from
 * briefs and models, and a cell that begins like a formula is one to Excel, LibreOffice and Google Sheets (CWE-1236).
 */
import { stringify } from 'csv-stringify/sync';
import type { CsvRow } from './contracts/csv.ts';

/**
 * The file: a byte order mark so that spreadsheets read UTF-8, a header row, CRLF.
 * Half a surrogate pair has no form in UTF-8 and becomes U+FFFD; every other text comes back whole.
 */
export function csvFile(columns: readonly string[], rows: readonly CsvRow[]): string {
  const cells = rows.map((row) => columns.map((column) => defused(`${row[column] ?? ''}`.toWellFormed())));
  return stringify([columns, ...cells], { bom: true, record_delimiter: '\r\n', quoted_match: needsQuotes });
}

/** What some reader would take for the end of a cell or a row, or trim. */
const needsQuotes = /[\p{Cc}\u2028\u2029;]|^\s|\s$/u;

/**
 * Begins like a formula, also behind blanks or characters that show nothing, also in the full-width and small forms that
 * some readers fold. Apostrophes before it count, so that taking one away always gives the text back.
 */
const formula = /^'*[\s\p{Cc}\p{Cf}]*[=+\-@\t\r\n＝＋－＠﹦﹢﹣﹫]/u;

/** An apostrophe in front makes it a text to a spreadsheet. */
function defused(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}
