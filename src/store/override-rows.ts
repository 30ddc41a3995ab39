/** Rows of overrides, and the domain's form of them. */
import { sql } from 'kysely';
import { Override } from '../domain/override.ts';
import type { Reading } from './database.ts';
import { escapeNullable, escapeText, unescapeNullable, unescapeText } from './escape-text.ts';
import { hotListQuery } from './hot-query.ts';
import type { OverrideRow } from './override-table.ts';

/** The row of an override. */
export function overrideRow({ rules, findings, reason, answer, ...override }: Override): OverrideRow {
  return {
    ...override,
    rulesDocument: JSON.stringify(rules),
    findingsDocument: JSON.stringify(findings),
    reason: escapeText(reason),
    answer: escapeNullable(answer),
  };
}

/** The override of a row. */
export function overrideOf({ rulesDocument, findingsDocument, reason, answer, ...row }: OverrideRow): Override {
  return Override.parse({
    ...row,
    rules: JSON.parse(rulesDocument),
    findings: JSON.parse(findingsDocument),
    reason: unescapeText(reason),
    answer: unescapeNullable(answer),
  });
}

const grantedFor = hotListQuery((db, candidateIds) =>
  db
    .selectFrom('overrides')
    .selectAll()
    .where('candidateId', 'in', candidateIds)
    .where('state', '=', sql.lit('granted'))
    .compile(),
);
const everyFor = hotListQuery((db, candidateIds) =>
  db.selectFrom('overrides').selectAll().where('candidateId', 'in', candidateIds).orderBy('id').compile(),
);

/** The newest override of each candidate that has one, whatever was answered. */
export async function newestOverrides(
  db: Reading,
  candidateIds: readonly string[],
): Promise<ReadonlyMap<string, Override>> {
  const rows = await everyFor(db, candidateIds);
  return new Map(rows.map((row) => [row.candidateId, overrideOf(row)]));
}

/** The overrides that were granted, by the candidate they are for. */
export async function grantedOverrides(
  db: Reading,
  candidateIds: readonly string[],
): Promise<ReadonlyMap<string, Override>> {
  const rows = await grantedFor(db, candidateIds);
  return new Map(rows.map((row) => [row.candidateId, overrideOf(row)]));
}
