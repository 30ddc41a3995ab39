/** Putting another text in the place of a line that waits: checked like any other, and still to be decided by a person. */
import type { Caller } from '../domain/access.ts';
import type { Candidate } from '../domain/candidate.ts';
import { factsFor } from '../domain/facts.ts';
import { seenWindowMs } from '../domain/finding.ts';
import { contentHash } from '../domain/hash.ts';
import { addMs } from '../domain/instant.ts';
import { Problem } from '../domain/problem.ts';
import { decided } from '../domain/review-item.ts';
import { checkLine } from '../guardrails/check-line.ts';
import type { CompiledPolicies } from '../guardrails/compiled-policies.ts';
import type { LineActsStore, RewordedLine } from '../ports/line-acts-store.ts';
import type { Moment } from '../ports/moment.ts';
import type { ReviewCase } from '../ports/review-store.ts';

/** A new text, the version it was written for, and why it was. */
export type Rewording = {
  readonly version: number;
  readonly text: string;
  readonly preheader: string | null;
  readonly why: string;
};

/** Throws `not-found`, the lost races of `decided`, and `blocked-by-policy`: what is blocked goes before nobody. */
export function rewordingLines(parts: {
  readonly store: LineActsStore;
  readonly moment: Moment;
  readonly compiled: CompiledPolicies;
}) {
  const { store, moment, compiled } = parts;
  return async (
    caller: Caller,
    brandIds: readonly string[],
    itemId: string,
    { version, why, ...line }: Rewording,
  ): Promise<RewordedLine> => {
    const now = moment.now();
    const reworded = await store.reword({ brandIds, itemId, seenSince: addMs(now, -seenWindowMs) }, judge);
    if (!reworded) throw new Problem('not-found', `There is no line ${itemId} in review.`);
    return reworded;

    function judge({ item, candidate: before, cohort, brief, release, seen }: ReviewCase): RewordedLine {
      const userId = caller.actor.id;
      const state = decided(item, 'close', { userId, version, now });
      const inBrief = brief.brief.cohorts.find(({ externalId }) => externalId === cohort.externalId);
      const facts = factsFor(brief.brief, inBrief);
      const candidate: Candidate = {
        ...before,
        ...line,
        id: moment.newId('candidate'),
        provenance: { writer: 'person', userId, editedFrom: before.id },
        duplicateOf: null,
        verdict: checkLine(line, compiled(release.policy), { facts, seen, now }),
        createdAt: now,
      };
      const { basis: _, ...verdict } = candidate.verdict;
      if (verdict.verdict === 'block')
        throw new Problem('blocked-by-policy', 'The policy blocks the new text; the line stays as it is.', {
          members: { verdict },
        });
      const next = { ...item, version: 1, firstApproval: null, claim: null, createdAt: now, updatedAt: now };
      const decision = {
        id: moment.newId('decision'),
        brandId: item.brandId,
        itemId,
        kind: 'not-needed',
        candidateId: null,
        reason: 'not-needed',
        warningsPassed: null,
        comment: null,
        decidedBy: userId,
        decidedAt: now,
        isFirstOfTwo: false,
      } as const;
      const event = {
        id: moment.newId('event'),
        chain: item.brandId,
        at: now,
        actor: caller.actor,
        action: 'line.reworded' as const,
        subject: candidate.id,
        details: {
          itemId,
          from: before.id,
          why,
          textHash: contentHash([line.text, line.preheader]),
          verdict: verdict.verdict,
          policyHash: verdict.policyHash,
        },
      };
      return {
        closed: { ...item, state, version: item.version + 1, claim: null, updatedAt: now },
        decision,
        candidate,
        item: { ...next, id: moment.newId('item'), candidateId: candidate.id, state: 'pending' },
        events: [event],
      };
    }
  };
}
