import { expect, it, vi } from 'vitest';
import { servedApp } from './support/served-app.ts';
import { tool } from './support/signed-in.ts';

it('logs who asked which route and what came of it, and neither query, id, key nor body', async () => {
  const logged: object[] = [];
  const log = { info: (facts: object) => logged.push(facts), warn: () => {}, error: () => {} };
  const app = await servedApp({ lw_secret: tool(['lines:read']) }, { log });
  await app.send('GET', '/v1/approved-lines/line_1?campaign=private', { key: 'lw_secret' });
  await vi.waitFor(() => expect(logged).toHaveLength(1));
  expect(logged).toEqual([
    {
      requestId: expect.stringMatching(/^\d{32}$/),
      method: 'GET',
      route: '/v1/approved-lines/{id}',
      status: 400,
      durationMs: expect.any(Number),
      actor: 'client_1',
      isComplete: true,
    },
  ]);
  await app.close();
});
