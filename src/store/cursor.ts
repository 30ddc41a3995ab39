/** Cursors of lists: where a page ended, opaque outside. */
import * as z from 'zod';
import { Problem } from '../domain/problem.ts';
import type { Page } from '../ports/page.ts';

/** The list is named so that a cursor of another list is not taken for one of this. */
const Position = z.strictObject({ v: z.literal(1), list: z.string(), after: z.string().max(200) });

/** The id the page before ended at, or `null` at the start. Throws `bad-request` for what is no cursor of the list. */
export function afterOf(list: string, cursor: string | null): string | null {
  if (cursor === null) return null;
  const position = Position.safeParse(readJson(cursor));
  if (!position.success || position.data.list !== list || position.data.after.includes('\0'))
    throw new Problem('bad-request', 'The cursor is not one this list gave out. Start again without a cursor.');
  return position.data.after;
}

/** A page from `limit + 1` entries, the last of which only says that there is more. */
export function pageOf<Entry>(
  list: string,
  entries: readonly Entry[],
  limit: number,
  idOf: (entry: Entry) => string,
): Page<Entry> {
  const data = entries.slice(0, limit);
  const last = data.at(-1);
  if (last === undefined || entries.length <= limit) return { data, nextCursor: null };
  const position: z.infer<typeof Position> = { v: 1, list, after: idOf(last) };
  return { data, nextCursor: Buffer.from(JSON.stringify(position)).toString('base64url') };
}

/** What a cursor says; `null` where it is no JSON. */
export function readJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
