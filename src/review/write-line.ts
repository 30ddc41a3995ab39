/** A line that a person writes: checked like any other, kept whatever the verdict, and decided like any other. */
import type { Caller } from '../domain/access.ts';
import type { NewAuditEvent } from '../domain/audit-event.ts';
import type { Candidate } from '../domain/candidate.ts';
import { factsFor } from '../domain/facts.ts';
import { seenWindowMs } from '../domain/finding.ts';
import { contentHash } from '../domain/hash.ts';
import { addMs } from '../domain/instant.ts';
import { Problem } from '../domain/problem.ts';
import { isUnderWay, type RequestCohort, settledState } from '../domain/variant-request.ts';
import { checkLine } from '../guardrails/check-line.ts';
import type { CompiledPolicies } from '../guardrails/compiled-policies.ts';
import type { Moment } from '../ports/moment.ts';
import type { CohortCase, ReviewStore, WrittenLine } from '../ports/review-store.ts';

/** Adds a person's line to a cohort. Throws `not-found`, and `cohort-busy` once the cohort is cancelled. */
export function writingLines(parts: {
  readonly store: ReviewStore;
  readonly moment: Moment;
  readonly compiled: CompiledPolicies;
}) {
  const { store, moment, compiled } = parts;
  return async (
    caller: Caller,
    brandIds: readonly string[],
    cohortId: string,
    line: { readonly text: string; readonly preheader: string | null },
  ): Promise<WrittenLine> => {
    const now = moment.now();
    const written = await store.writeLine({
      brandIds,
      cohortId,
      text: line.text,
      seenSince: addMs(now, -seenWindowMs),
      judge,
    });
    if (!written) throw new Problem('not-found', `There is no cohort ${JSON.stringify(cohortId)}.`);
    return written;

    function judge(found: CohortCase): WrittenLine {
      const { cohort, brief, release, seen, sameText } = found;
      if (cohort.state === 'cancelled')
        throw new Problem('cohort-busy', 'This cohort was cancelled; no more lines go before people.');
      const inBrief = brief.brief.cohorts.find(({ externalId }) => externalId === cohort.externalId);
      const facts = factsFor(brief.brief, inBrief);
      const candidate: Candidate = {
        id: moment.newId('candidate'),
        brandId: cohort.brandId,
        requestId: cohort.requestId,
        cohortId,
        ...line,
        angle: 'other',
        rank: 1,
        provenance: { writer: 'person', userId: caller.actor.id, editedFrom: null },
        duplicateOf: sameText,
        verdict: checkLine(line, compiled(release.policy), { facts, seen, now }),
        createdAt: now,
      };
      const isForReview = sameText === null && candidate.verdict.verdict !== 'block';
      const item = isForReview ? itemFor(candidate) : null;
      return { candidate, item, cohort: cohortAfter(found, isForReview), events: [kept(candidate, item !== null)] };
    }

    function itemFor({ id, brandId, requestId }: Candidate) {
      const of = { id: moment.newId('item'), brandId, requestId, cohortId, candidateId: id };
      return {
        ...of,
        state: 'pending' as const,
        version: 1,
        claim: null,
        firstApproval: null,
        createdAt: now,
        updatedAt: now,
      };
    }

    /** A cohort that had nothing left to decide has something again; one that is ready or drafted stays so. */
    function cohortAfter({ cohort, counts }: CohortCase, isForReview: boolean): RequestCohort {
      if (!isForReview || isUnderWay(cohort.state)) return cohort;
      const state = settledState(cohort.needed, { approved: counts.approved, pending: counts.pending + 1 });
      return { ...cohort, state, reason: state === cohort.state ? cohort.reason : null, updatedAt: now };
    }

    function kept({ id, brandId, requestId, text, preheader, duplicateOf, verdict }: Candidate, toReview: boolean) {
      const event: NewAuditEvent = {
        id: moment.newId('event'),
        chain: brandId,
        at: now,
        actor: caller.actor,
        action: 'line.written',
        subject: id,
        details: {
          requestId,
          cohortId,
          textHash: contentHash([text, preheader]),
          verdict: verdict.verdict,
          policyHash: verdict.policyHash,
          duplicateOf,
          toReview,
        },
      };
      return event;
    }
  };
}
