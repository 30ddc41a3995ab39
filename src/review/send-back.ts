/** Sending a line back: it is rejected with a word on what to change, and another is drafted with that word as its note. */
import type { Caller } from '../domain/access.ts';
import { seenWindowMs } from '../domain/finding.ts';
import { addMs } from '../domain/instant.ts';
import { Problem } from '../domain/problem.ts';
import { isUnderWay, type RequestCohort } from '../domain/variant-request.ts';
import type { CompiledPolicies } from '../guardrails/compiled-policies.ts';
import type { JobQueue, NewJob } from '../ports/job-queue.ts';
import type { LineActsStore, SentBack } from '../ports/line-acts-store.ts';
import type { Moment } from '../ports/moment.ts';
import type { ReviewCase, Ruling } from '../ports/review-store.ts';
import { ruleOn } from './rule-on.ts';

/** Throws `not-found`, the lost races of `decided`, and `cohort-busy` while the cohort is drafted or once it is cancelled. */
export function sendingBack(parts: {
  readonly store: LineActsStore;
  readonly moment: Moment;
  readonly compiled: CompiledPolicies;
  readonly queue: Pick<JobQueue<'draft-cohort'>, 'wake'>;
  readonly jobFor: (cohort: Pick<RequestCohort, 'id' | 'brandId' | 'run'>) => NewJob;
}) {
  const { store, moment, compiled, queue, jobFor } = parts;
  return async (
    caller: Caller,
    brandIds: readonly string[],
    itemId: string,
    { version, wish }: { readonly version: number; readonly wish: string },
  ): Promise<Ruling> => {
    const now = moment.now();
    const sent = await store.sendBack({ brandIds, itemId, seenSince: addMs(now, -seenWindowMs) }, judge);
    if (!sent) throw new Problem('not-found', `There is no line ${itemId} in review.`);
    queue.wake();
    return sent.ruling;

    function judge(reviewCase: ReviewCase): SentBack {
      const { cohort } = reviewCase;
      if (isUnderWay(cohort.state))
        throw new Problem('cohort-busy', 'This cohort is being drafted. Send the line back once its lines are there.');
      if (cohort.state === 'cancelled')
        throw new Problem(
          'cohort-busy',
          'This cohort was cancelled; nothing more is drafted. Reject the line instead.',
        );
      const decision = { kind: 'reject', reason: 'other', comment: wish } as const;
      const ruling = ruleOn(reviewCase, decision, { by: caller.actor, version, now, moment, compiled });
      return { ruling, wish: { note: wish, count: 1, jobFor: runJob(cohort), eventFor } };
    }

    function runJob({ id, brandId }: RequestCohort): (run: number) => NewJob {
      return (run) => jobFor({ id, brandId, run });
    }

    function eventFor({ id, brandId, requestId, externalId, run, state }: RequestCohort) {
      return {
        id: moment.newId('event'),
        chain: brandId,
        at: now,
        actor: caller.actor,
        action: 'cohort.noted' as const,
        subject: id,
        details: { requestId, cohort: externalId, run, count: 1, after: state, sentBack: itemId },
        personal: { salt: moment.randomHex(16), value: wish },
      };
    }
  };
}
