/**
 * The queue for jobs of one kind, on the Store's own table. At least once: a process that dies leaves leases that run out, and what it
 * held comes again, here or in another process.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { addMs } from '../domain/instant.ts';
import type { JobHandler, JobKind, JobQueue, JobRows } from '../ports/job-queue.ts';
import type { Log } from '../ports/log.ts';
import type { Moment } from '../ports/moment.ts';
import { giveBack, type HeldJob, QueueStops, renewLease } from './held-job.ts';
import { perform } from './perform.ts';

/** What a queue is made of; the limits have defaults. */
export type QueueParts<Kind extends JobKind> = {
  readonly kind: Kind;
  readonly rows: JobRows;
  readonly moment: Pick<Moment, 'now' | 'randomHex'>;
  /** Jobs of this kind that run at once in this process. */
  readonly concurrency: number;
  readonly log?: Log;
  /** How long a job stays with a process that says nothing. */
  readonly leaseMs?: number;
  /** How often to look for work that nobody announced. */
  readonly pollMs?: number;
  readonly maxAttempts?: number;
};

/** How long a handler that was aborted may take to end before its job is given back all the same. */
const abortMs = 1_000;

/** A queue that runs up to `concurrency` jobs at once, looking for more when one ends, when woken, and at each poll. */
export function embeddedQueue<Kind extends JobKind>(parts: QueueParts<Kind>): JobQueue<Kind> {
  const { kind, rows, moment, concurrency, log, leaseMs = 15_000, pollMs = 1_000, maxAttempts = 5 } = parts;
  const running = new Map<HeldJob<Kind>, Promise<void>>();
  let handler: JobHandler<Kind> | null = null;
  let timers: readonly NodeJS.Timeout[] = [];
  let looking: Promise<void> | null = null;
  let isWoken = false;

  function look(): void {
    isWoken = true;
    if (!handler || looking) return;
    looking = claimDue(handler)
      .catch((error: unknown) => {
        isWoken = false;
        log?.warn({ err: error }, 'Could not look for jobs; looking again at the next poll');
      })
      .finally(() => {
        looking = null;
        // Woken in the instant between the last claim and here.
        if (isWoken && running.size < concurrency) look();
      });
  }

  /** Claims until no slot is free or nothing is due. */
  async function claimDue(known: JobHandler<Kind>): Promise<void> {
    while (handler && isWoken && running.size < concurrency) {
      isWoken = false;
      const limit = concurrency - running.size;
      const leaseToken = moment.randomHex(16);
      const leaseUntil = addMs(moment.now(), leaseMs);
      const jobs = await rows.claim({ kind, now: moment.now(), leaseUntil, leaseToken, limit, maxAttempts });
      for (const job of jobs) begin({ job, leaseToken, leaseUntil, abort: new AbortController() }, known);
    }
  }

  function begin(held: HeldJob<Kind>, known: JobHandler<Kind>): void {
    if (!handler) held.abort.abort(new QueueStops());
    const over = perform(held, known, { rows, moment, log, maxAttempts }).finally(() => {
      running.delete(held);
      look();
    });
    running.set(held, over);
  }

  function renewAll(): void {
    for (const held of running.keys()) void renewLease(held, { rows, moment, log, leaseMs });
  }

  return {
    start: (given) => {
      if (handler) throw new Error('The job queue runs already.');
      handler = given;
      timers = [setInterval(look, pollMs), setInterval(renewAll, leaseMs / 3)];
      look();
    },
    wake: look,
    stop: async (graceMs) => {
      handler = null;
      await looking;
      await ended(running, graceMs);
      for (const held of running.keys()) held.abort.abort(new QueueStops());
      await ended(running, abortMs);
      timers.forEach(clearInterval);
      for (const held of running.keys()) await giveBack(held, { rows, log });
    },
  };
}

/** Resolves when all that runs has ended, or after `ms`. */
async function ended(running: ReadonlyMap<unknown, Promise<void>>, ms: number): Promise<void> {
  if (running.size === 0) return;
  const waiting = new AbortController();
  await Promise.race([
    Promise.all(running.values()),
    pause(ms, undefined, { signal: waiting.signal }).catch(() => undefined),
  ]);
  waiting.abort();
}
