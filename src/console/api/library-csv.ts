/** The library as one CSV file. */
import { addressOf } from './call.ts';
import { endpoints } from './endpoints.ts';
import type { LibraryQuery } from './use-library.ts';
import { wholeCsv } from './whole-csv.ts';

const linesPerPage = 1000;

/** The bytes of the file. Throws `ApiError`. */
export function libraryCsv(query: LibraryQuery): Promise<Blob> {
  return wholeCsv(addressOf(endpoints.listLibrary.path, { query: { ...query, limit: linesPerPage, format: 'csv' } }));
}
