/** Candidates from their rows, with the lists of lines they were compared with, which many of them share. */
import * as z from 'zod';
import type { Candidate } from '../domain/candidate.ts';
import { SeenLine } from '../domain/finding.ts';
import { among } from './among.ts';
import { candidateOf } from './candidate-rows.ts';
import type { Reading } from './database.ts';
import type { CandidateRow } from './drafting-tables.ts';
import { recent } from './parse-once.ts';

const List = z.array(SeenLine);

/** By hash, and so never out of date. */
const held = recent<SeenLine[]>();

/** The candidates of rows, in their order. */
export async function readCandidates(db: Reading, rows: readonly CandidateRow[]): Promise<Candidate[]> {
  const lists = await listsOf(db, rows);
  return rows.map((row) => {
    const candidate = candidateOf(row);
    if (row.listHash === null) return candidate;
    const neighbours = lists.get(row.listHash);
    if (!neighbours) throw new Error(`The lines that candidate ${row.id} was compared with are missing.`);
    // After the parsing, so that a long list is not parsed again for each of its candidates.
    const basis = { ...candidate.verdict.basis, neighbours };
    return { ...candidate, verdict: { ...candidate.verdict, basis } };
  });
}

async function listsOf(db: Reading, rows: readonly CandidateRow[]): Promise<ReadonlyMap<string, SeenLine[]>> {
  const lists = new Map<string, SeenLine[]>();
  const missing = new Set<string>();
  for (const { listHash } of rows) {
    const known = listHash === null ? undefined : held.get(listHash);
    if (listHash !== null && known) lists.set(listHash, known);
    else if (listHash !== null) missing.add(listHash);
  }
  if (missing.size === 0) return lists;
  const read = await db
    .selectFrom('neighbourLists')
    .selectAll()
    .where('listHash', 'in', [...missing])
    .where('brandId', 'in', among([...new Set(rows.map(({ brandId }) => brandId))]))
    .execute();
  for (const { listHash, listDocument } of read)
    lists.set(listHash, held.keep(listHash, List.parse(JSON.parse(listDocument))));
  return lists;
}
