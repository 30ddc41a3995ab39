/** What a table is to a route whose answer can be had as a CSV file. */
import * as z from 'zod';

/** A row by the names of its columns; what is not there is an empty cell. */
export type CsvRow = Readonly<Record<string, string | number | null>>;

/** How an answer is laid out as a table. */
export type CsvTable<Answer> = {
  /** Without its ending. */
  readonly fileName: string;
  readonly columns: readonly string[];
  // A method, so that a route of any answer is still a route.
  rows(answer: Answer): readonly CsvRow[];
};

/** What the answer is to come as. */
export const format = z.enum(['json', 'csv']).default('json').meta({
  description:
    '`csv` answers with a file (`text/csv`, RFC 4180, UTF-8 with a byte order mark) of one row per line, and `Link` with `rel="next"` where there is another page. A cell that a spreadsheet would run as a formula has an apostrophe in front; to undo it, take one apostrophe away where a cell matches `^\'+[\\s\\p{Cc}\\p{Cf}]*[=+\\-@\\t\\r\\n＝＋－＠﹦﹢﹣﹫]`.',
});
