/** Searching for a piece of a text, whatever its case, with the same result on both databases: neither folds all of Unicode. */
import { type Expression, type SqlBool, sql } from 'kysely';
import { escapeText } from './escape-text.ts';

/** What is searched: texts one under the other, without the difference of capital, wide and composed letters. */
export function searchKey(texts: readonly (string | null)[]): string {
  return escapeText(folded(texts.filter((text) => text !== null).join('\n')));
}

/** Whether a column of such keys holds `piece`; percent signs and underscores in it are what they are. */
export function holds(column: Expression<string>, piece: string): Expression<SqlBool> {
  const pattern = `%${escapeText(folded(piece)).replace(/[!%_]/g, '!$&')}%`;
  return sql<SqlBool>`${column} like ${pattern} escape '!'`;
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
