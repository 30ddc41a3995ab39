import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedApp, servedApp } from './support/served-app.ts';
import { person, tool } from './support/signed-in.ts';

let app: ServedApp;
beforeAll(async () => {
  const holders = { ada: person(), lw_tool: tool(['requests:read']) };
  app = await servedApp(holders, { limits: { perCaller: 5, signIns: 2 } });
});
afterAll(() => app.close());

async function statuses(times: number, ask: () => Promise<{ status: number }>): Promise<number[]> {
  const seen: number[] = [];
  for (let time = 0; time < times; time++) seen.push((await ask()).status);
  return seen;
}

describe('the limits', () => {
  it('count each key, each person and each address apart', async () => {
    const byKey = () => app.send('GET', '/v1/me', { key: 'lw_tool' });
    expect(await statuses(6, byKey)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(await statuses(5, () => app.send('GET', '/v1/me', { session: 'ada' }))).toEqual([200, 200, 200, 200, 200]);
    const { headers, body } = await byKey();
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(body).toMatchObject({
      code: 'too-many-requests',
      detail: expect.stringMatching(/Over 5 .*again in \d+ sec/),
    });
  });

  it('are told in the form of the draft, one item for each that counted', async () => {
    const { headers } = await app.send('GET', '/v1/nothing');
    expect(headers.get('ratelimit-policy')).toBe('"caller";q=5;w=60');
    expect(headers.get('ratelimit')).toMatch(/^"caller";r=4;t=([1-9]|[1-5]\d|60)$/);
    const { headers: both } = await app.send('POST', '/v1/sessions', { json: { token: 'guess' } });
    expect(both.get('ratelimit-policy')).toBe('"caller";q=5;w=60, "sign-in";q=2;w=60');
    expect(both.get('ratelimit')).toMatch(/^"caller";r=3;t=\d+, "sign-in";r=1;t=\d+$/);
  });

  it('tell whoever is refused when to come back, in Retry-After and RateLimit alike', async () => {
    const ask = () => app.send('GET', '/v1/me', { session: 'ada' });
    await statuses(5, ask);
    const { status, headers } = await ask();
    const seconds = headers.get('retry-after');
    expect([status, seconds]).toEqual([429, expect.stringMatching(/^([1-9]|[1-5]\d|60)$/)]);
    expect(headers.get('ratelimit-policy')).toBe('"caller";q=5;w=60');
    expect(headers.get('ratelimit')).toBe(`"caller";r=0;t=${seconds}`);
  });

  it('let an address guess at sign-in links a few times only', async () => {
    const guess = () => app.send('POST', '/v1/sessions', { json: { token: 'guess' } });
    expect(await statuses(2, guess)).toEqual([401, 429]);
  });
});
