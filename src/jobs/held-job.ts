/** A job this process holds by a lease: keeping the lease, losing it, giving it back. */
import { addMs, type Instant } from '../domain/instant.ts';
import type { Job, JobKind, JobRows } from '../ports/job-queue.ts';
import type { Log } from '../ports/log.ts';
import type { Moment } from '../ports/moment.ts';

/** A job under a lease of this process. */
export type HeldJob<Kind extends JobKind = JobKind> = {
  readonly job: Job<Kind>;
  readonly leaseToken: string;
  /** Until when the job is ours by what the database last confirmed. */
  leaseUntil: Instant;
  /** Fires with LeaseLost or QueueStops. */
  readonly abort: AbortController;
};

/** Why a handler is aborted: the job may be running elsewhere by now. */
export class LeaseLost extends Error {
  constructor() {
    super('The lease of this job was lost; it may be running elsewhere.');
    this.name = 'LeaseLost';
  }
}

/** Why a handler is aborted: the process is about to end. */
export class QueueStops extends Error {
  constructor() {
    super('The job queue stops; this job will run again later.');
    this.name = 'QueueStops';
  }
}

/** Prolongs the lease, or aborts what runs under it once it is lost or has run out. Never rejects. */
export async function renewLease(
  held: HeldJob,
  parts: {
    readonly rows: JobRows;
    readonly moment: Pick<Moment, 'now'>;
    readonly log?: Log | undefined;
    readonly leaseMs: number;
  },
): Promise<void> {
  const { rows, moment, log, leaseMs } = parts;
  const leaseUntil = addMs(moment.now(), leaseMs);
  try {
    if (await rows.renew(held.job.id, held.leaseToken, leaseUntil)) held.leaseUntil = leaseUntil;
    else held.abort.abort(new LeaseLost());
  } catch (error) {
    log?.warn({ err: error, job: held.job.id }, 'Could not renew the lease of a job');
    // While the lease holds nobody else takes the job, so there is time for another try.
    if (held.leaseUntil <= moment.now()) held.abort.abort(new LeaseLost());
  }
}

/** Lets go of the job at once, its attempt not counted. Never rejects: a lease that stays runs out by itself. */
export async function giveBack(
  { job, leaseToken }: HeldJob,
  { rows, log }: { readonly rows: JobRows; readonly log?: Log | undefined },
): Promise<void> {
  try {
    await rows.release(job.id, leaseToken);
  } catch (error) {
    log?.warn({ err: error, job: job.id }, 'Could not give a job back; it comes again when its lease is over');
  }
}
