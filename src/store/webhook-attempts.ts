/**
 * Attempts to hand messages over. All attempts at one endpoint begin one after the other under the lock of its row, so
 * that a revocation never overtakes an approval that is just on its way.
 */
import { releaseGraceMs } from '../domain/brand.ts';
import { addMs } from '../domain/instant.ts';
import type { BegunAttempt, WebhookCase, WebhookStore } from '../ports/webhook-store.ts';
import { among } from './among.ts';
import { holdChains } from './audit-chain.ts';
import { brandInForce } from './brand-store.ts';
import type { BriefShelf } from './brief-shelf.ts';
import type { Writing } from './database.ts';
import { escapeText } from './escape-text.ts';
import { insertJobs } from './job-rows.ts';
import { lineCases, selectLineCases } from './line-cases.ts';
import { deliveryOf, deliveryRow, endpointOf, endpointRow, lockEndpoint } from './webhook-rows.ts';
import type { WebhookDeliveryRow, WebhookEndpointRow } from './webhook-tables.ts';

type Rows = { readonly delivery: WebhookDeliveryRow; readonly endpoint: WebhookEndpointRow };

/** See the port. */
export async function beginAttempt(
  trx: Writing,
  shelf: BriefShelf,
  { deliveryId, now, sendingUntil, judge }: Parameters<WebhookStore['beginAttempt']>[0],
): Promise<BegunAttempt> {
  const rows = await hold(trx, deliveryId);
  if (rows?.delivery.state !== 'pending') return { kind: 'over' };
  const judgement = judge(await caseOf(trx, shelf, rows, now));
  switch (judgement.kind) {
    case 'wait':
      return judgement;
    case 'cancel':
      await cancel(trx, deliveryId, judgement.reason, now);
      return { kind: 'over' };
    case 'send': {
      for (const { id, reason } of judgement.overtakes) await cancel(trx, id, reason, now);
      await trx.updateTable('webhookDeliveries').set({ sendingUntil }).where('id', '=', deliveryId).execute();
      return { kind: 'send', delivery: deliveryOf(rows.delivery), to: endpointOf(rows.endpoint) };
    }
    default:
      return judgement satisfies never;
  }
}

/** See the port. */
export async function endAttempt(
  trx: Writing,
  { brandId, deliveryId, mayDisable, after }: Parameters<WebhookStore['endAttempt']>[0],
): ReturnType<WebhookStore['endAttempt']> {
  const chains = await holdChains(trx, mayDisable ? [brandId] : []);
  const rows = await hold(trx, deliveryId);
  if (!rows) return null;
  const held = endpointOf(rows.endpoint);
  const { delivery, endpoint, events } = after({ delivery: deliveryOf(rows.delivery), endpoint: held.endpoint });
  await trx
    .updateTable('webhookDeliveries')
    .set(deliveryRow(delivery, rows.delivery.sequence))
    .where('id', '=', deliveryId)
    .execute();
  await trx
    .updateTable('webhookEndpoints')
    .set(endpointRow({ ...held, endpoint }))
    .where('id', '=', endpoint.id)
    .execute();
  await chains.append(events);
  return delivery;
}

/** See the port. */
export async function letGo(trx: Writing, deliveryId: string): Promise<void> {
  await trx.updateTable('webhookDeliveries').set({ sendingUntil: null }).where('id', '=', deliveryId).execute();
}

/** See the port. */
export async function resend(
  trx: Writing,
  shelf: BriefShelf,
  { brandIds, deliveryId, at, judge, jobFor, eventFor }: Parameters<WebhookStore['resend']>[0],
): ReturnType<WebhookStore['resend']> {
  const found = await trx
    .selectFrom('webhookDeliveries')
    .select('brandId')
    .where('id', '=', deliveryId)
    .where('brandId', 'in', among(brandIds))
    .executeTakeFirst();
  if (!found) return null;
  const chains = await holdChains(trx, [found.brandId]);
  const rows = await hold(trx, deliveryId);
  if (!rows) return null;
  judge(await caseOf(trx, shelf, rows, at));
  const pending = { state: 'pending', reason: null, nextAttemptAt: at, updatedAt: at };
  await trx.updateTable('webhookDeliveries').set(pending).where('id', '=', deliveryId).execute();
  const delivery = deliveryOf({ ...rows.delivery, ...pending });
  await insertJobs(trx, [jobFor(delivery)]);
  await chains.append([eventFor(delivery)]);
  return delivery;
}

