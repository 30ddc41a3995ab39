/** The cohorts of a brief from a CSV file, one a row. */
import { createReadStream } from 'node:fs';
import type * as z from 'zod';
import type { Cohort } from '../domain/cohort.ts';
import { CohortTable, cohortColumns, mostCohortRows } from '../domain/cohort-row.ts';
import { CsvMistake, type CsvRecord, csvRows } from '../domain/csv-rows.ts';
import { WrongUse } from './wrong-use.ts';

/** Throws WrongUse with every mistake by file, line and column. */
export async function readCohortFile(path: string): Promise<readonly Cohort[]> {
  const records = await recordsOf(path);
  const read = CohortTable.safeParse({ rows: records.map(({ cells }) => cells) });
  if (read.success) return read.data.rows;
  const mistakes = read.error.issues.map((issue) => told(path, issue, records));
  throw new WrongUse(`The cohorts have mistakes:\n${mistakes.join('\n')}`);
}

async function recordsOf(path: string): Promise<readonly CsvRecord[]> {
  const records: CsvRecord[] = [];
  try {
    for await (const record of csvRows(createReadStream(path), cohortColumns)) {
      records.push(record);
      if (records.length > mostCohortRows)
        throw new CsvMistake(record, `is one too many: a brief has ${mostCohortRows} cohorts at most`);
    }
  } catch (error) {
    if (error instanceof CsvMistake)
      throw new WrongUse(`${path}:${error.line}: ${named(error.row, error.column)}${error.message}`, { cause: error });
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new WrongUse(`There is no file ${path}.`, { cause: error });
    throw error;
  }
  if (records.length === 0) throw new WrongUse(`${path}:1: there is no row below the header row.`);
  return records;
}

function told(path: string, { path: [, index, column], message }: z.core.$ZodIssue, records: readonly CsvRecord[]) {
  const record = typeof index === 'number' ? records[index] : undefined;
  return record
    ? `  ${path}:${record.line}: ${named(record.row, column === undefined ? null : String(column))}${message}`
    : `  ${path}: ${message}`;
}

function named(row: number, column: string | null): string {
  const where = row === 0 ? 'the header row' : `row ${row}`;
  return column === null || row === 0 ? `${where}: ` : `${where}, column ${column}: `;
}
