import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { briefBody } from './support/samples.ts';
import { type Sent, type ServedApp, servedApp } from './support/served-app.ts';
import { tool } from './support/signed-in.ts';

let app: ServedApp;
let goals: string[] = [];
beforeAll(async () => {
  app = await servedApp(
    { lw_tool: tool(['requests:write', 'requests:read', 'lines:check']) },
    {
      instead: {
        campaigns: {
          accept: async (_caller, _brandIds, brief) => {
            goals.push(brief.goal);
            throw new Error('not wanted in these tests');
          },
        },
      },
    },
  );
});
afterAll(() => app.close());

const brief = JSON.stringify(briefBody);
const utf16 = new Uint8Array(Buffer.from(`\ufeff${brief}`, 'utf16le'));
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

const refused: readonly [string, Sent, number, RegExp][] = [
  ['an empty body', { raw: '' }, 400, /body is missing/],
  ['blanks alone', { raw: ' \n ' }, 400, /body is missing/],
  ['half a body', { raw: '{"brand": "tilden-row",' }, 400, /line 1, column 24 the text ends where a key/],
  ['a trailing comma', { raw: '{\n  "brand": "x",\n}' }, 400, /line 3, column 1 "}" stands where a key/],
  ['single quotes', { raw: "{'brand': 'x'}" }, 400, /line 1, column 2 "'" stands where a key/],
  ['NaN', { raw: '{"needed": NaN}' }, 400, /column 12 "N" stands where a value/],
  ['two values', { raw: '{} {}' }, 400, /column 4 "{" stands where the end/],
  ['bytes that are no UTF-8', { raw: new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]) }, 400, /not valid UTF-8/],
  ['UTF-8 of half a surrogate pair', { raw: new Uint8Array([0x22, 0xed, 0xa0, 0xbd, 0x22]) }, 400, /not valid UTF-8/],
  ['UTF-16', { raw: utf16 }, 400, /not valid UTF-8/],
  ['33 levels', { raw: deep(33) }, 400, /deeper than 32/],
  ['half a million levels', { raw: deep(500_000) }, 400, /deeper than 32/],
  ['half a million open brackets', { raw: '['.repeat(500_000) }, 400, /line 1, column 500001/],
  ['32 levels of nothing', { raw: deep(32) }, 422, /mistake/],
  ['a list', { raw: '[]' }, 422, /mistake/],
  ['null', { raw: 'null' }, 422, /mistake/],
  ['a text', { raw: '"brief"' }, 422, /mistake/],
  ['a number', { raw: '42' }, 422, /mistake/],
  ['over 2 MB', { raw: `"${'x'.repeat(2 * 1024 * 1024)}"` }, 413, /over 2 MB/],
  ['no content type', { raw: brief, headers: { 'content-type': '' } }, 415, /application\/json/],
  ['a form', { raw: 'brand=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415, /json/],
  ['plain text', { raw: brief, headers: { 'content-type': 'text/plain' } }, 415, /json/],
  ['another charset', { raw: brief, headers: { 'content-type': 'application/json; charset=utf-16' } }, 415, /UTF-8/],
  [
    'a compressed body',
    { raw: new Uint8Array(gzipSync(brief)), headers: { 'content-encoding': 'gzip' } },
    415,
    /uncompressed/,
  ],
  [
    'zeros that would unpack to 50 MB',
    { raw: new Uint8Array(gzipSync(Buffer.alloc(50_000_000))), headers: { 'content-encoding': 'gzip' } },
    415,
    /uncompressed/,
  ],
];

describe('a body', () => {
  it.each(refused)('is refused where it is %s', async (_, sent, status, detail) => {
    const { body, ...answer } = await app.send('POST', '/v1/variant-requests', { key: 'lw_tool', ...sent });
    expect(answer.status, answer.text).toBe(status);
    expect(body).toMatchObject({ detail: expect.stringMatching(detail) });
  });

  it('may hold U+0000, half a surrogate pair and line separators in its texts', async () => {
    goals = [];
    const goal = 'a\u0000b\ud83dc\u2028d';
    await app.send('POST', '/v1/variant-requests', { key: 'lw_tool', raw: JSON.stringify({ ...briefBody, goal }) });
    expect(goals).toEqual([goal]);
  });

  it('may weigh more where the address takes lists of lines, and no more than that', async () => {
    const checks = (length: number) => {
      const lines = Array.from({ length }, () => ({ text: 'x'.repeat(2000) }));
      return app.send('POST', '/v1/checks', { key: 'lw_tool', json: { brand: 'tilden-row', lines } });
    };
    expect((await checks(3500)).status).toBe(200);
    expect(await checks(4500)).toMatchObject({ status: 413, body: { detail: expect.stringMatching(/over 8 MB/) } });
  });

  it('may start with a byte order mark', async () => {
    goals = [];
    await app.send('POST', '/v1/variant-requests', { key: 'lw_tool', raw: `\ufeff${brief}` });
    expect(goals).toHaveLength(1);
  });

  it('is not read before it is known that its sender may send it', async () => {
    const { status } = await app.send('POST', '/v1/variant-requests', { raw: '{' });
    expect(status).toBe(401);
  });

  it('is refused where an address takes none, and an empty object is let pass', async () => {
    const path = '/v1/cohorts/coh_1/retries';
    const sent = await app.send('POST', path, { key: 'lw_tool', json: { force: true } });
    expect(sent).toMatchObject({ status: 400, body: { detail: expect.stringContaining('takes no body') } });
    expect((await app.send('POST', path, { key: 'lw_tool', json: {} })).status).toBe(202);
  });
});
