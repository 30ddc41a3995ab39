import { afterEach, describe, expect, it, vi } from 'vitest';
import type { UseCases } from '../../src/http/use-cases.ts';
import { fakeUseCases } from './support/fake-use-cases.ts';
import { type ServedApp, servedApp } from './support/served-app.ts';

let app: ServedApp | undefined;
afterEach(() => app?.close());

const serve = async (instead: Partial<UseCases>) => {
  app = await servedApp({}, { useCases: { ...fakeUseCases(new Map()), ...instead } });
  return app;
};
const away = async () => {
  throw new Error('connect ECONNREFUSED 10.0.0.7:5432');
};

describe('health', () => {
  it('is good where the database answers', async () => {
    const { send } = await serve({});
    expect(await send('GET', '/healthz')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await send('GET', '/readyz')).toMatchObject({ status: 200, body: { status: 'ready' } });
  });

  it('says not ready, and alive, where the database does not answer', async () => {
    const { send } = await serve({ ping: away });
    expect((await send('GET', '/healthz')).status).toBe(200);
    const { status, text, headers } = await send('GET', '/readyz');
    expect([status, headers.get('retry-after')]).toEqual([503, '5']);
    expect(text).not.toContain('10.0.0.7');
  });

  it('waits two seconds for the database and no longer', async () => {
    const { send } = await serve({ ping: () => new Promise(() => {}) });
    const startedAt = performance.now();
    expect((await send('GET', '/readyz')).status).toBe(503);
    expect(performance.now() - startedAt).toBeLessThan(4000);
  });
});

describe('metrics', () => {
  it('tell durations by route, never by address, and the jobs that wait', async () => {
    const { send } = await serve({});
    await send('GET', '/v1/variant-requests/req_secret');
    await vi.waitFor(async () => {
      const { text } = await send('GET', '/metrics');
      expect(text).toContain('route="/v1/variant-requests/{id}",status="401"} 1');
      expect(text).not.toContain('req_secret');
      expect(text).toContain('linewright_jobs_waiting 3');
      expect(text).toContain('linewright_model_circuit 2');
      expect(text).toContain('linewright_model_calls_total{writer="embedded-writer",outcome="failed"} 2');
      expect(text).toContain('linewright_model_tokens_total{kind="cached-input"} 4000');
      expect(text).toContain('linewright_model_cost_micros_total{currency="USD"} 1449');
      expect(text).toContain('process_cpu_seconds_total');
    });
  });

  it('go on without the jobs where the database does not answer', async () => {
    const { send } = await serve({ waitingJobs: away });
    const { status, text } = await send('GET', '/metrics');
    expect([status, /^linewright_jobs_waiting nan$/im.test(text)]).toEqual([200, true]);
  });
});
