/** Approves a text for a cohort in one transaction: candidate, item, decision and line. */
import type { CopiedLine, LineActsStore } from '../ports/line-acts-store.ts';
import type { BriefShelf } from './brief-shelf.ts';
import { insertCandidates } from './candidate-rows.ts';
import type { Database } from './database.ts';
import { saveCohort } from './drafting-acts.ts';
import { escapeNullable } from './escape-text.ts';
import { refuseSimulation } from './refuse-simulation.ts';
import { insertDecisions, insertLine, itemRow } from './review-rows.ts';
import { onLockedCohort } from './write-line.ts';

/** `null` where there is no such cohort. What `judge` throws undoes everything. */
export function copyLine(
  database: Database,
  shelf: BriefShelf,
  which: Parameters<LineActsStore['copy']>[0],
  judge: Parameters<LineActsStore['copy']>[1],
): Promise<CopiedLine | null> {
  return onLockedCohort(database, shelf, which, async (trx, found, chains) => {
    const copied = judge(found);
    await refuseSimulation(trx, found.cohort.brandId, [copied.decision]);
    await insertCandidates(trx, [copied.candidate]);
    await trx.insertInto('reviewItems').values(itemRow(copied.item)).execute();
    await insertDecisions(trx, [copied.decision]);
    if (copied.line) await insertLine(trx, copied.line, found.cohort.externalId);
    const { id } = found.cohort;
    await saveCohort(trx, { ...copied.cohort, id, reason: escapeNullable(copied.cohort.reason) });
    await chains.append(copied.events);
    return copied;
  });
}
