import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { embeddedQueue, type QueueParts } from '../../src/jobs/embedded-queue.ts';
import { LeaseLost, QueueStops } from '../../src/jobs/held-job.ts';
import { type Job, type JobQueue, type JobRows, RetryLater } from '../../src/ports/job-queue.ts';
import { openStore } from '../../src/store/open-store.ts';
import { realMoment } from '../support/real-moment.ts';
import { addBrand } from '../support/sample-acts.ts';
import { sampleAccepted, sampleBrief } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

type DraftQueue = JobQueue<'draft-cohort'>;
type Draft = Job<'draft-cohort'>;

const soon = { timeout: 5_000, interval: 10 };
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('the embedded queue', () => {
  eachStore(({ store, databaseUrl }) => {
    const queues: DraftQueue[] = [];
    const newQueue = (more: Partial<QueueParts<'draft-cohort'>> = {}): DraftQueue => {
      const defaults = { rows: store().jobs, moment: realMoment, concurrency: 4, leaseMs: 600, pollMs: 40 };
      const queue = embeddedQueue({ kind: 'draft-cohort', ...defaults, ...more });
      queues.push(queue);
      return queue;
    };
    const start = (
      queue: DraftQueue,
      run: (job: Draft, signal: AbortSignal) => Promise<void>,
      gaveUp: (job: Draft, error: unknown) => Promise<void> = async () => {},
    ) => queue.start({ run, gaveUp });
    const addJobs = async (count: number) => {
      const names = Array.from({ length: count }, (_, index) => `cohort-${index}`);
      const accepted = sampleAccepted(realMoment, sampleBrief('loomwell', names));
      await store().generation.acceptRequest(accepted);
      return accepted.jobs.map(({ id }) => id);
    };
    /** The rows, with some of what they do replaced. */
    const rowsWith = (more: Partial<JobRows>): JobRows => ({ ...store().jobs, ...more });

    beforeEach(async () => {
      if ((await store().brands.allBrandIds()).length === 0) await addBrand(store(), realMoment);
    });
    afterEach(async () => {
      await Promise.all(queues.splice(0).map((queue) => queue.stop(0)));
      const now = realMoment.now();
      const later = new Date(Date.now() + 3_600_000).toISOString();
      const by = {
        kind: 'draft-cohort' as const,
        now: later,
        leaseUntil: now,
        leaseToken: 'tidy',
        limit: 1_000,
        maxAttempts: 9,
      };
      for (const { id } of await store().jobs.claim(by)) await store().jobs.finish(id, 'tidy');
    });

    it('does each job once, no more at a time than it may', async () => {
      const ids = await addJobs(30);
      const done: string[] = [];
      let running = 0;
      let most = 0;
      start(newQueue(), async ({ id }) => {
        most = Math.max(most, ++running);
        await pause(3);
        running--;
        done.push(id);
      });
      await expect.poll(() => store().jobs.waiting(), soon).toBe(0);
      expect([...done].sort()).toEqual([...ids].sort());
      expect(most).toBe(4);
    });

    it('does no job of another kind, and waits for none', async () => {
      const accepted = sampleAccepted(realMoment, sampleBrief('loomwell', ['only']));
      const webhooks = Array.from({ length: 8 }, (_, index) => ({
        id: realMoment.newId('job'),
        kind: 'send-webhook' as const,
        brandId: 'loomwell',
        key: `webhook ${accepted.request.id} ${index}`,
        payload: { deliveryId: `msg_${index}`, endpointId: 'hook_1' },
        runAt: '2020-01-01T00:00:00.000Z',
      }));
      await store().generation.acceptRequest({ ...accepted, jobs: [...webhooks, ...accepted.jobs] });
      const [sent, drafted]: [string[], string[]] = [[], []];
      const arrive: (() => void)[] = [];
      const webhookQueue = embeddedQueue({
        kind: 'send-webhook',
        rows: store().jobs,
        moment: realMoment,
        concurrency: 2,
      });
      webhookQueue.start({
        run: async ({ payload }) => {
          await new Promise<void>((resolve) => arrive.push(resolve));
          sent.push(payload.deliveryId);
        },
        gaveUp: async () => {},
      });
      await expect.poll(() => arrive, soon).toHaveLength(2);
      start(newQueue(), async ({ payload }) => void drafted.push(payload.cohortId));
      await expect.poll(() => drafted, soon).toEqual([accepted.cohorts[0]?.id]);
      expect(sent).toEqual([]);
      const release = setInterval(() => arrive.splice(0).map((resolve) => resolve()), 5);
      await expect.poll(() => store().jobs.waiting(), soon).toBe(0);
      clearInterval(release);
      await webhookQueue.stop(0);
      expect([...sent].sort()).toEqual(webhooks.map(({ payload }) => payload.deliveryId));
    });

    it('shares the work between two nodes and does nothing twice', async () => {
      const node = await openStore({ databaseUrl: databaseUrl() });
      const ids = await addJobs(40);
      const done: string[][] = [[], []];
      for (const [index, rows] of [store().jobs, node.jobs].entries())
        start(newQueue({ rows, concurrency: 3 }), async ({ id }) => {
          await pause(15);
          done[index]?.push(id);
        });
      await expect.poll(() => store().jobs.waiting(), soon).toBe(0);
      await Promise.all(queues.splice(0).map((queue) => queue.stop(1_000)));
      await node.close();
      expect(done.flat().sort()).toEqual([...ids].sort());
      expect(done.every((each) => each.length > 0)).toBe(true);
    });

    it('begins at once when it is woken', async () => {
      const done: string[] = [];
      const queue = newQueue({ pollMs: 60_000 });
      start(queue, async ({ id }) => void done.push(id));
      await pause(50);
      const ids = await addJobs(6);
      queue.wake();
      await expect.poll(() => done.length, { timeout: 2_000, interval: 5 }).toBe(6);
      expect([...done].sort()).toEqual([...ids].sort());
    });

    it('tries a job again when its handler says', async () => {
      await addJobs(1);
      const attempts: number[] = [];
      start(newQueue(), async ({ attempt }) => {
        attempts.push(attempt);
        if (attempt < 3) throw new RetryLater('the model is busy', 20);
      });
      await expect.poll(() => store().jobs.waiting(), soon).toBe(0);
      expect(attempts).toEqual([1, 2, 3]);
    });

    it('gives up after the last attempt, with the error of it, and keeps the job away', async () => {
      const [id] = await addJobs(1);
      const told: unknown[] = [];
      const run = async ({ attempt, isLastAttempt }: Draft) => {
        throw new RetryLater(`no ${attempt} ${isLastAttempt}`, 0);
      };
      start(newQueue({ maxAttempts: 2 }), run, async (job, error) => void told.push([job.id, error]));
      await expect.poll(() => store().jobs.waiting(), soon).toBe(0);
      expect(told).toEqual([[id, expect.objectContaining({ message: 'no 2 true' })]]);
    });

    it('waits as often as it takes while nothing is tried', async () => {
      await addJobs(1);
      const attempts: number[] = [];
      start(newQueue({ maxAttempts: 2 }), async ({ attempt }) => {
        attempts.push(attempt);
        if (attempts.length < 6) throw new RetryLater('the model rests', 0, { isAttempt: false });
      });
      await expect.poll(() => store().jobs.waiting(), soon).toBe(0);
      expect(attempts).toEqual([1, 1, 1, 1, 1, 1]);
    });

    it('gives up again where the giving up failed', async () => {
      await addJobs(1);
      let told = 0;
      start(
        newQueue({ maxAttempts: 1 }),
        async () => {
          throw new Error('broken');
        },
        async () => {
          told++;
          if (told === 1) throw new RetryLater('the database is away', 10);
        },
      );
      await expect.poll(() => store().jobs.waiting(), soon).toBe(0);
      expect(told).toBe(2);
    });

    it('does not run a job that killed every process that tried it, but gives it up', async () => {
      const [id] = await addJobs(1);
      const past = new Date(Date.now() + 1).toISOString();
      for (const leaseToken of ['a', 'b'])
        await store().jobs.claim({
          kind: 'draft-cohort',
          now: past,
          leaseUntil: past,
          leaseToken,
          limit: 1,
          maxAttempts: 2,
        });
      const told: string[] = [];
      let ran = 0;
      start(
        newQueue({ maxAttempts: 2 }),
        async () => void ran++,
        async (job) => void told.push(job.id),
      );
      await expect.poll(() => store().jobs.waiting(), soon).toBe(0);
      expect([ran, told]).toEqual([0, [id]]);
    });

    it('keeps the lease of a job that takes long', async () => {
      await addJobs(1);
      let begun = 0;
      for (const queue of [newQueue({ leaseMs: 450 }), newQueue({ leaseMs: 450 })])
        start(queue, async () => {
          begun++;
          await pause(1_200);
        });
      await expect.poll(() => store().jobs.waiting(), soon).toBe(0);
      expect(begun).toBe(1);
    });

    it('aborts what runs once its lease is lost', async () => {
      await addJobs(1);
      const reasons: unknown[] = [];
      const rows = rowsWith({ renew: async () => false, claim: onlyOnce(store().jobs.claim) });
      start(newQueue({ rows, leaseMs: 90 }), (_, signal) => untilAborted(signal, reasons));
      await expect.poll(() => reasons, soon).toEqual([expect.any(LeaseLost)]);
      await pause(20);
      expect(await store().jobs.waiting()).toBe(1);
    });

    it('aborts what runs once its lease ran out while the database was away', async () => {
      await addJobs(1);
      const reasons: unknown[] = [];
      const away = async () => {
        throw new Error('the database is away');
      };
      const rows = rowsWith({ renew: away, claim: onlyOnce(store().jobs.claim) });
      const since = Date.now();
      start(newQueue({ rows, leaseMs: 150 }), (_, signal) => untilAborted(signal, reasons));
      await expect.poll(() => reasons, soon).toEqual([expect.any(LeaseLost)]);
      expect(Date.now() - since).toBeGreaterThanOrEqual(140);
    });

    it('goes on when the database was away for a while', async () => {
      const ids = await addJobs(1);
      const done: string[] = [];
      let asked = 0;
      const claim: JobRows['claim'] = (by) => {
        asked++;
        return asked < 3 ? Promise.reject(new Error('the database is away')) : store().jobs.claim(by);
      };
      start(newQueue({ rows: rowsWith({ claim }) }), async ({ id }) => void done.push(id));
      await expect.poll(() => done, soon).toEqual(ids);
    });

    it('asks seldom while there is nothing to do', async () => {
      let asked = 0;
      const claim: JobRows['claim'] = (by) => {
        asked++;
        return store().jobs.claim(by);
      };
      start(newQueue({ rows: rowsWith({ claim }), pollMs: 100 }), async () => {});
      await pause(450);
      expect(asked).toBeGreaterThanOrEqual(2);
      expect(asked).toBeLessThanOrEqual(6);
    });

    it('lets what runs end when it stops, and takes nothing new', async () => {
      await addJobs(3);
      const done: string[] = [];
      const begun: string[] = [];
      const queue = newQueue({ concurrency: 1 });
      start(queue, async ({ id }) => {
        begun.push(id);
        await pause(100);
        done.push(id);
      });
      await expect.poll(() => begun, soon).toHaveLength(1);
      await queue.stop(2_000);
      expect(done).toHaveLength(1);
      await pause(100);
      expect(await store().jobs.waiting()).toBe(2);
      expect(done).toHaveLength(1);
    });

    it('aborts what does not end in time and gives its job back, the attempt not counted', async () => {
      const [id] = await addJobs(1);
      const reasons: unknown[] = [];
      const queue = newQueue();
      let hasBegun = false;
      start(queue, (_, signal) => {
        hasBegun = true;
        return untilAborted(signal, reasons);
      });
      await expect.poll(() => hasBegun, soon).toBe(true);
      await queue.stop(10);
      expect(reasons).toEqual([expect.any(QueueStops)]);
      const next: Draft[] = [];
      start(newQueue(), async (job) => void next.push(job));
      await expect.poll(() => next.map((job) => [job.id, job.attempt]), soon).toEqual([[id, 1]]);
    });

    it('gives a job back even where its handler does not heed the signal', async () => {
      const [id] = await addJobs(1);
      const queue = newQueue();
      let hasBegun = false;
      start(queue, () => {
        hasBegun = true;
        return new Promise(() => {});
      });
      await expect.poll(() => hasBegun, soon).toBe(true);
      await queue.stop(0);
      const next: string[] = [];
      start(newQueue(), async (job) => void next.push(job.id));
      await expect.poll(() => next, soon).toEqual([id]);
    });

    it('cannot be started twice', () => {
      const queue = newQueue();
      start(queue, async () => {});
      expect(() => start(queue, async () => {})).toThrow('runs already');
    });
  });
});

/** Waits for the abort and throws its reason, as a model call does. */
function untilAborted(signal: AbortSignal, reasons: unknown[]): Promise<void> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reasons.push(signal.reason);
      reject(signal.reason);
    });
  });
}

/** A claim that finds something once and then never again. */
function onlyOnce(claim: JobRows['claim']): JobRows['claim'] {
  let found = false;
  return async (by) => {
    if (found) return [];
    const jobs = await claim(by);
    found = jobs.length > 0;
    return jobs;
  };
}
