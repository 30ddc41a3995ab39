/** Rows of jobs and the port's form of them. */
import * as z from 'zod';
import { Instant } from '../domain/instant.ts';
import type { Job, NewJob } from '../ports/job-queue.ts';
import type { Writing } from './database.ts';
import { escapeText, unescapeText } from './escape-text.ts';
import { chunks } from './insert-all.ts';
import type { JobRow } from './tables.ts';

const StoredJob = z.strictObject({
  id: z.string(),
  kind: z.literal('draft-cohort'),
  brandId: z.string(),
  key: z.string(),
  payload: z.strictObject({ cohortId: z.string() }),
  runAt: Instant,
  attempt: z.int().positive(),
});

/** Adds jobs; one whose key is there already is left out. */
export async function insertJobs(trx: Writing, jobs: readonly NewJob[]): Promise<void> {
  for (const some of chunks(jobs, 1_000))
    await trx
      .insertInto('jobs')
      .values(some.map(jobRow))
      .onConflict((conflict) => conflict.column('jobKey').doNothing())
      .execute();
}

/** A job that was claimed just now. */
export function jobOf(row: JobRow, maxAttempts: number): Job {
  const job = StoredJob.parse({
    id: row.id,
    kind: row.kind,
    brandId: row.brandId,
    key: unescapeText(row.jobKey),
    payload: JSON.parse(row.payloadDocument),
    runAt: row.runAt,
    attempt: row.attempts,
  });
  return { ...job, isLastAttempt: job.attempt >= maxAttempts };
}

function jobRow({ key, payload, ...job }: NewJob): JobRow {
  return {
    ...job,
    jobKey: escapeText(key),
    payloadDocument: JSON.stringify(payload),
    state: 'waiting',
    attempts: 0,
    leaseUntil: null,
    leaseToken: null,
    lastError: null,
  };
}
