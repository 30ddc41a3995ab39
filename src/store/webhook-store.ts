/** What delivery/ asks of the Store for webhooks: the endpoints and the log of their messages. */
import type { NewAuditEvent } from '../domain/audit-event.ts';
import type { SigningEndpoint, WebhookStore } from '../ports/webhook-store.ts';
import { among } from './among.ts';
import { holdChains } from './audit-chain.ts';
import type { BriefShelf } from './brief-shelf.ts';
import { afterOf, pageOf } from './cursor.ts';
import type { Database, Reading, Writing } from './database.ts';
import { beginAttempt, endAttempt, letGo, resend } from './webhook-attempts.ts';
import { endpointsBehind, fanOut } from './webhook-fan-out.ts';
import { deliveryOf, endpointOf, endpointRow, lockEndpoint } from './webhook-rows.ts';
import type { WebhookEndpointRow } from './webhook-tables.ts';

/** The WebhookStore on a database. */
export function webhookStore(database: Database, shelf: BriefShelf): WebhookStore {
  return {
    addEndpoint: (held, events) => database.write((trx) => addEndpoint(trx, held, events)),
    endpoints: (brandIds, { limit, cursor }) =>
      database.read(async (db) => {
        const rows = await db
          .selectFrom('webhookEndpoints')
          .selectAll()
          .where('brandId', 'in', among(brandIds))
          .where('id', '>', afterOf('webhook-endpoints', cursor) ?? '')
          .orderBy('id')
          .limit(limit + 1)
          .execute();
        const endpoints = rows.map((row) => endpointOf(row).endpoint);
        return pageOf('webhook-endpoints', endpoints, limit, ({ id }) => id);
      }),
    endpoint: (brandIds, endpointId) =>
      database.read(async (db) => {
        const row = await find(db, brandIds, endpointId);
        return row ? endpointOf(row) : null;
      }),
    changeEndpoint: (brandIds, endpointId, change) =>
      database.write((trx) => changeEndpoint(trx, brandIds, endpointId, change)),
    rewriteSecrets: (rewrite) =>
      database.write(async (trx) => {
        const rows = await trx.selectFrom('webhookEndpoints').selectAll().orderBy('id').forUpdate().execute();
        let changed = 0;
        for (const row of rows) {
          const { current, previous } = rewrite(endpointOf(row).secrets, row.id);
          if (current === row.secret && previous === row.previousSecret) continue;
          changed += 1;
          await trx
            .updateTable('webhookEndpoints')
            .set({ secret: current, previousSecret: previous })
            .where('id', '=', row.id)
            .execute();
        }
        return changed;
      }),
    removeEndpoint: (brandIds, endpointId, eventsFor) =>
      database.write(async (trx) => {
        const found = await find(trx, brandIds, endpointId);
        if (!found) return false;
        const chains = await holdChains(trx, [found.brandId]);
        // Whoever adds a message to it or sends one holds this row.
        const row = await lockEndpoint(trx, endpointId);
        if (!row) return false;
        await trx.deleteFrom('webhookDeliveries').where('endpointId', '=', endpointId).execute();
        await trx.deleteFrom('webhookEndpoints').where('id', '=', endpointId).execute();
        await chains.append(eventsFor(endpointOf(row).endpoint));
        return true;
      }),
    deliveries: ({ endpointId, state }, { limit, cursor }) =>
      database.read(async (db) => {
        const after = afterOf('webhook-deliveries', cursor);
        const rows = await db
          .selectFrom('webhookDeliveries')
          .selectAll()
          .where('endpointId', '=', endpointId)
          .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
          .$if(after !== null, (query) => query.where('id', '<', after))
          .orderBy('id', 'desc')
          .limit(limit + 1)
          .execute();
        return pageOf('webhook-deliveries', rows.map(deliveryOf), limit, ({ id }) => id);
      }),
    forget: (before) =>
      database.writeRedoable(async (trx) => {
        const { numDeletedRows } = await trx
          .deleteFrom('webhookDeliveries')
          .where('state', '!=', 'pending')
          .where('updatedAt', '<', before)
          .executeTakeFirst();
        return Number(numDeletedRows);
      }),
    endpointsBehind: () => database.read(endpointsBehind),
    fanOut: (act) => database.write((trx) => fanOut(trx, act)),
    beginAttempt: (act) => database.writeRedoable((trx) => beginAttempt(trx, shelf, act)),
    // Where an attempt is forgotten the message goes out once more under the same id.
    endAttempt: (act) => database[act.mayDisable ? 'write' : 'writeRedoable']((trx) => endAttempt(trx, act)),
    letGo: (deliveryId) => database.writeRedoable((trx) => letGo(trx, deliveryId)),
    resend: (act) => database.write((trx) => resend(trx, shelf, act)),
  };
}

async function addEndpoint(trx: Writing, held: SigningEndpoint, events: readonly NewAuditEvent[]): Promise<void> {
  const { brandId } = held.endpoint;
  const chains = await holdChains(trx, [brandId]);
  await chains.append(events);
  const head = await trx
    .selectFrom('auditHeads')
    .select('sequence')
    .where('chain', '=', brandId)
    .executeTakeFirstOrThrow();
  const row = { ...endpointRow(held), toldSequence: head.sequence };
  await trx.insertInto('webhookEndpoints').values(row).execute();
}

async function changeEndpoint(
  trx: Writing,
  brandIds: readonly string[],
  endpointId: string,
  change: Parameters<WebhookStore['changeEndpoint']>[2],
): Promise<SigningEndpoint | null> {
  const found = await find(trx, brandIds, endpointId);
  if (!found) return null;
  const chains = await holdChains(trx, [found.brandId]);
  const row = await lockEndpoint(trx, endpointId);
  if (!row) return null;
  const { events, ...changed } = change(endpointOf(row));
  await trx.updateTable('webhookEndpoints').set(endpointRow(changed)).where('id', '=', endpointId).execute();
  await chains.append(events);
  return changed;
}

function find(db: Reading, brandIds: readonly string[], endpointId: string): Promise<WebhookEndpointRow | undefined> {
  return db
    .selectFrom('webhookEndpoints')
    .selectAll()
    .where('id', '=', endpointId)
    .where('brandId', 'in', among(brandIds))
    .executeTakeFirst();
}
