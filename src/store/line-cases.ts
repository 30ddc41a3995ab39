/** Approved lines with everything their validity hangs on. */
import { sql } from 'kysely';
import type { LineCase } from '../ports/line-case.ts';
import type { BriefShelf } from './brief-shelf.ts';
import type { Reading } from './database.ts';
import { unescapeText } from './escape-text.ts';
import { lineOf } from './review-rows.ts';

/** Lines joined with their campaign, the brief of their request and the policy in force; conditions are the caller's. */
export function selectLineCases(db: Reading) {
  return db
    .selectFrom('approvedLines')
    .innerJoin('campaigns', 'campaigns.id', 'approvedLines.campaignId')
    .innerJoin('requests', 'requests.id', 'approvedLines.requestId')
    .innerJoin('policyReleases', (join) =>
      join
        .onRef('policyReleases.brandId', '=', 'approvedLines.brandId')
        .on('policyReleases.state', '=', sql.lit('published')),
    )
    .selectAll('approvedLines')
    .select([
      'campaigns.externalId as campaignExternalId',
      'campaigns.name as campaignName',
      'requests.briefId',
      'policyReleases.policyHash as policyInForce',
    ]);
}

type LineCaseRow = Awaited<ReturnType<ReturnType<typeof selectLineCases>['execute']>>[number];

/** The cases of rows, their briefs taken from the shelf. */
export async function lineCases(db: Reading, shelf: BriefShelf, rows: readonly LineCaseRow[]): Promise<LineCase[]> {
  const briefOf = await shelf.takeAll(
    db,
    rows.map(({ briefId }) => briefId),
  );
  return rows.map(({ campaignExternalId, campaignName, briefId, policyInForce, ...row }) => ({
    line: lineOf(row),
    place: row.place,
    brief: briefOf(briefId),
    cohortExternalId: unescapeText(row.cohortExternalId),
    campaign: { externalId: unescapeText(campaignExternalId), name: unescapeText(campaignName) },
    policyHash: policyInForce,
  }));
}
