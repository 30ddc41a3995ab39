/** Publishing a policy: every live line of the brand is judged by it in the same transaction. */
import type { Actor } from '../domain/access.ts';
import type { AuditAction, NewAuditEvent } from '../domain/audit-event.ts';
import { factsFor } from '../domain/facts.ts';
import { blocksLeft, type Override } from '../domain/override.ts';
import type { PolicyRelease } from '../domain/policy.ts';
import { Problem } from '../domain/problem.ts';
import { withFewerLines } from '../domain/variant-request.ts';
import { checkLine } from '../guardrails/check-line.ts';
import type { CompiledPolicies } from '../guardrails/compiled-policies.ts';
import type { BrandStore, Revalidation } from '../ports/brand-store.ts';
import type { LineCase } from '../ports/line-case.ts';
import type { Moment } from '../ports/moment.ts';

/**
 * Publishes a draft. A live line that it blocks is void from that instant; the others are bound to it.
 * A cohort that lost lines waits for people again, or says that it has too few.
 */
export function publishingPolicies(parts: {
  readonly store: BrandStore;
  readonly moment: Moment;
  readonly compiled: CompiledPolicies;
}) {
  const { store, moment, compiled } = parts;
  return async (brandId: string, releaseId: string, by: Actor): Promise<{ judged: number; voided: number }> => {
    const publishedAt = moment.now();
    let voided = 0;
    const published = { action: 'policy.published', subject: releaseId, details: {} } as const;
    const judged = await store.publish({
      brandId,
      releaseId,
      publishedAt,
      events: [event(published)],
      revalidate: (lineCase, release, override) => {
        const revalidation = revalidated(lineCase, release, override);
        if (revalidation.line.state === 'void') voided += 1;
        return revalidation;
      },
      settle: (cohort, counts) =>
        withFewerLines(cohort, counts, { why: 'A new policy blocks a line it had', at: publishedAt }),
    });
    if (judged === null) throw new Problem('not-found', `There is no draft ${releaseId} of the brand ${brandId}.`);
    return { judged, voided };

    function revalidated(
      { line, brief, cohortExternalId }: LineCase,
      release: PolicyRelease,
      override: Override | null,
    ): Revalidation {
      const cohort = brief.brief.cohorts.find(({ externalId }) => externalId === cohortExternalId);
      const facts = factsFor(brief.brief, cohort);
      // A line is not held against the lines of its own readers here: it was when it was approved.
      const verdict = checkLine(line, compiled(release.policy), { facts, now: publishedAt });
      const rules = blocksLeft(verdict, { id: line.candidateId }, override).map(({ rule }) => rule);
      const details = { policyHash: release.policyHash, verdict: verdict.verdict, rules };
      const changed = { ...line, policyHash: release.policyHash, updatedAt: publishedAt };
      if (rules.length === 0)
        return { line: changed, events: [event({ action: 'line.revalidated', subject: line.id, details })] };
      const reason = `the policy published on ${publishedAt} blocks it (${[...new Set(rules)].join(', ')})`;
      return {
        line: { ...changed, state: 'void', reason },
        events: [event({ action: 'line.voided', subject: line.id, details })],
      };
    }

    function event(what: {
      readonly action: AuditAction;
      readonly subject: string;
      readonly details: NewAuditEvent['details'];
    }): NewAuditEvent {
      return { id: moment.newId('event'), chain: brandId, at: publishedAt, actor: by, ...what };
    }
  };
}
