/**
 * The order of the review queue: apologies, then by the day the lines are needed or sent, then cohorts that were given
 * lines with warnings, then large cohorts, then those that came first. What a cohort was given does not change when it
 * is decided, so a cursor holds while people work.
 */
import type * as z from 'zod';
import type { Brief } from '../domain/brief.ts';
import { Problem } from '../domain/problem.ts';
import { afterOf } from './cursor.ts';

/** After every date there is. */
export const never = '9999-12-31T23:59:59.999Z';

/** More readers than there are; what is taken from it sorts large cohorts first. */
const mostReaders = 1_000_000_000_000;

/** When a cohort's mail goes out; `null` where it is triggered. */
export function sendAt(brief: Brief, cohortExternalId: string): string | null {
  const send = brief.cohorts.find(({ externalId }) => externalId === cohortExternalId)?.send ?? brief.send;
  return send.kind === 'at' ? send.at : null;
}

/** What of a cohort's place is known from its brief. */
export function queuePlace(brief: Brief, cohortExternalId: string): { urgency: string; smallness: number } {
  const cohort = brief.cohorts.find(({ externalId }) => externalId === cohortExternalId);
  const due = (brief.needBy ?? sendAt(brief, cohortExternalId) ?? never).slice(0, 10);
  return {
    urgency: `${brief.messageType === 'apology' ? '0' : '1'} ${due}`,
    smallness: mostReaders - (cohort?.size ?? 0),
  };
}

/** A place in an ordered list; entries of lists that are merged have keys of one shape. */
export type OrderKey = readonly (string | number)[];

/** The key a cursor of this list ended at, `null` at the start. Throws `bad-request` for what is no cursor of the list. */
export function keyAfter<Key extends OrderKey>(list: string, shape: z.ZodType<Key>, cursor: string | null): Key | null {
  const after = afterOf(list, cursor);
  if (after === null) return null;
  const key = shape.safeParse(jsonOf(after));
  if (!key.success)
    throw new Problem('bad-request', 'The cursor is not one this list gave out. Start again without a cursor.');
  return key.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The key as a cursor holds it. */
export function writeKey(key: OrderKey): string {
  return JSON.stringify(key);
}

/** Where one key stands to another. */
export function compareKeys(one: OrderKey, other: OrderKey): number {
  for (const [index, part] of one.entries()) {
    const with_ = other[index];
    if (with_ === undefined || part === with_) continue;
    return part < with_ ? -1 : 1;
  }
  return 0;
}

/**
 * The first entries of several lists, each of which is in order: an index gives an order within one brand, and nobody
 * has many brands. `read` gives at most `limit` of a list.
 */
export async function mergeLists<List, Entry>(
  lists: readonly List[],
  limit: number,
  keyOf: (entry: Entry) => OrderKey,
  read: (list: List) => Promise<readonly Entry[]>,
  direction: 1 | -1 = 1,
): Promise<Entry[]> {
  const found: Entry[] = [];
  for (const list of lists) found.push(...(await read(list)));
  found.sort((one, other) => direction * compareKeys(keyOf(one), keyOf(other)));
  return found.slice(0, limit);
}
