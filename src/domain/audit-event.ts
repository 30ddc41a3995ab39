/** The audit chain: every event carries the hash of the one before it. */
import * as z from 'zod';
import { Actor } from './access.ts';
import { canonicalJson, contentHash, type Json, sha256Hex } from './hash.ts';
import { Instant } from './instant.ts';

/** The chain of what belongs to no brand. Every brand has a chain of its own, named by its id. */
export const installationChain = '@installation';

export const AuditAction = z.enum([
  'brand.imported',
  'brand.paused',
  'brand.resumed',
  'brand.sandboxed',
  'policy.published',
  'user.created',
  'user.disabled',
  'user.enabled',
  'client.created',
  'membership.granted',
  'membership.revoked',
  'key.created',
  'key.rotated',
  'key.revoked',
  'link.made',
  'session.started',
  'session.ended',
  'sessions.ended',
  'password.set',
  'request.accepted',
  'request.repeated',
  'brief.revised',
  'request.drafted',
  'request.cancelled',
  'cohort.retried',
  'reply.received',
  'candidates.kept',
  'cohort.failed',
  'cohort.exhausted',
  'cohort.closed',
  'cohort.ready',
  'cohort.cancelled',
  'cohort.noted',
  'line.written',
  'line.commented',
  'line.copied',
  'line.reworded',
  'item.rejudged',
  'item.expired',
  'item.undone',
  'item.approved-once',
  'override.asked',
  'override.granted',
  'override.refused',
  'line.approved',
  'line.rejected',
  'line.delivered',
  'line.used',
  'outcomes.reported',
  'line.revalidated',
  'line.voided',
  'line.recalled',
  'line.expired',
  'line.undone',
  'fallback.approved',
  'fallback.delivered',
  'fallback.recalled',
  'webhook.added',
  'webhook.changed',
  'webhook.secret-rotated',
  'webhook.disabled',
  'webhook.removed',
  'webhook.resent',
]);
export type AuditAction = z.infer<typeof AuditAction>;

/** An event before it is chained. */
export type NewAuditEvent = {
  readonly id: string;
  /** A brand's id or `installationChain`. */
  readonly chain: string;
  readonly at: Instant;
  readonly actor: Actor;
  readonly action: AuditAction;
  readonly subject: string;
  readonly details: { readonly [key: string]: Json };
  /** Personal data: kept beside the chain, which holds only a salted commitment to it. */
  readonly personal?: { readonly salt: string; readonly value: string };
};

export const AuditEvent = z.strictObject({
  id: z.string(),
  chain: z.string(),
  /** From 1, without gaps. */
  sequence: z.int().positive(),
  at: Instant,
  actor: Actor,
  action: AuditAction,
  /** The id of what it is about. */
  subject: z.string(),
  details: z.record(z.string(), z.json()),
  /** SHA-256 over salt and value of the personal data that lies beside the chain, or `null` where there is none. */
  commitment: z.string().nullable(),
  /** The hash of the event before; 64 zeros at the first. */
  previousHash: z.string(),
  hash: z.string(),
});
export type AuditEvent = z.infer<typeof AuditEvent>;

/** The hash before the first event of a chain. */
export const noHash = '0'.repeat(64);

/** Where a chain ends. */
export type ChainHead = { readonly sequence: number; readonly hash: string };

/** The event that follows `head`, and the bytes its hash was taken over (to be stored as they are). */
export function sealEvent(
  event: NewAuditEvent,
  head: ChainHead,
): { readonly event: AuditEvent; readonly body: string } {
  const { personal, ...open } = event;
  const sealed = {
    ...open,
    details: detailsOf(open.details),
    sequence: head.sequence + 1,
    commitment: personal ? commitmentTo(personal) : null,
    previousHash: head.hash,
  };
  const body = canonicalJson(sealed);
  return { event: { ...sealed, hash: sha256Hex(body) }, body };
}

/** What the chain keeps of personal data: it can be proven while the data is there, and says nothing once it is gone. */
export function commitmentTo(personal: { readonly salt: string; readonly value: string }): string {
  return contentHash([personal.salt, personal.value]);
}

/**
 * Why `body` with `hash` is not the event that follows `head`, or `null` where it is.
 * `body` is the stored canonical JSON of the event without its hash.
 */
export function brokenLink(body: string, hash: string, head: ChainHead): string | null {
  if (sha256Hex(body) !== hash) return 'its content does not have its hash';
  const event: unknown = JSON.parse(body);
  const link = z.object({ sequence: z.int(), previousHash: z.string() }).safeParse(event);
  if (!link.success) return 'it is not an audit event';
  if (link.data.sequence !== head.sequence + 1) return `its number is ${link.data.sequence} after ${head.sequence}`;
  return link.data.previousHash === head.hash ? null : 'it does not follow the event before it';
}

function detailsOf(details: NewAuditEvent['details']): AuditEvent['details'] {
  const asJson: AuditEvent['details'] = JSON.parse(canonicalJson(details));
  return asJson;
}
