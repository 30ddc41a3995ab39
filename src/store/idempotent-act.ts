/**
 * Binds an act to the key its request came with: the act and the note that it was done are one transaction, so that
 * neither can be without the other.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { NewAuditEvent } from '../domain/audit-event.ts';
import { Problem } from '../domain/problem.ts';
import type { KeyLease } from '../ports/idempotency-store.ts';
import type { Writing } from './database.ts';
import { escapeText } from './escape-text.ts';

const underKey = new AsyncLocalStorage<{ readonly lease: KeyLease; hasActed: boolean }>();

/** Does the work of a request that came with a key. */
export async function actingUnderKey<Result>(lease: KeyLease, work: () => Promise<Result>): Promise<Result> {
  const key = { lease, hasActed: false };
  try {
    return await underKey.run(key, work);
  } finally {
    // What the request set off, such as a job, goes on in its context and is none of its acts.
    key.hasActed = true;
  }
}

/** Notes the first act under a key. Throws `idempotency-running` where another request holds the key by now. */
export async function noteAct(trx: Writing, events: readonly NewAuditEvent[]): Promise<void> {
  const key = underKey.getStore();
  const [event] = events;
  if (!key || key.hasActed || !event) return;
  // A step on the way to what was asked: whoever asks again finds the sandbox there, and goes on.
  if (event.action === 'brand.sandboxed') return;
  key.hasActed = true;
  const { callerId, keyHash, leaseToken } = key.lease;
  const { numUpdatedRows } = await trx
    .updateTable('idempotencyKeys')
    .set({ state: 'acted', chain: event.chain, subject: escapeText(event.subject) })
    .where('callerId', '=', callerId)
    .where('keyHash', '=', keyHash)
    .where('leaseToken', '=', leaseToken)
    .where('state', '=', 'running')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n)
    throw new Problem('idempotency-running', 'The same request was taken up again meanwhile. Ask again shortly.');
}
