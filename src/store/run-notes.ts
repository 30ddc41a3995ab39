/** Notes that runs were asked for with, as rows. */
import { RunNote } from '../domain/run-note.ts';
import type { Reading } from './database.ts';
import { escapeText, unescapeText } from './escape-text.ts';
import type { RunRow } from './tables.ts';

/** The row of a note on a cohort's run, and of the rejection it goes with. */
export function runRow(note: RunNote, of: Pick<RunRow, 'cohortId' | 'brandId' | 'decisionId'>): RunRow {
  const { cohortId, brandId, decisionId } = of;
  return { cohortId, brandId, decisionId, ...note, note: escapeText(note.note) };
}

/** Which of these decisions sent their line back. */
export async function sentBackBy(db: Reading, cohortId: string, decisionIds: readonly string[]): Promise<string[]> {
  if (decisionIds.length === 0) return [];
  const rows = await db
    .selectFrom('runs')
    .select('decisionId')
    .where('cohortId', '=', cohortId)
    .where('decisionId', 'in', decisionIds)
    .execute();
  return rows.flatMap(({ decisionId }) => decisionId ?? []);
}

/** The note of a run, `null` where it was asked for without one. */
export async function noteOfRun(db: Reading, cohortId: string, run: number): Promise<RunNote | null> {
  const row = await db
    .selectFrom('runs')
    .select(['run', 'note', 'count', 'askedIn', 'askedBy', 'askedAt'])
    .where('cohortId', '=', cohortId)
    .where('run', '=', run)
    .executeTakeFirst();
  return row ? RunNote.parse({ ...row, note: unescapeText(row.note) }) : null;
}

/** The notes of several runs; `null` where a run was asked for without one. */
export async function notesOfRuns(
  db: Reading,
  runs: readonly Pick<RunRow, 'cohortId' | 'run'>[],
): Promise<(cohortId: string, run: number) => RunNote | null> {
  if (runs.length === 0) return () => null;
  const rows = await db
    .selectFrom('runs')
    .select(['cohortId', 'run', 'note', 'count', 'askedIn', 'askedBy', 'askedAt'])
    .where('cohortId', 'in', [...new Set(runs.map(({ cohortId }) => cohortId))])
    .execute();
  const notes = new Map(
    rows.map(({ cohortId, ...row }) => [
      `${cohortId} ${row.run}`,
      RunNote.parse({ ...row, note: unescapeText(row.note) }),
    ]),
  );
  return (cohortId, run) => notes.get(`${cohortId} ${run}`) ?? null;
}
