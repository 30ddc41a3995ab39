import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeUseCases } from '../support/fake-use-cases.ts';
import { type ServedApp, servedApp } from '../support/served-app.ts';
import { tool } from '../support/signed-in.ts';

const text = '=cmd|"/C calc"!A0,\r\nand coats';
const secret = 'Coats for 5 dollars';
const dialects: (string | undefined)[] = [];

let app: ServedApp;
beforeAll(async () => {
  const { delivery } = fakeUseCases(new Map());
  const caller = tool([]).caller;
  const [good] = (
    await delivery.list(caller, { brandIds: ['tilden-row'] }, { limit: 1, cursor: null, dialect: undefined })
  ).lines;
  if (!good) throw new Error('the fake has a line');
  const approved = { ...good, line: { ...good.line, text } };
  const withheld = [
    { line: { ...good, line: { ...good.line, id: 'line_9', text: secret } }, reason: 'the facts changed' },
  ];
  app = await servedApp(
    { lw_tool: tool(['lines:read']) },
    {
      instead: {
        delivery: {
          list: async (_caller, _filter, page) => {
            dialects.push(page.dialect);
            return { lines: [approved], withheld, nextCursor: 'after&1' };
          },
          cohorts: async (...asked) => {
            const { data, ...cursors } = await delivery.cohorts(...asked);
            const [first] = data;
            if (!first) throw new Error('the fake has a cohort');
            return {
              data: [
                { ...first, lines: [approved], withheld },
                { ...first, lines: [] },
              ],
              ...cursors,
            };
          },
        },
      },
    },
  );
});
afterAll(() => app.close());

async function fetched(path: string) {
  const answer = await fetch(`${app.url}${path}`, { headers: { authorization: 'Bearer lw_tool' } });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const rows: Record<string, string>[] = parse(bytes, { bom: true, columns: true, record_delimiter: '\r\n' });
  return { answer, bytes, rows };
}

describe('lines as CSV', () => {
  it('are a file with a name, a row per line, and the way to the next page', async () => {
    const { answer, bytes, rows } = await fetched('/v1/approved-lines?format=csv&campaign=coats&dialect=mailchimp');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="approved-lines.csv"');
    expect(answer.headers.get('link')).toBe(
      '</v1/approved-lines?format=csv&campaign=coats&dialect=mailchimp&cursor=after%261>; rel="next"',
    );
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(rows[0]).toMatchObject({ lineId: 'line_1', state: 'live', arm: 'A', text: `'${text}` });
    expect(dialects).toEqual(['mailchimp']);
  });

  it('say why a line is withheld, and never what it says', async () => {
    for (const path of ['/v1/approved-lines', '/v1/cohort-lines']) {
      const { bytes, rows } = await fetched(`${path}?format=csv`);
      expect(rows[1]).toMatchObject({ lineId: 'line_9', state: 'withheld', reason: 'the facts changed', text: '' });
      expect(new TextDecoder().decode(bytes)).not.toContain(secret);
    }
  });

  it('stand by cohort and rank, and a cohort without any has a row that says why', async () => {
    const { answer, rows } = await fetched('/v1/cohort-lines?format=csv');
    expect(answer.headers.get('link')).toBeNull();
    expect(rows.map(({ cohort, rank, lineId }) => [cohort, rank, lineId])).toEqual([
      ['coat-browsers', '1', 'line_1'],
      ['coat-browsers', '', 'line_9'],
      ['coat-browsers', '', ''],
    ]);
    expect(rows[2]?.['cohortReason']).not.toBe('');
  });

  it('are JSON where nobody asks for CSV, and a format nobody knows is told', async () => {
    const headers = { authorization: 'Bearer lw_tool' };
    const plain = await fetch(`${app.url}/v1/approved-lines`, { headers });
    expect(plain.headers.get('content-type')).toContain('application/json');
    const unknown = await fetch(`${app.url}/v1/approved-lines?format=xlsx`, { headers });
    expect([unknown.status, await unknown.text()]).toEqual([400, expect.stringContaining('?format')]);
  });
});
