/** What access/ tells the audit chain of the installation: who let whom in. */
import type { Actor } from '../domain/access.ts';
import { type AuditAction, installationChain, type NewAuditEvent } from '../domain/audit-event.ts';
import type { Moment } from '../ports/moment.ts';

/** An event of the installation, at this instant. */
export function installationEvent(
  moment: Moment,
  actor: Actor,
  action: AuditAction,
  subject: string,
  details: NewAuditEvent['details'] = {},
): NewAuditEvent {
  return { id: moment.newId('event'), chain: installationChain, at: moment.now(), actor, action, subject, details };
}
