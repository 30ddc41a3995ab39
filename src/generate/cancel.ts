/** Cancelling: nothing more is drafted or put before people. What was approved stays approved until it is recalled. */
import type { Caller } from '../domain/access.ts';
import type { NewAuditEvent } from '../domain/audit-event.ts';
import { requestDrafted } from '../domain/cohort-events.ts';
import type { RecordedDecision } from '../domain/decision.ts';
import { Problem } from '../domain/problem.ts';
import type { ReviewItem } from '../domain/review-item.ts';
import { isUnderWay, type RequestCohort } from '../domain/variant-request.ts';
import type { Cancelled, GenerationStore, ToCancel } from '../ports/generation-store.ts';
import type { Moment } from '../ports/moment.ts';
import { draftKey } from './draft-job.ts';

/** Cancels a request or one cohort of it; doing it again changes nothing. Throws `not-found`. */
export function cancelling(parts: {
  readonly store: Pick<GenerationStore, 'cancel' | 'cohort'>;
  readonly moment: Moment;
}) {
  const { store, moment } = parts;
  return {
    request: async (caller: Caller, brandIds: readonly string[], requestId: string, reason?: string): Promise<void> => {
      if (!(await cancel(caller, brandIds, { requestId }, reason)))
        throw new Problem('not-found', `There is no request ${JSON.stringify(requestId)}.`);
    },
    cohort: async (
      caller: Caller,
      brandIds: readonly string[],
      cohortId: string,
      reason?: string,
    ): Promise<RequestCohort> => {
      await cancel(caller, brandIds, { cohortId }, reason);
      const cohort = await store.cohort(brandIds, cohortId);
      if (!cohort) throw new Problem('not-found', `There is no cohort ${JSON.stringify(cohortId)}.`);
      return cohort;
    },
  };

  function cancel(
    { actor }: Caller,
    brandIds: readonly string[],
    which: { readonly requestId: string } | { readonly cohortId: string },
    reason: string | undefined,
  ): Promise<boolean> {
    const at = moment.now();
    const words = reason === undefined ? 'Cancelled.' : `Cancelled: ${reason}`;
    return store.cancel({ brandIds, which, at, reason: words, judge });

    function judge({ campaign, cohorts, pending, others }: ToCancel): Cancelled {
      const [first] = cohorts;
      const names = { campaignId: campaign.id, campaign: campaign.externalId };
      const events = cohorts.map((cohort): NewAuditEvent => {
        const details = { ...names, requestId: cohort.requestId, cohort: cohort.externalId, after: cohort.state };
        return told({ ...stamp(), chain: cohort.brandId, action: 'cohort.cancelled', subject: cohort.id, details });
      });
      if (first && others.every((state) => state === 'cancelled')) {
        const about = { ...stamp(), chain: first.brandId, subject: first.requestId };
        events.push(told({ ...about, action: 'request.cancelled', details: { ...names, cohorts: cohorts.length } }));
      } else if (first && cohorts.some(({ state }) => isUnderWay(state)) && !others.some(isUnderWay)) {
        events.push(requestDrafted(first, campaign, stamp()));
      }
      const jobKeys = cohorts.filter(({ state }) => isUnderWay(state)).map(draftKey);
      return { decisions: pending.map(notNeeded), jobKeys, events };
    }

    function stamp() {
      return { id: moment.newId('event'), at, actor };
    }

    function told(event: NewAuditEvent): NewAuditEvent {
      return reason === undefined ? event : { ...event, personal: { salt: moment.randomHex(16), value: reason } };
    }

    function notNeeded({ id, brandId }: ReviewItem): RecordedDecision {
      return {
        id: moment.newId('decision'),
        brandId,
        itemId: id,
        kind: 'not-needed',
        candidateId: null,
        isFirstOfTwo: false,
        reason: 'not-needed',
        warningsPassed: null,
        comment: null,
        decidedBy: actor.id,
        decidedAt: at,
      };
    }
  }
}
