import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedApp, servedApp } from './support/served-app.ts';
import { person, tool } from './support/signed-in.ts';

let app: ServedApp;
beforeAll(async () => {
  app = await servedApp({ ada: person(), 'a-link': person(), lw_tool: tool(['requests:write']) });
});
afterAll(() => app.close());

const claim = '/v1/review-cohorts/coh_1/claim';
const withSession = { cookie: 'lw_session=ada' };
const put = (headers: Readonly<Record<string, string>>) => app.send('PUT', claim, { headers });

describe('a write with a session', () => {
  it.each([
    ['the console itself', { 'sec-fetch-site': 'same-origin' }],
    ['an address typed in', { 'sec-fetch-site': 'none' }],
  ])('passes from %s', async (_, headers) => {
    expect((await put({ ...withSession, ...headers })).status).toBe(200);
  });

  it('passes from an older browser that says only the origin, where that is ours', async () => {
    expect((await put({ ...withSession, origin: app.url })).status).toBe(200);
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this host', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['another site under our origin', { origin: 'http://127.0.0.1', 'sec-fetch-site': 'cross-site' }],
    ['who knows where', {}],
  ])('is refused from %s', async (_, headers) => {
    const { status, body } = await put({ ...withSession, ...headers });
    expect([status, body]).toMatchObject([403, { code: 'cross-site' }]);
  });

  it('is refused from another site also where it would sign somebody in', async () => {
    const sent = { json: { token: 'a-link' }, headers: { 'sec-fetch-site': 'cross-site' } };
    expect((await app.send('POST', '/v1/sessions', sent)).status).toBe(403);
  });
});

describe('reading, and programs', () => {
  it('reads with a session from anywhere, since nothing changes and no other site may see the answer', async () => {
    const { status, headers } = await app.send('GET', '/v1/me', {
      headers: { ...withSession, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    });
    expect(status).toBe(200);
    expect(headers.has('access-control-allow-origin')).toBe(false);
  });

  it('lets a key write without any of these headers', async () => {
    expect((await app.send('POST', '/v1/cohorts/coh_1/retries', { key: 'lw_tool' })).status).toBe(202);
  });

  it('lets a program sign in that sends no origin', async () => {
    expect((await app.send('POST', '/v1/sessions', { json: { token: 'a-link' } })).status).toBe(201);
  });

  it('answers a preflight without leave for other origins', async () => {
    const { status, headers } = await app.send('OPTIONS', claim, {
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'PUT' },
    });
    expect([status, headers.get('allow')]).toEqual([405, 'PUT, DELETE']);
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});
