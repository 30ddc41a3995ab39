/** Trying a text out against a brand's policy: what it would find, and how inboxes would show it. Nothing is stored. */

import type { BriefRevision } from '../domain/brief.ts';
import { factsFor } from '../domain/facts.ts';
import { seenWindowMs } from '../domain/finding.ts';
import type { CheckedText } from '../domain/inbox.ts';
import { addMs } from '../domain/instant.ts';
import { Problem } from '../domain/problem.ts';
import { checkLine } from '../guardrails/check-line.ts';
import type { CompiledPolicies } from '../guardrails/compiled-policies.ts';
import { inboxRenderings } from '../guardrails/inbox-renderings.ts';
import type { BrandStore } from '../ports/brand-store.ts';
import type { Neighbours } from '../ports/line-case.ts';
import type { Moment } from '../ports/moment.ts';

/** A text with the brief and cohort it is tried for; without a brief no fact is known. */
export type TriedText = {
  readonly text: string;
  readonly preheader: string | null;
  readonly brief: string | null;
  /** External id. */
  readonly cohort: string | null;
};

/** Tries texts. Throws `not-found` for a brand or brief that is not there, `invalid-request` for such a cohort. */
export function tryingTexts(parts: {
  readonly brands: Pick<BrandStore, 'brand'>;
  /** Throws `not-found`. */
  readonly briefOf: (brandIds: readonly string[], briefId: string) => Promise<BriefRevision>;
  readonly neighbours: Neighbours;
  readonly moment: Moment;
  readonly compiled: CompiledPolicies;
}) {
  const { brands, briefOf, neighbours, moment, compiled } = parts;
  return async (brandIds: readonly string[], brandId: string, tried: TriedText): Promise<CheckedText> => {
    const inForce = brandIds.includes(brandId) ? await brands.brand(brandId) : null;
    if (!inForce) throw new Problem('not-found', `There is no brand ${JSON.stringify(brandId)} among yours.`);
    const { brand, release } = inForce;
    const now = moment.now();
    // A brief of another brand of theirs says nothing about this one.
    const revision = tried.brief === null ? null : await briefOf([brandId], tried.brief);
    const { cohort: cohortExternalId } = tried;
    const cohort = revision?.brief.cohorts.find(({ externalId }) => externalId === cohortExternalId);
    if (cohortExternalId !== null && !cohort) throw noCohort(cohortExternalId);
    const facts = revision ? factsFor(revision.brief, cohort) : undefined;
    const seen = cohort
      ? await neighbours.seenBy({ brandId, cohortExternalId: cohort.externalId, since: addMs(now, -seenWindowMs) })
      : [];
    const policy = compiled(release.policy);
    const line = { text: tried.text, preheader: tried.preheader };
    const { basis: _, ...verdict } = checkLine(line, policy, { facts, seen, now });
    return {
      brandId,
      verdict,
      policySince: release.publishedAt,
      sender: brand.profile.senderName ?? brand.profile.name,
      renderings: inboxRenderings(line, policy, facts, verdict.findings),
    };
  };
}

function noCohort(externalId: string): Problem {
  const detail = `The brief has no cohort ${JSON.stringify(externalId)}. Give its brief, or leave the cohort out.`;
  return new Problem('invalid-request', detail, { mistakes: [{ pointer: '#/cohort', detail }] });
}
