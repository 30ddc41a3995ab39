/** Reads a CSV file with a header row (RFC 4180) row by row; what is wrong with it is told by row, line and column. */
import { CsvError, parse } from 'csv-parse';
import * as z from 'zod';
import { nearestName } from './nearest-name.ts';

/** A row that is longer is a quotation mark that nobody closed. */
const maxRowUnits = 1_000_000;

/** Which columns a file may have, and must. */
export type CsvColumns = { readonly known: readonly string[]; readonly required: readonly string[] };

/** A row: its number without the header row and the line it begins on, both from 1. An empty cell is left out. */
export type CsvRecord = {
  readonly row: number;
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
};

/** What is wrong with a file as a table. `row` is 0 for the header; `column` is `null` where it is the row as a whole. */
export class CsvMistake extends Error {
  readonly row: number;
  readonly line: number;
  readonly column: string | null;

  constructor(at: { row: number; line: number; column?: string }, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'CsvMistake';
    this.row = at.row;
    this.line = at.line;
    this.column = at.column ?? null;
  }
}

const Parsed = z.object({ record: z.array(z.string()), raw: z.string() });
const Placed = z.tuple([z.coerce.number()], z.string());

const lineEnding = /\r\n?|\n/g;
const leadingEndings = /^(?:\r\n?|\n)*/;

/**
 * The rows, each when it is asked for. Throws CsvMistake on the first that is none, on bytes that are not UTF-8, and on a
 * column nobody knows, with the nearest name.
 */
export async function* csvRows(bytes: AsyncIterable<Uint8Array>, columns: CsvColumns): AsyncGenerator<CsvRecord> {
  // A blank line is data in no column; a lone carriage return ends a line in old spreadsheets.
  // Counted as the parser goes, which is ahead of whoever takes the rows. Its own count takes CRLF in a cell for two.
  let [parsedRecords, nextLine] = [0, 1];
  const placed = (parsed: unknown) => {
    const { record: cells, raw } = Parsed.parse(parsed);
    const line = nextLine + endingsIn(leadingEndings.exec(raw)?.[0] ?? '');
    nextLine += endingsIn(raw);
    parsedRecords += 1;
    // The parser hands on what it takes for a record: cells, the first of which is the line here.
    return [`${line}`, ...cells];
  };
  const parser = parse({
    raw: true,
    on_record: placed,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: maxRowUnits,
  });
  const fed = feed();
  let header: readonly string[] | null = null;
  let row = 0;
  try {
    for await (const parsed of parser) {
      const [line, ...record] = Placed.parse(parsed);
      if (header === null) {
        header = headerOf(record, line, columns);
        continue;
      }
      row += 1;
      if (record.length !== header.length)
        throw new CsvMistake(
          { row, line },
          `has ${record.length} cells, and the header row has ${header.length}; is a comma not in quotation marks?`,
        );
      const cells = header.flatMap((name, at) => (record[at] ? [[name, record[at]]] : []));
      yield { row, line, cells: Object.fromEntries(cells) };
    }
    await fed;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new CsvMistake({ row: parsedRecords, line: nextLine }, `cannot be read as CSV: ${error.message}`, error);
  } finally {
    parser.destroy();
  }
  if (header === null)
    throw new CsvMistake({ row: 0, line: 1 }, `The header row is missing; give ${columns.known.join(', ')}.`);

  /** What goes wrong on the way in comes out at the rows. */
  async function feed(): Promise<void> {
    const utf8 = new TextDecoder('utf-8', { fatal: true });
    try {
      for await (const chunk of bytes) {
        if (parser.write(utf8.decode(chunk, { stream: true }))) continue;
        await new Promise((resolve) => parser.once('drain', resolve).once('close', resolve));
        if (parser.destroyed) return;
      }
      parser.end(utf8.decode());
    } catch (cause) {
      const isEncoding = cause instanceof TypeError;
      parser.destroy(
        isEncoding
          ? new CsvMistake(
              { row: parsedRecords, line: nextLine },
              'or a row after it is not valid UTF-8; save the file as UTF-8',
              cause,
            )
          : cause instanceof Error
            ? cause
            : new Error(String(cause)),
      );
    }
  }
}

function endingsIn(text: string): number {
  return text.match(lineEnding)?.length ?? 0;
}

function headerOf(names: readonly string[], line: number, { known, required }: CsvColumns): readonly string[] {
  names.forEach((name, at) => {
    const where = { row: 0, line, column: name };
    if (names.indexOf(name) !== at)
      throw new CsvMistake(where, `The column ${JSON.stringify(name)} stands here twice.`);
    if (known.includes(name)) return;
    const nearest = nearestName(name, known);
    const advice = nearest === null ? `. Known: ${known.join(', ')}.` : `; did you mean ${JSON.stringify(nearest)}?`;
    throw new CsvMistake(where, `There is no column ${JSON.stringify(name)}${advice}`);
  });
  for (const name of required)
    if (!names.includes(name)) throw new CsvMistake({ row: 0, line, column: name }, `The column "${name}" is missing.`);
  return names;
}
