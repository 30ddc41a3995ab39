/** Many lines at once, as the contracts show them. */
import type { FallbackLine } from '../domain/fallback-line.ts';
import { isSandbox } from '../domain/sandbox.ts';
import type { CohortDelivery, CohortWithFallback } from '../ports/delivery-store.ts';
import type { LineCase } from '../ports/line-case.ts';
import type { CohortLinesView, LineChange } from './contracts/delivery-routes.ts';
import { lineView } from './views.ts';

/** A cohort with its lines, ranked as they were approved. */
export function cohortLinesView(delivered: CohortWithFallback): CohortLinesView {
  const { cohort, counts, campaign, brief, lines, withheld, fallback, fallbackWithheld } = delivered;
  const { id, brandId, requestId, externalId, state, needed, updatedAt } = cohort;
  return {
    id,
    brandId,
    sandbox: isSandbox(brandId),
    requestId,
    campaign: campaign.externalId,
    cohort: externalId,
    name: brief.brief.cohorts.find((each) => each.externalId === externalId)?.name ?? externalId,
    state,
    reason: lines.length >= needed ? null : whyShort(delivered),
    needed,
    counts,
    lines: lines.map((line, index) => ({ ...lineView(line), rank: index + 1 })),
    withheld: withheld.map(({ line, reason }) => ({ id: line.line.id, reason })),
    fallback: fallback && givenFallback(fallback),
    fallbackWithheld: [...fallbackWithheld],
    updatedAt,
  };
}

/** A line's change: with the line where it may be used, and else with the reason alone. */
export function lineChangeView({
  line,
  reason,
}: {
  readonly line: LineCase;
  readonly reason: string | null;
}): LineChange {
  const { id, brandId, requestId, state, updatedAt } = line.line;
  return {
    id,
    brandId,
    sandbox: isSandbox(brandId),
    requestId,
    campaign: line.campaign.externalId,
    cohort: line.cohortExternalId,
    state,
    reason,
    line: reason === null ? lineView(line) : null,
    updatedAt,
  };
}

function givenFallback(line: FallbackLine): CohortLinesView['fallback'] {
  const { id, text, preheader, dialect, textHash, approvedBy, approvedAt } = line;
  return { fallback: true, id, text, preheader, dialect, textHash, approvedBy, approvedAt };
}

function whyShort({ cohort, counts, lines, withheld }: CohortDelivery): string {
  if (cohort.reason !== null) return cohort.reason;
  const pending = counts.pending === 0 ? '' : ` ${counts.pending} wait for a person.`;
  const held = withheld.length === 0 ? '' : ` ${withheld.length} approved must not go out now; see withheld.`;
  return `${lines.length} of the ${cohort.needed} lines it needs may go out.${held}${pending}`;
}
