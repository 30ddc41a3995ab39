/** Requests drafted by the embedded queue, while the model comes and goes. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { embeddedQueue } from '../../src/jobs/embedded-queue.ts';
import type { JobQueue } from '../../src/ports/job-queue.ts';
import { briefWith, drafting } from '../support/drafting.ts';

let at: Awaited<ReturnType<typeof drafting>>;
let queue: JobQueue<'draft-cohort'>;
beforeEach(async () => {
  at = await drafting();
  const { store, moment } = at;
  // The clock of these tests runs fast; a lease must not run out on it.
  const limits = { concurrency: 8, pollMs: 10, maxAttempts: 3, leaseMs: 3_600_000 };
  queue = embeddedQueue({ kind: 'draft-cohort', rows: store.jobs, moment, ...limits });
  queue.start(at.handler);
});
afterEach(async () => {
  await queue.stop(1_000);
  await at.close();
});

/** How far the clock moves on at each look. */
const stepMs = 20_000;

/** The states of the request's cohorts once they are all as wanted; the clock moves on meanwhile. */
async function states(requestId: string, isDone: (states: readonly string[]) => boolean): Promise<string[]> {
  for (;;) {
    const { cohorts } = await at.progress.read(['loomwell'], requestId);
    const now = cohorts.map(({ cohort }) => cohort.state);
    if (isDone(now)) return now;
    at.moment.advance(stepMs);
    await new Promise((later) => setTimeout(later, 10));
  }
}

const settled = (all: readonly string[]) => all.every((state) => state !== 'waiting' && state !== 'drafting');

describe('a request', () => {
  it('is drafted whole, one call a cohort', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `cohort-${index}`);
    const { request } = await at.accept(briefWith({}, names));
    expect(new Set(await states(request.id, settled))).toEqual(new Set(['in-review']));
    expect(at.server.calls).toHaveLength(20);
    expect(new Set(at.server.calls.map(({ user }) => user)).size).toBe(20);
    expect(await at.store.jobs.waiting()).toBe(0);
  });

  it('comes through a model that fails now and then', async () => {
    at.server.behave({ kind: 'status', status: 503 }, 3);
    at.server.behave({ kind: 'reset' }, 2);
    const { request } = await at.accept(briefWith({}, ['one', 'two', 'three', 'four', 'five']));
    expect(new Set(await states(request.id, settled))).toEqual(new Set(['in-review']));
    expect(at.server.calls).toHaveLength(10);
  });

  it('waits a long outage out: no cohort fails, each says why, and the dead endpoint is left alone', async () => {
    at.server.behave({ kind: 'status', status: 500 });
    const names = Array.from({ length: 40 }, (_, index) => `cohort-${index}`);
    const { request } = await at.accept(briefWith({}, names));
    const start = at.moment.now();
    const anHour = () => Date.parse(at.moment.now()) - Date.parse(start) > 3_600_000;
    expect(new Set(await states(request.id, anHour))).toEqual(new Set(['drafting']));
    const { cohorts } = await at.progress.read(['loomwell'], request.id);
    for (const { cohort } of cohorts)
      expect(cohort.reason).toMatch(/answered 500.*No call is made meanwhile\. It is (?:being )?tried again/);
    // Four that were under way at once each time, and one every five minutes at most.
    expect(at.server.calls.length).toBeLessThan(30);

    at.server.behave({ kind: 'lines' });
    expect(new Set(await states(request.id, settled))).toEqual(new Set(['in-review']));
  });

  it('fails at once, with the reason, where the server does not know the key', async () => {
    at.server.behave({ kind: 'status', status: 401 });
    const { request } = await at.accept(briefWith({}, ['one', 'two']));
    expect(await states(request.id, settled)).toEqual(['failed', 'failed']);
    expect(at.server.calls).toHaveLength(2);
  });
});
