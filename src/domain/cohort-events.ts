/** What the audit log says when a cohort gets its lines and when a request is drafted, whichever act brought it about. */
import type { Actor } from './access.ts';
import type { NewAuditEvent } from './audit-event.ts';
import type { Campaign } from './campaign.ts';
import type { Instant } from './instant.ts';
import type { RequestCohort } from './variant-request.ts';

/** Who brought it about, when, and the event's id. */
export type Stamp = { readonly id: string; readonly at: Instant; readonly actor: Actor };

/** The cohort has the lines it needs. Written by the act that took it from another state to `ready`. */
export function cohortReady(cohort: RequestCohort, approved: number, campaign: Campaign, by: Stamp): NewAuditEvent {
  return {
    ...by,
    chain: cohort.brandId,
    action: 'cohort.ready',
    subject: cohort.id,
    details: { ...namesOf(cohort, campaign), cohort: cohort.externalId, approved, needed: cohort.needed },
  };
}

/** No cohort of the request waits or is drafted any more. Written by the act that took the last of them out of it. */
export function requestDrafted(cohort: RequestCohort, campaign: Campaign, by: Stamp): NewAuditEvent {
  return {
    ...by,
    chain: cohort.brandId,
    action: 'request.drafted',
    subject: cohort.requestId,
    details: namesOf(cohort, campaign),
  };
}

function namesOf({ requestId }: RequestCohort, { id, externalId }: Campaign) {
  return { requestId, campaignId: id, campaign: externalId };
}
