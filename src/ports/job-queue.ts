/** Work that outlives the process. At least once: what a handler does must bear being done again. */
import type { Instant } from '../domain/instant.ts';

/** What each kind of job carries: the id of what it is about, which says the rest. */
export type JobPayloads = {
  readonly 'draft-cohort': { readonly cohortId: string };
  readonly 'send-webhook': { readonly deliveryId: string; readonly endpointId: string };
};

export type JobKind = keyof JobPayloads;

/** Work of one kind to be done; saved by the Store in the transaction that causes it. */
export type NewJobOf<Kind extends JobKind> = {
  readonly id: string;
  readonly kind: Kind;
  readonly brandId: string;
  /** One job of a key at most: a second one with the same key is not added. */
  readonly key: string;
  readonly payload: JobPayloads[Kind];
  readonly runAt: Instant;
};

/** Work of any kind to be done. */
export type NewJob = { [Kind in JobKind]: NewJobOf<Kind> }[JobKind];

/** A job as its handler gets it. `attempt` counts from 1. */
export type Job<Kind extends JobKind> = NewJobOf<Kind> & {
  readonly attempt: number;
  readonly isLastAttempt: boolean;
};

/** What does a kind of job. Both must bear being called again after a crash. */
export type JobHandler<Kind extends JobKind> = {
  /** Throws to be tried again later; `retryAfterMs` on a RetryLater says when. */
  readonly run: (job: Job<Kind>, signal: AbortSignal) => Promise<void>;
  /** Called once the last attempt threw. */
  readonly gaveUp: (job: Job<Kind>, error: unknown) => Promise<void>;
};

/** Does the jobs of one kind. Each kind has a queue of its own, so that slow work of one never starves another. */
export type JobQueue<Kind extends JobKind> = {
  readonly start: (handler: JobHandler<Kind>) => void;
  /** Look for work now rather than at the next tick. */
  readonly wake: () => void;
  /** Take no more work, wait up to `graceMs` for what runs, then abort it; its jobs come again. */
  readonly stop: (graceMs: number) => Promise<void>;
};

/** Which jobs a process asks for, and the lease it takes them under. */
export type Claim<Kind extends JobKind> = {
  readonly kind: Kind;
  readonly now: Instant;
  readonly leaseUntil: Instant;
  readonly leaseToken: string;
  readonly limit: number;
  readonly maxAttempts: number;
};

/** The table behind the embedded queues. A finished job is deleted; one that gave up is kept as `dead`. */
export type JobRows = {
  /** Claim up to `limit` due jobs of a kind whose lease is free or over; in one statement, so that two never get one. */
  readonly claim: <Kind extends JobKind>(by: Claim<Kind>) => Promise<readonly Job<Kind>[]>;
  /** False where the lease was lost meanwhile; then nothing was changed. So for the four below. */
  readonly renew: (id: string, leaseToken: string, leaseUntil: Instant) => Promise<boolean>;
  readonly finish: (id: string, leaseToken: string) => Promise<boolean>;
  readonly retry: (id: string, leaseToken: string, runAt: Instant, error: string) => Promise<boolean>;
  /** As `retry`, with an attempt that does not count. */
  readonly postpone: (id: string, leaseToken: string, runAt: Instant, reason: string) => Promise<boolean>;
  readonly bury: (id: string, leaseToken: string, error: string) => Promise<boolean>;
  /** Give a claimed job back untouched (the process stops); its attempt does not count. */
  readonly release: (id: string, leaseToken: string) => Promise<boolean>;
  /** Jobs not finished and not dead. */
  readonly waiting: () => Promise<number>;
};

/** Thrown by a handler that knows when another attempt makes sense. */
export class RetryLater extends Error {
  readonly retryAfterMs: number;
  /** False where nothing was tried: then the job comes again as often as it takes. */
  readonly isAttempt: boolean;

  constructor(
    message: string,
    retryAfterMs: number,
    { cause, isAttempt = true }: { readonly cause?: unknown; readonly isAttempt?: boolean } = {},
  ) {
    super(message, { cause });
    this.name = 'RetryLater';
    this.retryAfterMs = retryAfterMs;
    this.isAttempt = isAttempt;
  }
}
