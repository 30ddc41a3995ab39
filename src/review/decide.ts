/** Taking a decision on one line: judged in the transaction that writes it. */
import type { Caller } from '../domain/access.ts';
import type { Decision } from '../domain/decision.ts';
import { seenWindowMs } from '../domain/finding.ts';
import { addMs } from '../domain/instant.ts';
import { Problem } from '../domain/problem.ts';
import type { CompiledPolicies } from '../guardrails/compiled-policies.ts';
import type { Moment } from '../ports/moment.ts';
import type { ReviewStore, Ruling } from '../ports/review-store.ts';
import { ruleOn } from './rule-on.ts';

/**
 * Decides one line. Throws `not-found`, the lost races of `decided`, `blocked-by-policy` and `warning-needs-reason`
 * (both with the verdict).
 */
export function deciding(parts: {
  readonly store: ReviewStore;
  readonly moment: Moment;
  readonly compiled: CompiledPolicies;
}) {
  return async (
    caller: Caller,
    brandIds: readonly string[],
    itemId: string,
    version: number,
    decision: Decision,
  ): Promise<Ruling> => {
    const now = parts.moment.now();
    const ruling = await parts.store.decide(brandIds, itemId, addMs(now, -seenWindowMs), (reviewCase) =>
      ruleOn(reviewCase, decision, { by: caller.actor, version, now, moment: parts.moment, compiled: parts.compiled }),
    );
    if (!ruling) throw new Problem('not-found', `There is no line ${itemId} in review.`);
    return ruling;
  };
}
