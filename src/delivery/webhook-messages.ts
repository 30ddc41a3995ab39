/** What is said of an event. Pure; an event nobody is told of makes no message. */
import * as z from 'zod';
import type { AuditAction, AuditEvent } from '../domain/audit-event.ts';
import { isSandbox, realBrand } from '../domain/sandbox.ts';
import type { WebhookMessage } from '../domain/webhook-message.ts';
import type { Place, ToldThing } from '../ports/webhook-store.ts';

/** The actions somebody may be told of, with the kind of thing each is about. */
export const toldActions: ReadonlyMap<AuditAction, ToldThing['kind']> = new Map<AuditAction, ToldThing['kind']>([
  ['line.approved', 'line'],
  ['line.rejected', 'candidate'],
  ['line.voided', 'line'],
  ['line.recalled', 'line'],
  ['line.expired', 'line'],
  ['cohort.ready', 'cohort'],
  ['request.drafted', 'request'],
  ['policy.published', 'release'],
]);

const Rejection = z.object({ reason: z.string() });

/** The message of an event, or `null` where the event or what it is about is not one that is told. */
export function messageOf(event: AuditEvent, thing: ToldThing): WebhookMessage | null {
  const brand = brandTold(event.chain);
  const timestamp = event.at;
  switch (thing.kind) {
    case 'line':
      return lineMessage(event, thing);
    case 'candidate': {
      const { id, text, preheader } = thing.candidate;
      const { reason } = Rejection.parse(event.details);
      const data = { ...placeIn(event.chain, thing.place), candidate: id, text, preheader, reason };
      return { type: 'line.rejected', timestamp, data };
    }
    case 'cohort':
      return { type: 'cohort.ready', timestamp, data: { ...placeIn(event.chain, thing.place), needed: thing.needed } };
    case 'request': {
      const { requestId, campaign } = thing.place;
      return { type: 'request.drafted', timestamp, data: { ...brand, request: requestId, campaign } };
    }
    case 'release': {
      const data = { ...brand, release: event.subject, policyHash: thing.policyHash };
      return { type: 'policy.published', timestamp, data };
    }
    default:
      return thing satisfies never;
  }
}

function lineMessage(
  { action, at: timestamp }: AuditEvent,
  { line, place }: Extract<ToldThing, { kind: 'line' }>,
): WebhookMessage | null {
  const { id, text, preheader, dialect, approvedAt, validUntil } = line;
  const said = { ...placeIn(line.brandId, place), line: id, text, preheader };
  if (action === 'line.approved')
    return { type: 'line.approved', timestamp, data: { ...said, dialect, approvedAt, validUntil } };
  if (action === 'line.expired') return { type: 'line.expired', timestamp, data: { ...said, validUntil } };
  return { type: 'line.revoked', timestamp, data: { ...said, reason: line.reason ?? `the line is ${line.state}` } };
}

/** A sandbox goes by the name of its brand, as in the API. */
export function brandTold(brandId: string) {
  return { brand: realBrand(brandId), sandbox: isSandbox(brandId) };
}

function placeIn(brandId: string, { requestId, campaign, cohort }: Place) {
  return { ...brandTold(brandId), request: requestId, campaign, cohort };
}
