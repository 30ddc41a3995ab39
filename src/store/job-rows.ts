/** Rows of jobs and the port's form of them. */
import * as z from 'zod';
import { Instant } from '../domain/instant.ts';
import type { Job, JobKind, JobPayloads, NewJob } from '../ports/job-queue.ts';
import type { Writing } from './database.ts';
import { escapeText, unescapeText } from './escape-text.ts';
import { chunks } from './insert-all.ts';
import type { JobRow } from './tables.ts';

const StoredJob = z.object({ id: z.string(), brandId: z.string(), runAt: Instant, attempts: z.int().positive() });

const payloads: { readonly [Kind in JobKind]: z.ZodType<JobPayloads[Kind]> } = {
  'draft-cohort': z.strictObject({ cohortId: z.string() }),
  'send-webhook': z.strictObject({ deliveryId: z.string(), endpointId: z.string() }),
};

/** Adds jobs, those of an earlier `turn` to be done first; one whose key is there already is left out. */
export async function insertJobs(trx: Writing, jobs: readonly NewJob[], turn = ''): Promise<void> {
  for (const some of chunks(jobs, 1_000))
    await trx
      .insertInto('jobs')
      .values(some.map((job) => jobRow(job, turn)))
      .onConflict((conflict) => conflict.column('jobKey').doNothing())
      .execute();
}

/** A job of a kind that was claimed just now. */
export function jobOf<Kind extends JobKind>(row: JobRow, kind: Kind, maxAttempts: number): Job<Kind> {
  const { attempts, ...job } = StoredJob.parse(row);
  return {
    ...job,
    kind,
    key: unescapeText(row.jobKey),
    payload: payloads[kind].parse(JSON.parse(row.payloadDocument)),
    attempt: attempts,
    isLastAttempt: attempts >= maxAttempts,
  };
}

function jobRow({ key, payload, ...job }: NewJob, turn: string): JobRow {
  return {
    ...job,
    jobKey: escapeText(key),
    payloadDocument: JSON.stringify(payload),
    state: 'waiting',
    attempts: 0,
    leaseUntil: null,
    leaseToken: null,
    lastError: null,
    turn,
  };
}