/** A message and its endpoint, both as they are once the endpoint's row is held. */
async function hold(trx: Writing, deliveryId: string): Promise<Rows | null> {
  const read = () => trx.selectFrom('webhookDeliveries').selectAll().where('id', '=', deliveryId).executeTakeFirst();
  const found = await read();
  const endpoint = found && (await lockEndpoint(trx, found.endpointId));
  const delivery = endpoint && (await read());
  return endpoint && delivery ? { delivery, endpoint } : null;
}

async function caseOf(
  trx: Writing,
  shelf: BriefShelf,
  { delivery, endpoint }: Rows,
  now: string,
): Promise<WebhookCase> {
  const isBeingSent = ({ sendingUntil }: Pick<WebhookDeliveryRow, 'sendingUntil'>) => (sendingUntil ?? '') > now;
  const earlier = await trx
    .selectFrom('webhookDeliveries')
    .select(['id', 'type', 'sendingUntil'])
    .where('endpointId', '=', delivery.endpointId)
    .where('subject', '=', delivery.subject)
    .where('sequence', '<', delivery.sequence)
    .where('state', '=', 'pending')
    .execute();
  const lines = await selectLineCases(trx)
    .where('approvedLines.id', 'in', among([delivery.subject]))
    .where('approvedLines.brandId', '=', delivery.brandId)
    .execute();
  const [lineCase] = await lineCases(trx, shelf, lines);
  return {
    delivery: deliveryOf(delivery),
    endpoint: endpointOf(endpoint).endpoint,
    isBeingSent: isBeingSent(delivery),
    lineCase: lineCase ?? null,
    decided: await decidedIn(trx, delivery),
    earlier: earlier.map((row) => ({ id: row.id, type: row.type, isBeingSent: isBeingSent(row) })),
  };
}

/** The decision behind a message, as it stands now. */
async function decidedIn(
  trx: Writing,
  { type, subject, brandId }: Pick<WebhookDeliveryRow, 'type' | 'subject' | 'brandId'>,
): Promise<WebhookCase['decided']> {
  if (type === 'line.rejected') {
    const rejection = await trx
      .selectFrom('reviewItems')
      .innerJoin('decisions', 'decisions.itemId', 'reviewItems.id')
      .select('decisions.decidedAt')
      .where('reviewItems.candidateId', '=', subject)
      .where('reviewItems.brandId', '=', brandId)
      .where('reviewItems.state', '=', 'rejected')
      .where('decisions.kind', '=', 'reject')
      .where('decisions.undoneAt', 'is', null)
      .where('decisions.kind', '=', 'reject')
      .executeTakeFirst();
    const brand = await brandInForce(trx, brandId);
    const graceMs = brand ? releaseGraceMs(brand.brand.profile) : 0;
    const settledAt = rejection ? addMs(rejection.decidedAt, graceMs) : '';
    return { isStanding: rejection !== undefined, settledAt };
  }
  if (type !== 'cohort.ready') return null;
  const cohort = await trx
    .selectFrom('cohorts')
    .select('state')
    .where('id', '=', subject)
    .where('brandId', '=', brandId)
    .executeTakeFirst();
  const lines = await trx
    .selectFrom('approvedLines')
    .select(({ fn }) => fn.max('releasedAt').as('releasedAt'))
    .where('cohortId', '=', subject)
    .where('brandId', '=', brandId)
    .where('state', '=', 'live')
    .executeTakeFirst();
  return { isStanding: cohort?.state === 'ready', settledAt: lines?.releasedAt ?? '' };
}

async function cancel(trx: Writing, deliveryId: string, reason: string, now: string): Promise<void> {
  await trx
    .updateTable('webhookDeliveries')
    .set({ state: 'cancelled', reason: escapeText(reason), nextAttemptAt: null, updatedAt: now })
    .where('id', '=', deliveryId)
    .execute();
}
