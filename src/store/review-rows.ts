/** Rows of review items, decisions and approved lines, and the domain's form of them. */
import { type Selectable, sql } from 'kysely';
import { ApprovedLine } from '../domain/approved-line.ts';
import { RecordedDecision, UndoneDecision } from '../domain/decision.ts';
import { ReviewItem } from '../domain/review-item.ts';
import type { Writing } from './database.ts';
import { escapeNullable, escapeText, unescapeNullable, unescapeText } from './escape-text.ts';
import { hotQuery } from './hot-query.ts';
import { chunks, insertAll } from './insert-all.ts';
import { searchKey } from './search-key.ts';
import type { ApprovedLineRow, DecisionRow, KeptOfItem, ReviewItemRow, Tables } from './tables.ts';

/** The row of a review item. Its candidate is the one whose text stands, so that whoever joins the two finds that. */
export function itemRow({ claim, firstApproval, ...item }: ReviewItem): ReviewItemRow {
  return {
    ...item,
    claimedBy: claim?.userId ?? null,
    claimedSince: claim?.since ?? null,
    claimedUntil: claim?.until ?? null,
    firstApprovedBy: firstApproval?.userId ?? null,
    firstApprovedAt: firstApproval?.at ?? null,
    candidateId: firstApproval?.candidateId ?? item.candidateId,
    draftedCandidateId: item.candidateId,
  };
}

/** Writes what may change of an item. */
export async function saveItem(trx: Writing, item: ReviewItem): Promise<void> {
  await savedItems(trx, itemRow(item));
}

const changeable = [
  'state',
  'claimedBy',
  'claimedSince',
  'claimedUntil',
  'firstApprovedBy',
  'firstApprovedAt',
] as const;
const savedItems = hotQuery([...changeable, 'id', 'version', 'candidateId', 'updatedAt'], (db, mark) =>
  db
    .updateTable('reviewItems')
    .set({
      ...Object.fromEntries(changeable.map((column) => [column, mark(column)])),
      version: sql<number>`${mark('version')}`,
      candidateId: mark('candidateId'),
      updatedAt: mark('updatedAt'),
    })
    .where('id', '=', mark('id'))
    .compile(),
);

/** The same for many items: an insert that finds each row there. */
export async function saveItems(trx: Writing, items: readonly ReviewItem[]): Promise<void> {
  for (const some of chunks(items.map(itemRow), 1_000))
    await trx
      .insertInto('reviewItems')
      .values(some)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          state: eb.ref('excluded.state'),
          version: eb.ref('excluded.version'),
          claimedBy: eb.ref('excluded.claimedBy'),
          claimedSince: eb.ref('excluded.claimedSince'),
          claimedUntil: eb.ref('excluded.claimedUntil'),
          updatedAt: eb.ref('excluded.updatedAt'),
        })),
      )
      .execute();
}

/** The review item of a row. */
export function itemOf({
  claimedBy,
  claimedSince,
  claimedUntil,
  firstApprovedBy,
  firstApprovedAt,
  candidateId,
  draftedCandidateId,
  verdict: _verdict,
  searchKey: _key,
  ...row
}: ReviewItemRow & Partial<Selectable<KeptOfItem>>): ReviewItem {
  return ReviewItem.parse({
    ...row,
    candidateId: draftedCandidateId ?? candidateId,
    claim: claimedBy === null ? null : { userId: claimedBy, since: claimedSince, until: claimedUntil },
    firstApproval: firstApprovedBy === null ? null : { userId: firstApprovedBy, at: firstApprovedAt, candidateId },
  });
}

/** Saves decisions, and what reviewers said with them in a table of its own. */
export async function insertDecisions(trx: Writing, decisions: readonly RecordedDecision[]): Promise<void> {
  await insertAll(trx, 'decisions', decisions.map(decisionRow));
  await insertAll(trx, 'decisionComments', decisions.flatMap(commentRows));
}

/** The decision of a row that comes with its comment. */
export function decisionOf({
  comment,
  undoneAt: _,
  undoneBy: _by,
  ...row
}: DecisionRow & { comment: string | null }): RecordedDecision {
  return RecordedDecision.parse({ ...row, ...read(row, comment) });
}

/** The decision of a row that was taken back. */
export function undoneOf({ comment, ...row }: DecisionRow & { comment: string | null }): UndoneDecision {
  return UndoneDecision.parse({ ...row, ...read(row, comment) });
}

function read({ isFirstOfTwo }: Pick<DecisionRow, 'isFirstOfTwo'>, comment: string | null) {
  return { isFirstOfTwo: isFirstOfTwo === 1, comment: unescapeNullable(comment) };
}

/** The row of an approved line; `cohortExternalId` is its cohort's name in the brief. */
export function lineRow(line: ApprovedLine, cohortExternalId: string): ApprovedLineRow {
  return {
    ...line,
    cohortExternalId: escapeText(cohortExternalId),
    text: escapeText(line.text),
    preheader: escapeNullable(line.preheader),
    reason: escapeNullable(line.reason),
    searchKey: searchKey([line.text, line.preheader]),
  };
}

/** Saves a line in the next place of its cohort. The caller holds the brand's chain, so that no two get one place. */
export async function insertLine(trx: Writing, line: ApprovedLine, cohortExternalId: string): Promise<void> {
  const [before] = await lastPlaces(trx, { cohortId: line.cohortId });
  await insertAll(trx, 'approvedLines', [{ ...lineRow(line, cohortExternalId), place: (before?.last ?? 0) + 1 }]);
}

const lastPlaces = hotQuery(['cohortId'], (db, mark) =>
  db
    .selectFrom('approvedLines')
    .select(({ fn }) => fn.max<number | null>('place').as('last'))
    .where('cohortId', '=', mark('cohortId'))
    .compile(),
);

/** The approved line of a row. */
export function lineOf(stored: ApprovedLineRow & { place: number }): ApprovedLine {
  const { cohortExternalId: _, place: _place, searchKey: _key, ...row } = stored;
  return ApprovedLine.parse({
    ...row,
    text: unescapeText(row.text),
    preheader: unescapeNullable(row.preheader),
    reason: unescapeNullable(row.reason),
  });
}

function decisionRow({ comment: _, ...decision }: RecordedDecision): DecisionRow {
  return { ...decision, isFirstOfTwo: decision.isFirstOfTwo ? 1 : 0, undoneAt: null, undoneBy: null };
}

function commentRows({ id, brandId, comment }: RecordedDecision): Tables['decisionComments'][] {
  return comment === null ? [] : [{ decisionId: id, brandId, comment: escapeText(comment) }];
}

/** Writes what may change of lines: an insert that finds each row there. */
export async function rewriteLines(trx: Writing, rows: readonly ApprovedLineRow[]): Promise<void> {
  for (const some of chunks(rows, 1_000)) await rewriteSome(trx, some);
}

async function rewriteSome(trx: Writing, rows: readonly ApprovedLineRow[]): Promise<void> {
  await trx
    .insertInto('approvedLines')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({
        policyHash: eb.ref('excluded.policyHash'),
        factsHash: eb.ref('excluded.factsHash'),
        state: eb.ref('excluded.state'),
        reason: eb.ref('excluded.reason'),
        validUntil: eb.ref('excluded.validUntil'),
        updatedAt: eb.ref('excluded.updatedAt'),
      })),
    )
    .execute();
}
