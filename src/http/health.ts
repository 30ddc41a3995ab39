/** Says whether the process lives and whether it can work. */
import type { RequestHandler } from 'express';
import { Problem } from '../domain/problem.ts';
import type { UseCases } from './use-cases.ts';

/** A database that takes longer to say anything is away, to a load balancer. */
const patienceMs = 2000;

/** Lives: answers whatever the state of the database, so that nobody restarts the process for an outage elsewhere. */
export const healthz: RequestHandler = (_request, response) => {
  response.set('Cache-Control', 'no-store').json({ status: 'ok' });
};

/** Can work: `not-ready` (503) where the database does not answer. */
export function readyz({ ping }: Pick<UseCases, 'ping'>): RequestHandler {
  return async (_request, response) => {
    response.set('Cache-Control', 'no-store');
    try {
      await inTime(ping(), patienceMs);
    } catch (cause) {
      throw new Problem('not-ready', 'The database does not answer. Nothing is lost; try again shortly.', { cause });
    }
    response.json({ status: 'ready' });
  };
}

async function inTime(work: Promise<void>, limitMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${limitMs} ms`)), limitMs);
  });
  await Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
