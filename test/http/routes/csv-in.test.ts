import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Brief } from '../../../src/domain/brief.ts';
import { checkRoutes } from '../../../src/http/contracts/check-routes.ts';
import { ProblemDocument } from '../../../src/http/contracts/problem-document.ts';
import { type RunningService, runningService } from '../../support/running-service.ts';
import { runCli } from '../../support/started-process.ts';

let service: RunningService;
let key: string;
beforeAll(async () => {
  service = await runningService({ isWorking: false });
  key = await service.key(['tilden-row']);
});
afterAll(() => service.stop());

async function post(body: string | Uint8Array<ArrayBuffer>, query = '?brand=tilden-row', type = 'text/csv') {
  const headers = { authorization: `Bearer ${key}`, 'content-type': type };
  const response = await fetch(`${service.url}/v1/checks${query}`, { method: 'POST', headers, body });
  return { status: response.status, body: await response.json() };
}

const file =
  '\ufefftext,preheader,dialect\r\n"A coat, ""warm""\r\nand long",Through Sunday,\r\n\r\n"*|FNAME|*, the linen is in",,mailchimp\r\nfree cash!!! Click,,';

describe('checking a CSV file', () => {
  it('says of each row what the shell says, with its number', async () => {
    const { status, body } = await post(file);
    expect(status, JSON.stringify(body)).toBe(200);
    const { data, policyHash } = checkRoutes.checkLines.answer.parse(body);
    expect(data.map(({ row, text }) => [row, text])).toEqual([
      [1, 'A coat, "warm"\r\nand long'],
      [2, '*|FNAME|*, the linen is in'],
      [3, 'free cash!!! Click'],
    ]);
    const shell = await runCli(['check', '--brand', 'tilden-row', '--input', 'csv', '--name', 'lines.csv'], {
      input: file,
    });
    const said = shell.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(said.map(({ line }) => line)).toEqual([2, 5, 6]);
    expect(said.map(({ file: _, line: __, ...verdict }) => verdict)).toEqual(
      data.map(({ row: _, ...line }) => ({ ...line, policyHash: line.policyHash ?? policyHash })),
    );
    expect(shell.status).toBe(1);
  });

  it.each([
    ['a column nobody knows', 'text,preheadr\na,b\n', '#/columns/preheadr', /Line 1: .*did you mean "preheader"/],
    ['a column twice', 'text,text\na,b\n', '#/columns/text', /twice/],
    ['no column for the text', 'preheader\na\n', '#/columns/text', /missing/],
    ['nothing', '', '#/columns', /header row is missing/],
    ['a header and no rows', 'text\n', '#/rows', /at least 1/],
    ['a row without a text', 'text,preheader\na,b\n,c\n', '#/rows/2/text', /^Line 3: is missing/],
    ['a comma that is not in quotes', 'text\n"a\nb"\nCoats, warm\n', '#/rows/2', /^Line 4: has 2 cells/],
    ['a quote nobody closed', 'text\na\n"b\nc\n', '#/rows/2', /^Line 3: .*Quote Not Closed/],
    ['a dialect nobody knows', 'text,dialect\na,\nb,klavio\n', '#/rows/2/dialect', /^Line 3: .*did you mean "klaviyo"/],
    ['a cohort without a brief', 'text,cohort\na,x\n', '#/rows/1/cohort', /^Line 2: /],
    ['too many rows', `text\n${'a\n'.repeat(10_001)}`, '#/rows/10001', /10000 rows/],
  ])('refuses %s by row and column', async (_, body, pointer, detail) => {
    const answer = await post(body);
    const { code, errors } = ProblemDocument.parse(answer.body);
    expect([answer.status, code]).toEqual([422, 'invalid-request']);
    expect(errors).toEqual([{ pointer, detail: expect.stringMatching(detail) }]);
  });

  it('refuses bytes that are not UTF-8, another charset, and a brand left out or not yours', async () => {
    expect((await post(Uint8Array.from([...Buffer.from('text\nCaf'), 0xe9, 0x0a]))).status).toBe(422);
    expect((await post(file, '?brand=tilden-row', 'text/csv; charset=latin1')).status).toBe(415);
    expect(ProblemDocument.parse((await post(file, '')).body).errors).toMatchObject([{ pointer: '?brand' }]);
    expect((await post(file, '?brand=stranger')).status).toBe(404);
  });
});

describe('check --input csv', () => {
  it('tells a mistake by line, row and column, after what came before it', async () => {
    const check = (input: string) => runCli(['check', '--rules', 'length', '--input', 'csv'], { input });
    const unknown = await check('text,dialct\na,b\n');
    expect([unknown.status, unknown.err]).toEqual([
      2,
      expect.stringMatching(/Line 1, the header row: .*did you mean "dialect"/),
    ]);
    const empty = await check('text,preheader\na,b\n,c\n');
    expect([empty.status, empty.err]).toEqual([2, expect.stringContaining('Line 3, row 2, column text: is empty')]);
    expect(empty.out.split('\n')).toHaveLength(2);
  });
});

describe('the cohorts of a CSV file', () => {
  const table = async (body: string) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'text/csv' };
    const response = await fetch(`${service.url}/v1/cohort-tables`, { method: 'POST', headers, body });
    return { status: response.status, body: await response.json() };
  };

  it('come back as a brief takes them', async () => {
    const { status, body } = await table(readFileSync('data/examples/hallway-week.csv', 'utf8'));
    expect(status).toBe(200);
    const head = parse(readFileSync('data/examples/hallway-week.yaml', 'utf8'));
    expect(Brief.parse(Object.assign(head, body)).cohorts.map(({ name }) => name)).toEqual([
      'Coats this winter',
      'Boots this winter',
      'New on the list',
    ]);
  });

  it('are refused by row and column', async () => {
    const answer = await table('externalId,name,who,size\r\na,A,all,1200\r\nb,B,all,some\r\n');
    expect(ProblemDocument.parse(answer.body).errors).toEqual([
      { pointer: '#/rows/2/size', detail: expect.stringMatching(/^Line 3: must be a whole number/) },
    ]);
  });
});
