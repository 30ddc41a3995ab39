/** Sends an answer as a CSV file instead of JSON. */
import type { Request, Response } from 'express';
import type { CsvTable } from './contracts/csv.ts';
import { csvFile } from './csv-file.ts';

/** Send the answer as this table, with the way to the next page in `Link` (RFC 8288). */
export function sendCsv(table: CsvTable<unknown>, answer: unknown, request: Request, response: Response): void {
  const next = nextCursorOf(answer);
  if (next !== null) {
    const query = new URLSearchParams(request.originalUrl.split('?')[1]);
    query.set('cursor', next);
    response.set('Link', `<${request.path}?${query}>; rel="next"`);
  }
  response
    .set('Content-Disposition', `attachment; filename="${table.fileName}.csv"`)
    .set('Content-Type', 'text/csv; charset=utf-8; header=present')
    .send(csvFile(table.columns, table.rows(answer)));
}

function nextCursorOf(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || !('nextCursor' in answer)) return null;
  return typeof answer.nextCursor === 'string' ? answer.nextCursor : null;
}
