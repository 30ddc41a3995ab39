/** Reads a body that is a CSV file, at the addresses that take one, and tells mistakes in it by row, line and column. */
import type { Request, Response } from 'express';
import { type CsvColumns, CsvMistake, type CsvRecord, csvRows } from '../domain/csv-rows.ts';
import { type Mistake, Problem } from '../domain/problem.ts';
import { bytesOf } from './body.ts';
import { bodyPointer } from './pointer.ts';

/** Whether the body calls itself CSV, in UTF-8. */
export function isCsv(request: Request): boolean {
  return /^text\/csv *(?:; *(?:charset="?utf-8"?|header=present) *)*$/i.test(
    (request.get('content-type') ?? '').trim(),
  );
}

/** The rows of the body. Throws `invalid-request` with the first thing that makes it no table of these columns. */
export async function readCsvBody(
  request: Request,
  response: Response,
  given: { readonly columns: CsvColumns; readonly maxBytes: number; readonly maxRows: number },
): Promise<readonly CsvRecord[]> {
  const bytes = await bytesOf(request, response, given.maxBytes);
  const rows: CsvRecord[] = [];
  try {
    for await (const row of csvRows(once(bytes), given.columns)) {
      rows.push(row);
      if (rows.length > given.maxRows)
        throw new CsvMistake(row, `is one too many: ${given.maxRows} rows fit into a request. Split the file.`);
    }
  } catch (error) {
    if (!(error instanceof CsvMistake)) throw error;
    throw mistakenFile(error);
  }
  return rows;
}

/** A mistake found in what the rows were made into, at its row: `#/lines/0/text` is `#/rows/1/text`. */
export function atItsRow({ pointer, detail }: Mistake, list: string, rows: readonly CsvRecord[]): Mistake {
  const [, index, rest = ''] = new RegExp(`^#/${list}/(\\d+)(/.*)?$`).exec(pointer) ?? [];
  const row = index === undefined ? undefined : rows[Number(index)];
  if (pointer === `#/${list}`) return { pointer: '#/rows', detail };
  // What is no row came with the query.
  if (row === undefined) return { pointer: pointer.replace('#/', '?'), detail };
  return { pointer: `#/rows/${row.row}${rest}`, detail: `Line ${row.line}: ${detail}` };
}

function mistakenFile({ row, line, column, message }: CsvMistake): Problem {
  const path = row === 0 ? ['columns'] : ['rows', row];
  const pointer = bodyPointer(column === null ? path : [...path, column]);
  const mistakes = [{ pointer, detail: `Line ${line}: ${message}` }];
  return new Problem('invalid-request', 'The file has a mistake; see errors.', { mistakes });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
