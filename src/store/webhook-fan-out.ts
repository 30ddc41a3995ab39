/** Takes a brand's audit events into messages for an endpoint: the chain is the outbox, and the endpoint knows its place. */
import { AuditEvent } from '../domain/audit-event.ts';
import type { WebhookStore } from '../ports/webhook-store.ts';
import type { Reading, Writing } from './database.ts';
import { insertJobs } from './job-rows.ts';
import { thingsOf } from './told-things.ts';
import { deliveryRow, endpointOf, lockEndpoint } from './webhook-rows.ts';

type Act = Parameters<WebhookStore['fanOut']>[0];

/** Ids of endpoints whose brand's chain goes on after what they were told. */
export async function endpointsBehind(db: Reading): Promise<string[]> {
  const rows = await db
    .selectFrom('webhookEndpoints')
    .innerJoin('auditHeads', 'auditHeads.chain', 'webhookEndpoints.brandId')
    .select('webhookEndpoints.id')
    .whereRef('auditHeads.sequence', '>', 'webhookEndpoints.toldSequence')
    .execute();
  return rows.map(({ id }) => id);
}

/** How many messages it made. */
export async function fanOut(trx: Writing, { endpointId, limit, actions, messageOf }: Act): Promise<number> {
  const row = await lockEndpoint(trx, endpointId);
  if (!row) return 0;
  // An act appends to the chain under the lock of its head, so no number appears behind one that was read.
  const events = await trx
    .selectFrom('auditEvents')
    .select(['sequence', 'action', 'body', 'hash'])
    .where('chain', '=', row.brandId)
    .where('sequence', '>', row.toldSequence)
    .orderBy('sequence')
    .limit(limit)
    .execute();
  const last = events.at(-1);
  if (!last) return 0;
  const { endpoint } = endpointOf(row);
  const told = events.map(eventOf).filter(({ action }) => actions.has(action));
  const things = await thingsOf(trx, row.brandId, told, actions);
  const made = told.flatMap((event) => {
    const thing = things.get(event.id);
    const webhook = thing ? messageOf(endpoint, event, thing) : null;
    return webhook ? [{ ...webhook, sequence: event.sequence }] : [];
  });
  if (made.length > 0)
    await trx
      .insertInto('webhookDeliveries')
      .values(made.map(({ delivery, sequence }) => deliveryRow(delivery, sequence)))
      .execute();
  await insertJobs(
    trx,
    made.flatMap(({ job }) => job ?? []),
  );
  await trx.updateTable('webhookEndpoints').set({ toldSequence: last.sequence }).where('id', '=', endpointId).execute();
  return made.length;
}

function eventOf({ body, hash }: { readonly body: string; readonly hash: string }): AuditEvent {
  return AuditEvent.parse({ ...JSON.parse(body), hash });
}
