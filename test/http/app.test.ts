import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedApp, servedApp } from './support/served-app.ts';
import { person } from './support/signed-in.ts';

const page = '<!doctype html><title>Linewright</title>';

let app: ServedApp;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'console-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), page);
  writeFileSync(join(folder, 'assets', 'app-1a2b.js'), 'export {};');
  app = await servedApp(
    { ada: person() },
    {
      consoleFolder: folder,
      instead: {
        campaigns: {
          list: async () => {
            throw new Error('SQLITE_CORRUPT: the secret of lw_secret');
          },
        },
      },
    },
  );
});
afterAll(() => app.close());

const html = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };

describe('every answer', () => {
  it.each(['/v1/me', '/v1/nothing', '/', '/docs', '/healthz', '/nothing'])(
    'of %s carries the safe headers',
    async (path) => {
      const { headers } = await app.send('GET', path);
      expect(headers.get('x-request-id')).toMatch(/^\d{32}$/);
      expect(headers.has('x-powered-by')).toBe(false);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'self';script-src 'self';");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.has('access-control-allow-origin')).toBe(false);
      expect(headers.has('strict-transport-security')).toBe(false);
    },
  );

  it('keeps the request id of the caller where it is plain, and makes its own where it is not', async () => {
    const idOf = async (id: string) =>
      (await app.send('GET', '/healthz', { headers: { 'x-request-id': id } })).headers.get('x-request-id');
    expect(await idOf('mailroom-20261123-001')).toBe('mailroom-20261123-001');
    expect(await idOf('<script>alert(1)</script>')).toMatch(/^\d{32}$/);
    expect(await idOf('x'.repeat(129))).toMatch(/^\d{32}$/);
  });

  it('of the API is not to be stored', async () => {
    expect((await app.send('GET', '/v1/me', { session: 'ada' })).headers.get('cache-control')).toBe('no-store');
    expect((await app.send('GET', '/v1/nothing')).headers.get('cache-control')).toBe('no-store');
  });

  it('says how much of the limit is left', async () => {
    const { headers } = await app.send('GET', '/v1/me', { session: 'ada' });
    expect(headers.get('ratelimit-policy')).toBe('"caller";q=6000;w=60');
    expect(headers.get('ratelimit')).toMatch(/^"caller";r=\d+;t=\d+$/);
  });
});

describe('an address', () => {
  it('that is not there answers 404 as a problem that explains itself', async () => {
    const { status, body } = await app.send('GET', '/v1/nothing?key=secret');
    expect(status).toBe(404);
    expect(body).toMatchObject({ type: `${app.url}/problems/not-found`, instance: '/v1/nothing', code: 'not-found' });
  });

  it('that takes other methods answers 405 with those it takes', async () => {
    const allowOf = async (method: string, path: string) => {
      const { status, headers } = await app.send(method, path, { session: 'ada' });
      return [status, headers.get('allow')];
    };
    expect(await allowOf('DELETE', '/v1/variant-requests')).toEqual([405, 'POST, GET, HEAD']);
    expect(await allowOf('POST', '/v1/review-cohorts/coh_1/claim')).toEqual([405, 'PUT, DELETE']);
    expect(await allowOf('PATCH', '/v1/me')).toEqual([405, 'GET, HEAD']);
  });

  it('answers HEAD like GET without the body', async () => {
    const { status, text, headers } = await app.send('HEAD', '/v1/me', { session: 'ada' });
    expect([status, text]).toEqual([200, '']);
    expect(Number(headers.get('content-length'))).toBeGreaterThan(50);
  });
});

describe('a fault of the caller that a library finds', () => {
  it.each([
    ['a range outside the file', '/', { ...html.headers, range: 'bytes=9999-' }],
    ['a precondition that does not hold', '/', { ...html.headers, 'if-match': '"other"' }],
    ['a range outside a file of the reference', '/docs/swagger-ui.css', { range: 'bytes=99999999-' }],
  ])('such as %s is no fault of the service', async (_, path, headers) => {
    expect((await app.send('GET', path, { headers })).status).toBe(400);
  });
});

describe('a fault of the service', () => {
  it('says nothing of its cause, and the log has it under the same request id', async () => {
    const { status, text, headers } = await app.send('GET', '/v1/variant-requests', { session: 'ada' });
    expect(status).toBe(500);
    expect(text).not.toMatch(/SQLITE|secret|at .*\.ts/);
    expect(app.faults.at(-1)).toMatchObject({
      requestId: headers.get('x-request-id'),
      err: { message: expect.stringContaining('SQLITE_CORRUPT') },
    });
  });
});

describe('the console', () => {
  it.each(['/', '/queue', '/campaigns/camp_1', '/sign-in'])(
    'answers %s with its page, to be asked for anew',
    async (path) => {
      const { status, text, headers } = await app.send('GET', path, html);
      expect([status, text, headers.get('cache-control')]).toEqual([200, page, 'no-cache']);
    },
  );

  it('has its hashed files kept for ever', async () => {
    const { status, headers } = await app.send('GET', '/assets/app-1a2b.js');
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
  });

  it.each([
    '/v1/nothing',
    '/v1',
    '/assets/gone.js',
    '/docs/gone.js',
    '/problems/gone',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%00',
  ])('never answers for %s', async (path) => {
    expect((await app.send('GET', path, html)).text).not.toContain('<title>');
  });

  it('does not answer a program that asks for something other than a page', async () => {
    expect((await app.send('GET', '/queue', { headers: { accept: 'application/json' } })).status).toBe(404);
    expect((await app.send('POST', '/queue', html)).status).toBe(404);
  });
});
