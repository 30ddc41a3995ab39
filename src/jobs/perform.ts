/** One attempt at a job, and what follows from how it ended. */
import { addMs } from '../domain/instant.ts';
import { type JobHandler, type JobKind, type JobRows, RetryLater } from '../ports/job-queue.ts';
import type { Log } from '../ports/log.ts';
import type { Moment } from '../ports/moment.ts';
import { giveBack, type HeldJob, LeaseLost, QueueStops } from './held-job.ts';

type Parts = {
  readonly rows: JobRows;
  readonly moment: Pick<Moment, 'now'>;
  readonly log?: Log | undefined;
  readonly maxAttempts: number;
};

/** Between attempts: 2 s after the first, twice as long after each further one, at most 5 minutes. */
const firstDelayMs = 2_000;
const longestDelayMs = 5 * 60 * 1_000;

/** Never rejects: what the database does not take now is done again when the lease is over. */
export async function perform<Kind extends JobKind>(
  held: HeldJob<Kind>,
  handler: JobHandler<Kind>,
  parts: Parts,
): Promise<void> {
  try {
    await attempt(held, handler, parts);
  } catch (error) {
    parts.log?.error({ err: error, job: held.job.id }, 'Could not note how a job ended; it comes again');
  }
}

/** How long to wait after this attempt. */
export function retryDelayMs(attempt: number, error: unknown): number {
  if (error instanceof RetryLater) return Math.max(0, error.retryAfterMs);
  return Math.min(firstDelayMs * 2 ** (attempt - 1), longestDelayMs);
}

async function attempt<Kind extends JobKind>(
  held: HeldJob<Kind>,
  handler: JobHandler<Kind>,
  parts: Parts,
): Promise<void> {
  const { job, leaseToken, abort } = held;
  try {
    abort.signal.throwIfAborted();
    // Beyond the last attempt: the process died each time this ran. It is given up without another try.
    if (job.attempt > parts.maxAttempts)
      throw new Error(`it was begun ${job.attempt - 1} times and never brought to an end`);
    await handler.run(job, abort.signal);
  } catch (error) {
    return afterFailure(held, handler, parts, error);
  }
  if (!(await parts.rows.finish(job.id, leaseToken)))
    parts.log?.warn({ job: job.id }, 'A job was done after its lease was lost; it may be done twice');
}

async function afterFailure<Kind extends JobKind>(
  held: HeldJob<Kind>,
  handler: JobHandler<Kind>,
  parts: Parts,
  error: unknown,
): Promise<void> {
  const { job, leaseToken, abort } = held;
  if (abort.signal.reason instanceof LeaseLost) {
    parts.log?.warn({ job: job.id }, 'The lease of a job was lost; whoever has it now goes on');
    return;
  }
  if (abort.signal.reason instanceof QueueStops) return giveBack(held, parts);
  if (error instanceof RetryLater && !error.isAttempt) {
    const runAt = addMs(parts.moment.now(), retryDelayMs(job.attempt, error));
    parts.log?.info({ reason: error.message, job: job.id, runAt }, 'A job waits; nothing was tried');
    await parts.rows.postpone(job.id, leaseToken, runAt, error.message);
    return;
  }
  if (job.isLastAttempt) return giveUp(held, handler, parts, error);
  const delayMs = retryDelayMs(job.attempt, error);
  // A handler that asks for later knows why; only what it did not expect is worth a stack.
  const why = error instanceof RetryLater ? { reason: error.message } : { err: error };
  parts.log?.warn({ ...why, job: job.id, attempt: job.attempt, delayMs }, 'A job failed; it is tried again');
  await parts.rows.retry(job.id, leaseToken, addMs(parts.moment.now(), delayMs), wordsOf(error));
}

/** Tells the handler, then puts the job away; where the telling fails it is told again later. */
async function giveUp<Kind extends JobKind>(
  { job, leaseToken }: HeldJob<Kind>,
  handler: JobHandler<Kind>,
  parts: Parts,
  error: unknown,
): Promise<void> {
  try {
    await handler.gaveUp(job, error);
  } catch (cause) {
    parts.log?.error({ err: cause, job: job.id }, 'Could not give up a job; trying again');
    const runAt = addMs(parts.moment.now(), retryDelayMs(job.attempt, cause));
    await parts.rows.retry(job.id, leaseToken, runAt, wordsOf(cause));
    return;
  }
  parts.log?.error({ err: error, job: job.id, attempt: job.attempt }, 'Gave up a job');
  await parts.rows.bury(job.id, leaseToken, wordsOf(error));
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
