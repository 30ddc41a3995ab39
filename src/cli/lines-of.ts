/** The lines in a stream of bytes, by the format it is in; a mistake is told by its line, and in a table by row and column. */
import { CsvMistake, csvRows } from '../domain/csv-rows.ts';
import { type InputLine, readLine } from './read-line.ts';
import { type LineBytes, splitLines } from './split-lines.ts';
import { WrongUse } from './wrong-use.ts';

/** What a line is, and on which line of the input it begins. */
type NumberedLine = { readonly line: InputLine; readonly number: number };

const columns = { known: ['text', 'preheader', 'dialect', 'cohort'], required: ['text'] };

/** Piece by piece, the lines in it, each read when it is asked for; take them before the next piece. Throws WrongUse. */
export async function* linesOf(
  bytes: AsyncIterable<Uint8Array>,
  input: 'text' | 'jsonl' | 'csv',
): AsyncGenerator<Iterable<NumberedLine>> {
  if (input === 'csv') return yield* rowsOf(bytes);
  for await (const lines of splitLines(bytes)) yield read(lines, input);
}

function* read(lines: Iterable<LineBytes>, input: 'text' | 'jsonl'): Generator<NumberedLine> {
  for (const { bytes, number } of lines) yield { line: readLine(bytes, number, input), number };
}

async function* rowsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Iterable<NumberedLine>> {
  try {
    for await (const { row, line, cells } of csvRows(bytes, columns)) {
      const { text, ...more } = cells;
      if (text === undefined) throw new CsvMistake({ row, line, column: 'text' }, 'is empty; give a line to check');
      yield [{ line: { text, ...more }, number: line }];
    }
  } catch (error) {
    if (!(error instanceof CsvMistake)) throw error;
    const { row, line, column, message } = error;
    const where = column === null || row === 0 ? '' : `, column ${column}`;
    throw new WrongUse(`Line ${line}, ${row === 0 ? 'the header row' : `row ${row}`}${where}: ${message}`, {
      cause: error,
    });
  }
}
