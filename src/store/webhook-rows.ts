/** Rows of webhook endpoints and their messages, and the domain's form of them. */
import { WebhookDelivery, WebhookEndpoint } from '../domain/webhook.ts';
import type { SigningEndpoint } from '../ports/webhook-store.ts';
import type { Writing } from './database.ts';
import { escapeNullable, escapeText, unescapeNullable, unescapeText } from './escape-text.ts';
import type { WebhookDeliveryRow, WebhookEndpointRow } from './webhook-tables.ts';

/** The row of an endpoint with its secrets, but how far it was told. */
export function endpointRow({ endpoint, secrets }: SigningEndpoint): Omit<WebhookEndpointRow, 'toldSequence'> {
  const { types, ...row } = endpoint;
  return {
    ...row,
    url: escapeText(endpoint.url),
    reason: escapeNullable(endpoint.reason),
    typesDocument: types && JSON.stringify(types),
    secret: secrets.current,
    previousSecret: secrets.previous,
    previousUntil: secrets.previousUntil,
  };
}

/** The endpoint of a row, with its secrets beside it. */
export function endpointOf(row: WebhookEndpointRow): SigningEndpoint {
  const { typesDocument, secret, previousSecret, previousUntil, toldSequence: _, ...endpoint } = row;
  return {
    endpoint: WebhookEndpoint.parse({
      ...endpoint,
      url: unescapeText(row.url),
      reason: unescapeNullable(row.reason),
      types: typesDocument === null ? null : JSON.parse(typesDocument),
    }),
    secrets: { current: secret, previous: previousSecret, previousUntil },
  };
}

/** The row of a message that tells of the event with this number. */
export function deliveryRow(delivery: WebhookDelivery, sequence: number): WebhookDeliveryRow {
  const { message, attempts, ...row } = delivery;
  return {
    ...row,
    sequence,
    subject: escapeText(delivery.subject),
    reason: escapeNullable(delivery.reason),
    messageDocument: JSON.stringify(message),
    attemptsDocument: JSON.stringify(attempts),
    sendingUntil: null,
  };
}

/** The message of a row. */
export function deliveryOf(row: WebhookDeliveryRow): WebhookDelivery {
  const { messageDocument, attemptsDocument, sequence: _, sendingUntil: __, ...delivery } = row;
  return WebhookDelivery.parse({
    ...delivery,
    subject: unescapeText(row.subject),
    reason: unescapeNullable(row.reason),
    message: JSON.parse(messageDocument),
    attempts: JSON.parse(attemptsDocument),
  });
}

/** The row of an endpoint, held until the transaction ends; `undefined` where it is gone. */
export function lockEndpoint(trx: Writing, endpointId: string): Promise<WebhookEndpointRow | undefined> {
  return trx.selectFrom('webhookEndpoints').selectAll().where('id', '=', endpointId).forUpdate().executeTakeFirst();
}
