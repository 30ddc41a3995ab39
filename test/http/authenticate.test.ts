import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedApp, servedApp } from './support/served-app.ts';
import { person, tool } from './support/signed-in.ts';

let app: ServedApp;
beforeAll(async () => {
  app = await servedApp({ ada: person(), lw_tool: tool(['requests:read']), 'a-link': person() });
});
afterAll(() => app.close());

const me = (headers: Readonly<Record<string, string>>, path = '/v1/me') => app.send('GET', path, { headers });

describe('who asks', () => {
  it('is the holder of the key', async () => {
    expect((await me({ authorization: 'Bearer lw_tool' })).body).toMatchObject({ userId: null, name: 'Mailroom' });
    expect((await me({ authorization: 'bearer  lw_tool ' })).status).toBe(200);
  });

  it('is the person of the session', async () => {
    expect((await me({ cookie: 'theme=dark; lw_session=ada' })).body).toMatchObject({ userId: 'user_loren' });
  });

  it.each([
    ['nothing', {}],
    ['a bare key', { authorization: 'lw_tool' }],
    ['a key as a password', { authorization: `Basic ${btoa('lw_tool:')}` }],
    ['a key in another header', { 'api-key': 'lw_tool' }],
    ['an unknown session', { cookie: 'lw_session=other' }],
    ['a session of another name', { cookie: 'session=ada' }],
    ['a session in broken percent signs', { cookie: 'lw_session=%E0%A4%A' }],
  ])('is nobody with %s, and told how to sign in', async (_, headers) => {
    const { status, headers: answered } = await me(headers);
    expect([status, answered.get('www-authenticate')]).toEqual([401, 'Bearer realm="linewright"']);
  });

  it.each([
    ['unknown', null, 'not known'],
    ['expired', { refused: 'expired', at: '2026-11-01T00:00:00.000Z' } as const, 'expired on 2026-11-01'],
    ['revoked', { refused: 'revoked', at: '2026-11-02T00:00:00.000Z' } as const, 'revoked on 2026-11-02'],
  ])('is nobody with a key that is %s, and told so', async (_, found, why) => {
    const strict = await servedApp({}, { instead: { access: { byKey: async () => found } } });
    const answer = await strict.send('GET', '/v1/me', { key: 'lw_key_of_somebody' });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="linewright", error="invalid_token"');
    expect(answer.body).toMatchObject({ code: 'not-signed-in', detail: expect.stringContaining(why) });
    expect(answer.text).not.toContain('lw_key_of_somebody');
    await strict.close();
  });

  it('is nobody where a key is wrong, whatever the cookie', async () => {
    expect((await me({ authorization: 'Bearer lw_other', cookie: 'lw_session=ada' })).status).toBe(401);
  });

  it('is not read off the address', async () => {
    expect((await me({}, '/v1/variant-requests?key=lw_tool')).status).toBe(401);
  });
});

describe('the session cookie', () => {
  const signIn = (from: ServedApp) => from.send('POST', '/v1/sessions', { json: { token: 'a-link' } });

  it('is out of reach of scripts and other sites', async () => {
    const { body, headers } = await signIn(app);
    expect(headers.get('set-cookie')).toBe(
      'lw_session=lws_fresh; Path=/; Expires=Tue, 24 Nov 2026 08:00:00 GMT; HttpOnly; SameSite=Strict',
    );
    expect(body).toMatchObject({ name: 'Loren', writer: { kind: 'embedded-writer' } });
  });

  it('is bound to the host and to https where the public address has it', async () => {
    const secure = await servedApp(
      { 'a-link': person(), ada: person() },
      { publicUrl: 'https://linewright.tildenrow.example/' },
    );
    const { headers } = await signIn(secure);
    expect(headers.get('set-cookie')).toMatch(
      /^__Host-lw_session=lws_fresh; Path=\/; .*; HttpOnly; Secure; SameSite=Strict$/,
    );
    const asked = async (cookie: string) => (await secure.send('GET', '/v1/me', { headers: { cookie } })).status;
    expect([await asked('__Host-lw_session=ada'), await asked('lw_session=ada')]).toEqual([200, 401]);
    await secure.close();
  });

  it('is not set by a link that does not work', async () => {
    const { status, headers } = await app.send('POST', '/v1/sessions', { json: { token: 'used' } });
    expect([status, headers.get('set-cookie')]).toEqual([401, null]);
  });

  it('is taken back on signing out', async () => {
    const { status, text, headers } = await app.send('DELETE', '/v1/sessions/current', { session: 'ada' });
    expect([status, text]).toEqual([204, '']);
    expect(headers.get('set-cookie')).toMatch(/^lw_session=; Path=\/; Expires=Thu, 01 Jan 1970/);
  });
});
