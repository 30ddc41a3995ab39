/** Acts on one line in review that write more than a decision: sending it back, and putting another in its place. */
import type { LineActsStore, RewordedLine, SentBack } from '../ports/line-acts-store.ts';
import type { BriefShelf } from './brief-shelf.ts';
import { insertCandidates } from './candidate-rows.ts';
import type { Database } from './database.ts';
import { addRun } from './drafting-acts.ts';
import { insertDecisions, itemRow, saveItem } from './review-rows.ts';
import { onLockedCase, writeRuling } from './ruling.ts';

/** `null` where there is no such line. What `judge` throws undoes everything; so below. */
export function sendLineBack(
  database: Database,
  shelf: BriefShelf,
  which: Parameters<LineActsStore['sendBack']>[0],
  judge: Parameters<LineActsStore['sendBack']>[1],
): Promise<SentBack | null> {
  return onLockedCase(database, shelf, which, async (trx, reviewCase, chains) => {
    const sent = judge(reviewCase);
    const { ruling, wish } = sent;
    await writeRuling(trx, reviewCase, ruling);
    await chains.append(ruling.events);
    const { brandId, id: cohortId } = reviewCase.cohort;
    const { decidedBy, decidedAt } = ruling.decision;
    const run = { brandId, cohortId, ...wish, askedBy: decidedBy ?? '', at: decidedAt };
    const cohort = await addRun(trx, chains, run, ruling.decision.id);
    if (!cohort) throw new Error(`The cohort ${cohortId} was judged free for a run and is not.`);
    return { ...sent, ruling: { ...ruling, cohort } };
  });
}

/** The waiting line is closed and the new one waits in its place. */
export function rewordLine(
  database: Database,
  shelf: BriefShelf,
  which: Parameters<LineActsStore['reword']>[0],
  judge: Parameters<LineActsStore['reword']>[1],
): Promise<RewordedLine | null> {
  return onLockedCase(database, shelf, which, async (trx, reviewCase, chains) => {
    const reworded = judge(reviewCase);
    await insertCandidates(trx, [reworded.candidate]);
    await saveItem(trx, { ...reworded.closed, id: reviewCase.item.id });
    await insertDecisions(trx, [reworded.decision]);
    await trx.insertInto('reviewItems').values(itemRow(reworded.item)).execute();
    await chains.append(reworded.events);
    return reworded;
  });
}
