/** The table behind Idempotency-Key. */
import type { ExpressionBuilder } from 'kysely';
import * as z from 'zod';
import type { IdempotencyStore, KeyedRequest, KeyLease, KeyState } from '../ports/idempotency-store.ts';
import type { Database, Writing } from './database.ts';
import { escapeText, unescapeText } from './escape-text.ts';
import { actingUnderKey } from './idempotent-act.ts';
import type { IdempotencyKeyRow, Tables } from './tables.ts';

const KeptHeaders = z.record(z.string(), z.string());

/**
 * The IdempotencyStore on a database. It does not wait for the disk itself: what a power cut takes back is a lease that
 * no act followed, or an answer, which is then made again from what the act wrote.
 */
export function idempotencyStore(database: Database): IdempotencyStore {
  return {
    take: (request) => database.writeRedoable((trx) => take(trx, request)),
    acting: actingUnderKey,
    answer: (lease, { headers, body }) =>
      database.writeRedoable(async (trx) => {
        const answered = { state: 'answered', headersDocument: JSON.stringify(headers), body: escapeText(body) };
        await trx.updateTable('idempotencyKeys').set(answered).where(heldBy(lease)).execute();
      }),
    giveBack: (lease, now) =>
      database.writeRedoable(async (trx) => {
        await trx.deleteFrom('idempotencyKeys').where(heldBy(lease)).where('state', '=', 'running').execute();
        await trx.updateTable('idempotencyKeys').set({ leaseUntil: now }).where(heldBy(lease)).execute();
      }),
    forget: (before) =>
      database.writeRedoable(async (trx) => {
        const gone = await trx.deleteFrom('idempotencyKeys').where('createdAt', '<', before).executeTakeFirst();
        return Number(gone.numDeletedRows);
      }),
  };
}

async function take(trx: Writing, request: KeyedRequest): Promise<KeyState> {
  const { callerId, keyHash, fingerprint, leaseToken, leaseUntil, now } = request;
  const isTheKey = (eb: ExpressionBuilder<Tables, 'idempotencyKeys'>) => eb.and({ callerId, keyHash });
  await trx.deleteFrom('idempotencyKeys').where(isTheKey).where('createdAt', '<', request.forgetBefore).execute();
  const nothingYet = { chain: null, subject: null, headersDocument: null, body: null };
  const fresh = { callerId, keyHash, fingerprint, leaseToken, leaseUntil, state: 'running', createdAt: now };
  const added = await trx
    .insertInto('idempotencyKeys')
    .values({ ...fresh, ...nothingYet })
    .onConflict((conflict) => conflict.columns(['callerId', 'keyHash']).doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 1n) return { kind: 'begun' };
  const row = await trx.selectFrom('idempotencyKeys').selectAll().where(isTheKey).forUpdate().executeTakeFirst();
  // Given back between the two statements; whoever asks again shortly finds the key free.
  if (!row) return { kind: 'running', until: now };
  const state = stateOf(row, request);
  if (state.kind === 'begun' || state.kind === 'acted')
    await trx.updateTable('idempotencyKeys').set({ leaseToken, leaseUntil }).where(isTheKey).execute();
  return state;
}

function stateOf(row: IdempotencyKeyRow, { fingerprint, now }: KeyedRequest): KeyState {
  const { chain, subject, headersDocument, body } = row;
  if (row.fingerprint !== fingerprint) return { kind: 'other-request' };
  if (headersDocument !== null && body !== null)
    return {
      kind: 'answered',
      chain,
      answer: { headers: KeptHeaders.parse(JSON.parse(headersDocument)), body: unescapeText(body) },
    };
  if (row.leaseUntil > now) return { kind: 'running', until: row.leaseUntil };
  return chain !== null && subject !== null
    ? { kind: 'acted', chain, subject: unescapeText(subject) }
    : { kind: 'begun' };
}

function heldBy({ callerId, keyHash, leaseToken }: KeyLease) {
  return (eb: ExpressionBuilder<Tables, 'idempotencyKeys'>) => eb.and({ callerId, keyHash, leaseToken });
}
