/** Approving a line for another cohort of its request: checked with that cohort's facts, approved where it passes. */
import type { Caller } from '../domain/access.ts';
import type { ApprovedLine } from '../domain/approved-line.ts';
import type { Candidate } from '../domain/candidate.ts';
import type { PassReason } from '../domain/decision.ts';
import { factsFor } from '../domain/facts.ts';
import { seenWindowMs } from '../domain/finding.ts';
import { addMs } from '../domain/instant.ts';
import { Problem } from '../domain/problem.ts';
import { checkLine } from '../guardrails/check-line.ts';
import type { CompiledPolicies } from '../guardrails/compiled-policies.ts';
import type { CopiedLine, LineActsStore } from '../ports/line-acts-store.ts';
import type { Moment } from '../ports/moment.ts';
import type { CohortCase, QueueEntry, ReviewStore } from '../ports/review-store.ts';
import { ruleOn } from './rule-on.ts';

/**
 * Approves the text of an approved line for another cohort. Throws `not-found`, `approval-void` where the line is not
 * approved, `already-decided` where the cohort has the text, `cohort-busy` once the cohort is cancelled,
 * `blocked-by-policy` and `warning-needs-reason`.
 */
export function copyingLines(parts: {
  readonly store: LineActsStore;
  readonly review: Pick<ReviewStore, 'entry' | 'queueCohort'>;
  readonly moment: Moment;
  readonly compiled: CompiledPolicies;
}) {
  const { store, review, moment, compiled } = parts;
  return async (
    caller: Caller,
    brandIds: readonly string[],
    itemId: string,
    to: { readonly cohort: string; readonly warningsPassed?: PassReason | undefined },
  ): Promise<CopiedLine> => {
    const now = moment.now();
    const from = await review.entry(brandIds, itemId);
    if (!from) throw new Problem('not-found', `There is no line ${itemId} in review.`);
    const { line } = from;
    if (line?.state !== 'live')
      throw new Problem('approval-void', 'Only a line that is approved can be approved for further cohorts.');
    const target = await review.queueCohort(brandIds, to.cohort);
    if (target?.cohort.requestId !== line.requestId)
      throw new Problem('not-found', `The campaign of this line has no cohort ${to.cohort}.`);
    const which = { brandIds, cohortId: to.cohort, text: line.text, seenSince: addMs(now, -seenWindowMs) };
    const copied = await store.copy(which, (found) => judge(found, from, line));
    if (!copied) throw new Problem('not-found', `There is no cohort ${to.cohort}.`);
    return copied;

    function judge(found: CohortCase, { candidate: source }: QueueEntry, approved: ApprovedLine): CopiedLine {
      const { cohort, brief, release, seen, sameText } = found;
      if (cohort.state === 'cancelled')
        throw new Problem('cohort-busy', 'This cohort was cancelled; no more lines are approved for it.');
      if (sameText !== null)
        throw new Problem('already-decided', 'This cohort has a line with that text already. Decide it there.');
      const inBrief = brief.brief.cohorts.find(({ externalId }) => externalId === cohort.externalId);
      const text = { text: approved.text, preheader: approved.preheader };
      const facts = factsFor(brief.brief, inBrief);
      const candidate: Candidate = {
        ...source,
        ...text,
        id: moment.newId('candidate'),
        cohortId: cohort.id,
        provenance: { writer: 'person', userId: caller.actor.id, editedFrom: null, copiedFrom: approved.candidateId },
        duplicateOf: null,
        verdict: checkLine(text, compiled(release.policy), { facts, seen, now }),
        createdAt: now,
      };
      const item = {
        id: moment.newId('item'),
        brandId: cohort.brandId,
        requestId: cohort.requestId,
        cohortId: cohort.id,
        candidateId: candidate.id,
        state: 'pending' as const,
        version: 1,
        firstApproval: null,
        claim: null,
        createdAt: now,
        updatedAt: now,
      };
      const counts = { ...found.counts, pending: found.counts.pending + 1 };
      const waiting = { ...found, counts, item, candidate, decision: null, override: null };
      const decision = { kind: 'approve', warningsPassed: to.warningsPassed } as const;
      const ruling = ruleOn(waiting, decision, { by: caller.actor, version: 1, now, moment, compiled });
      const { id, brandId, requestId } = candidate;
      const copiedEvent = {
        id: moment.newId('event'),
        chain: brandId,
        at: now,
        actor: caller.actor,
        action: 'line.copied' as const,
        subject: id,
        details: { requestId, cohortId: cohort.id, from: approved.candidateId, fromItem: itemId },
      };
      return { ...ruling, candidate, events: [copiedEvent, ...ruling.events] };
    }
  };
}
