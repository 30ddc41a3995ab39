/** Judges every live line of a brand under the policy that was just published, within the transaction that did it. */
import type { PolicyRelease } from '../domain/policy.ts';
import type { Revalidation } from '../ports/brand-store.ts';
import type { LineCase } from '../ports/line-case.ts';
import type { HeldChains } from './audit-chain.ts';
import type { BriefShelf } from './brief-shelf.ts';
import type { Writing } from './database.ts';
import { lineCases, selectLineCases } from './line-cases.ts';
import { lineRow, rewriteLines } from './review-rows.ts';

/** Lines held in memory at once. */
const batch = 500;

/** Gives back how many lines were judged. */
export async function revalidateLines(parts: {
  readonly trx: Writing;
  readonly chains: HeldChains;
  readonly shelf: BriefShelf;
  readonly release: PolicyRelease;
  readonly revalidate: (lineCase: LineCase, release: PolicyRelease) => Revalidation;
}): Promise<number> {
  const { trx, chains, shelf, release, revalidate } = parts;
  let judged = 0;
  for (let after = ''; ; ) {
    const cases = await liveCases(trx, shelf, release.brandId, after);
    const last = cases.at(-1);
    if (!last) return judged;
    const verdicts = cases.map((lineCase) => revalidate(lineCase, release));
    await rewriteLines(
      trx,
      verdicts.map(({ line }, index) => lineRow(line, cases[index]?.cohortExternalId ?? '')),
    );
    await chains.append(verdicts.flatMap(({ events }) => events));
    judged += cases.length;
    after = last.line.id;
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
