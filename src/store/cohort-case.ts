/** What a text that a person wants for a cohort is judged by, read in the transaction that keeps it. */
import type { CohortCase } from '../ports/review-store.ts';
import { brandInForce } from './brand-store.ts';
import type { BriefShelf } from './brief-shelf.ts';
import { countsOfCohort } from './cohort-counts.ts';
import type { Writing } from './database.ts';
import { escapeText } from './escape-text.ts';
import { requestFrame } from './request-frame.ts';
import { cohortOf } from './request-rows.ts';
import { seenLines } from './seen-lines.ts';
import type { CohortRow } from './tables.ts';

/** The case of a locked cohort. */
export async function readCohortCase(
  trx: Writing,
  shelf: BriefShelf,
  row: CohortRow,
  { text, seenSince }: { readonly text: string; readonly seenSince: string },
): Promise<CohortCase> {
  const inForce = await brandInForce(trx, row.brandId);
  if (!inForce) throw new Error(`The brand ${row.brandId} has no published policy.`);
  const { campaign, brief } = await requestFrame(trx, shelf, row.requestId);
  const cohort = cohortOf(row);
  const earlier = await trx
    .selectFrom('candidates')
    .select('id')
    .where('cohortId', '=', row.id)
    .where('text', '=', escapeText(text))
    .orderBy('id')
    .executeTakeFirst();
  return {
    ...inForce,
    cohort,
    campaign,
    brief,
    counts: await countsOfCohort(trx, row.id),
    seen: await seenLines(trx, { brandId: row.brandId, cohortExternalId: cohort.externalId, since: seenSince }),
    sameText: earlier?.id ?? null,
  };
}
