import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { format } from '../../src/http/contracts/csv.ts';
import { csvFile } from '../../src/http/csv-file.ts';

const [, written = ''] = /matches `(.+)`/.exec(documented()) ?? [];

/** As a reader with the documented way back gets it. */
function readBack(file: string): string[][] {
  const rows: string[][] = parse(new TextEncoder().encode(file), { bom: true, record_delimiter: '\r\n' });
  return rows.map((row) => row.map((cell) => (new RegExp(written, 'u').test(cell) ? cell.slice(1) : cell)));
}

function documented(): string {
  return format.meta()?.description ?? '';
}

const hostile = [
  'Coats, "warm" ones',
  'two\nlines\r\nof\rit',
  'a\u2028b\u2029c',
  'a\u0000b',
  '\u202egnp.exe\u202c',
  '=HYPERLINK("https://evil.example","coats")',
  '+1',
  '-1',
  '@SUM(A1)',
  '\tcoats',
  '\rcoats',
  ' =1+1',
  '\u200b=1',
  '\ufeff=1',
  '\u00a0+1',
  '＝1',
  '＋1',
  '－1',
  '＠a',
  '﹦1',
  "'=1",
  "''=1",
  "'tis the season",
  "'",
  ' blanks around ',
  ';',
  '',
];

describe('a CSV file', () => {
  it('begins with a byte order mark, has a header row, and ends every row with CRLF', () => {
    expect(csvFile(['a', 'b'], [{ a: 'x', b: null }, { b: 2 }])).toBe('\ufeffa,b\r\nx,\r\n,2\r\n');
  });

  it.each(hostile)('gives %j back', (text) => {
    expect(readBack(csvFile(['text', 'next'], [{ text, next: 'x' }]))).toEqual([
      ['text', 'next'],
      [text, 'x'],
    ]);
  });

  it('gives any text back', () => {
    const text = fc.string({ unit: fc.constantFrom(...'\'=+-@＝ \t\r\n\u200b\u0000,"a;'.split('')), maxLength: 8 });
    fc.assert(
      fc.property(text, (a) => {
        expect(readBack(csvFile(['a', 'b'], [{ a, b: 'x' }]))[1]).toEqual([a, 'x']);
      }),
    );
  });

  it('holds no cell that begins like a formula', () => {
    const rows: string[][] = parse(
      csvFile(
        ['a'],
        hostile.map((a) => ({ a })),
      ),
      { bom: true, record_delimiter: '\r\n' },
    );
    for (const [cell = ''] of rows) expect(cell).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u);
    expect(csvFile(['a'], [{ a: '=1' }])).toBe("\ufeffa\r\n'=1\r\n");
  });

  it('has a replacement character for half a surrogate pair', () => {
    expect(csvFile(['a'], [{ a: 'x\ud83dy' }])).toBe('\ufeffa\r\nx\ufffdy\r\n');
  });
});
