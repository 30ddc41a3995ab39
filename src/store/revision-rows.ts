/** Writes what a new revision of a brief changes. */
import type { BriefChange, CohortChange } from '../ports/brief-store.ts';
import { briefRow } from './brief-shelf.ts';
import { renewVerdicts } from './candidate-rows.ts';
import type { Writing } from './database.ts';
import { saveCohort } from './drafting-acts.ts';
import { escapeNullable, escapeText } from './escape-text.ts';
import { insertAll } from './insert-all.ts';
import { insertJobs } from './job-rows.ts';
import { queuePlace, sendAt } from './queue-order.ts';
import { cohortRow } from './request-rows.ts';
import { insertDecisions, lineRow, rewriteLines, saveItems } from './review-rows.ts';
import type { CohortRow } from './tables.ts';

/** The revision, bound to its request, with the cohorts that are new in it. `rows` are those there were. */
export async function keepRevision(trx: Writing, change: BriefChange, rows: readonly CohortRow[]): Promise<void> {
  const { revision, added, jobs } = change;
  const { brief } = revision;
  await insertAll(trx, 'briefs', [briefRow(revision)]);
  await trx
    .updateTable('requests')
    .set({ briefId: revision.id, needBy: brief.needBy ?? null })
    .where('briefId', 'in', (eb) => eb.selectFrom('briefs').select('id').where('rootId', '=', revision.rootId))
    .execute();
  await trx
    .updateTable('campaigns')
    .set({ name: escapeText(brief.campaign.name) })
    .where('id', '=', revision.campaignId)
    .execute();
  const positions = new Map(brief.cohorts.map(({ externalId }, position) => [externalId, position]));
  const placed = added.map((cohort) => cohortRow(cohort, brief, positions.get(cohort.externalId) ?? 0));
  await insertAll(trx, 'cohorts', placed);
  await insertJobs(trx, jobs);
  await moveCohorts(trx, change, rows, positions);
}

/** What becomes of cohorts, their lines, items and candidates. */
export async function keepCohortChanges(trx: Writing, changes: readonly CohortChange[]): Promise<void> {
  for (const { cohort } of changes) await saveCohort(trx, { ...cohort, reason: escapeNullable(cohort.reason) });
  await rewriteLines(
    trx,
    changes.flatMap(({ cohort, lines }) => lines.map((line) => lineRow(line, cohort.externalId))),
  );
  await saveItems(
    trx,
    changes.flatMap(({ items }) => items),
  );
  await renewVerdicts(
    trx,
    changes.flatMap(({ candidates }) => candidates),
  );
  await insertDecisions(
    trx,
    changes.flatMap(({ decisions }) => decisions),
  );
  await insertJobs(
    trx,
    changes.flatMap(({ jobs }) => jobs),
  );
}

/** The places of cohorts in the brief and in the queue, and when their mail goes out; one that left keeps what it had. */
async function moveCohorts(
  trx: Writing,
  { revision }: BriefChange,
  rows: readonly CohortRow[],
  positions: ReadonlyMap<string, number>,
): Promise<void> {
  const places = new Map(
    [...positions].map(([externalId, position]) => [escapeText(externalId), { externalId, position }]),
  );
  for (const row of rows) {
    const place = places.get(row.externalId);
    if (!place) continue;
    const now = {
      position: place.position,
      sendAt: sendAt(revision.brief, place.externalId),
      ...queuePlace(revision.brief, place.externalId),
    };
    if (
      now.position === row.position &&
      now.sendAt === row.sendAt &&
      now.urgency === row.urgency &&
      now.smallness === row.smallness
    )
      continue;
    await trx.updateTable('cohorts').set(now).where('id', '=', row.id).execute();
  }
}
