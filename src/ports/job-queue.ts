/** Work that outlives the process. At least once: what a handler does must bear being done again. */
import type { Instant } from '../domain/instant.ts';

/** Work to be done; saved by the Store in the transaction that causes it. */
export type NewJob = {
  readonly id: string;
  readonly kind: JobKind;
  readonly brandId: string;
  /** One job of a key at most: a second one with the same key is not added. */
  readonly key: string;
  readonly payload: { readonly cohortId: string };
  readonly runAt: Instant;
};

export type JobKind = 'draft-cohort';

/** A job as its handler gets it. `attempt` counts from 1. */
export type Job = NewJob & { readonly attempt: number; readonly isLastAttempt: boolean };

/** What does a kind of job. Both must bear being called again after a crash. */
export type JobHandler = {
  /** Throws to be tried again later; `retryAfterMs` on a RetryLater says when. */
  readonly run: (job: Job, signal: AbortSignal) => Promise<void>;
  /** Called once the last attempt threw. */
  readonly gaveUp: (job: Job, error: unknown) => Promise<void>;
};

export type JobQueue = {
  readonly start: (handlers: Readonly<Record<JobKind, JobHandler>>) => void;
  /** Look for work now rather than at the next tick. */
  readonly wake: () => void;
  /** Take no more work, wait up to `graceMs` for what runs, then abort it; its jobs come again. */
  readonly stop: (graceMs: number) => Promise<void>;
};

/** The table behind the embedded queue. A finished job is deleted; one that gave up is kept as `dead`. */
export type JobRows = {
  /** Claim up to `limit` due jobs whose lease is free or over; in one statement, so that two never get the same. */
  readonly claim: (by: {
    readonly now: Instant;
    readonly leaseUntil: Instant;
    readonly leaseToken: string;
    readonly limit: number;
    readonly maxAttempts: number;
  }) => Promise<readonly Job[]>;
  /** False where the lease was lost meanwhile; then nothing was changed. So for the three below. */
  readonly renew: (id: string, leaseToken: string, leaseUntil: Instant) => Promise<boolean>;
  readonly finish: (id: string, leaseToken: string) => Promise<boolean>;
  readonly retry: (id: string, leaseToken: string, runAt: Instant, error: string) => Promise<boolean>;
  readonly bury: (id: string, leaseToken: string, error: string) => Promise<boolean>;
  /** Give a claimed job back untouched (the process stops); its attempt does not count. */
  readonly release: (id: string, leaseToken: string) => Promise<boolean>;
  /** Jobs not finished and not dead. */
  readonly waiting: () => Promise<number>;
};

/** Thrown by a handler that knows when another attempt makes sense. */
export class RetryLater extends Error {
  readonly retryAfterMs: number;

  constructor(message: string, retryAfterMs: number, cause?: unknown) {
    super(message, { cause });
    this.name = 'RetryLater';
    this.retryAfterMs = retryAfterMs;
  }
}
