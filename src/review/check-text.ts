/** Checking a text that somebody types for a line in review: what saving it would find, and nothing is stored. */
import { factsFor } from '../domain/facts.ts';
import { seenWindowMs } from '../domain/finding.ts';
import type { CheckedText } from '../domain/inbox.ts';
import { addMs } from '../domain/instant.ts';
import { Problem } from '../domain/problem.ts';
import { checkLine } from '../guardrails/check-line.ts';
import type { CompiledPolicies } from '../guardrails/compiled-policies.ts';
import { inboxRenderings } from '../guardrails/inbox-renderings.ts';
import type { Moment } from '../ports/moment.ts';
import type { ReviewStore } from '../ports/review-store.ts';
import { keptSeen } from './kept-seen.ts';

/** Checks a text by the facts, the policy and the seen lines of an item. Throws `not-found`. */
export function checkingTexts(parts: {
  readonly store: Pick<ReviewStore, 'reviewCase'>;
  readonly moment: Moment;
  readonly compiled: CompiledPolicies;
}) {
  const { store, moment, compiled } = parts;
  const keep = keptSeen();
  return async (
    brandIds: readonly string[],
    itemId: string,
    line: { readonly text: string; readonly preheader: string | null },
  ): Promise<CheckedText> => {
    const now = moment.now();
    const found = await store.reviewCase(brandIds, itemId, addMs(now, -seenWindowMs));
    if (!found) throw new Problem('not-found', `There is no line ${itemId} in review.`);
    const { brief, cohort, release, brand } = found;
    const seen = keep(`${brand.id} ${cohort.externalId}`, found.seen);
    const policy = compiled(release.policy);
    const facts = factsFor(
      brief.brief,
      brief.brief.cohorts.find(({ externalId }) => externalId === cohort.externalId),
    );
    const { basis: _, ...verdict } = checkLine(line, policy, { facts, seen, now });
    return {
      brandId: brand.id,
      verdict,
      policySince: release.publishedAt,
      sender: brand.profile.senderName ?? brand.profile.name,
      renderings: inboxRenderings(line, policy, facts, verdict.findings),
    };
  };
}
