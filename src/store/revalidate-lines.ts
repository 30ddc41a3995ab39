/**
 * Judges every live line of a brand under the policy that was just published, within the transaction that did it, and
 * settles the cohorts that lost lines.
 */
import type { Override } from '../domain/override.ts';
import type { PolicyRelease } from '../domain/policy.ts';
import type { CohortCounts, RequestCohort } from '../domain/variant-request.ts';
import type { Revalidation } from '../ports/brand-store.ts';
import type { LineCase } from '../ports/line-case.ts';
import { among } from './among.ts';
import type { HeldChains } from './audit-chain.ts';
import type { BriefShelf } from './brief-shelf.ts';
import { cohortCounts } from './cohort-counts.ts';
import type { Writing } from './database.ts';
import { saveCohort } from './drafting-acts.ts';
import { escapeNullable } from './escape-text.ts';
import { lineCases, selectLineCases } from './line-cases.ts';
import { grantedOverrides } from './override-rows.ts';
import { cohortOf } from './request-rows.ts';
import { lineRow, rewriteLines } from './review-rows.ts';

/** Lines held in memory at once. */
const batch = 500;

/** Gives back how many lines were judged. */
export async function revalidateLines(parts: {
  readonly trx: Writing;
  readonly chains: HeldChains;
  readonly shelf: BriefShelf;
  readonly release: PolicyRelease;
  readonly revalidate: (lineCase: LineCase, release: PolicyRelease, override: Override | null) => Revalidation;
  readonly settle: (cohort: RequestCohort, counts: CohortCounts) => RequestCohort;
}): Promise<number> {
  const { trx, chains, shelf, release, revalidate, settle } = parts;
  let judged = 0;
  const losing = new Set<string>();
  for (let after = ''; ; ) {
    const cases = await liveCases(trx, shelf, release.brandId, after);
    const last = cases.at(-1);
    if (!last) break;
    const overrideOf = await grantedOverrides(
      trx,
      cases.map(({ line }) => line.candidateId),
    );
    const verdicts = cases.map((lineCase) =>
      revalidate(lineCase, release, overrideOf.get(lineCase.line.candidateId) ?? null),
    );
    await rewriteLines(
      trx,
      verdicts.map(({ line }, index) => lineRow(line, cases[index]?.cohortExternalId ?? '')),
    );
    await chains.append(verdicts.flatMap(({ events }) => events));
    for (const { line } of verdicts) if (line.state !== 'live') losing.add(line.cohortId);
    judged += cases.length;
    after = last.line.id;
  }
  await settleCohorts(trx, [...losing], settle);
  return judged;
}

async function settleCohorts(
  trx: Writing,
  ids: readonly string[],
  settle: (cohort: RequestCohort, counts: CohortCounts) => RequestCohort,
): Promise<void> {
  for (let from = 0; from < ids.length; from += batch) {
    const cohortIds = ids.slice(from, from + batch);
    const countsOf = await cohortCounts(trx, { cohortIds });
    const rows = await trx.selectFrom('cohorts').selectAll().where('id', 'in', among(cohortIds)).execute();
    for (const cohort of rows.map(cohortOf)) {
      const after = settle(cohort, countsOf(cohort.id));
      await saveCohort(trx, { ...after, reason: escapeNullable(after.reason) });
    }
  }
}

async function liveCases(trx: Writing, shelf: BriefShelf, brandId: string, after: string): Promise<LineCase[]> {
  const rows = await selectLineCases(trx)
    .where('approvedLines.brandId', '=', brandId)
    .where('approvedLines.state', '=', 'live')
    .where('approvedLines.id', '>', after)
    .orderBy('approvedLines.id')
    .limit(batch)
    .execute();
  return lineCases(trx, shelf, rows);
}
