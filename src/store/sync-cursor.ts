/**
 * Cursors of "what changed since": how far each brand's audit chain was read, and up to which instant the clock was
 * watched. Acts of a brand follow one another under the head of its chain, so a place in the chain misses nothing that
 * is committed later; an instant would. What merely comes due (a line's end, a brief's need) is no act, so it is
 * watched by the clock.
 */
import * as z from 'zod';
import { Instant } from '../domain/instant.ts';
import { Problem } from '../domain/problem.ts';
import { readJson } from './cursor.ts';

/**
 * `read`: by brand, the last sequence that was told of. `due`: up to which instant the clock was told of, and of those
 * due at that very instant up to which id; `null` for all of them.
 */
export const SyncPosition = z.strictObject({
  v: z.literal(1),
  list: z.literal('sync'),
  read: z.record(z.string().max(64), z.int().nonnegative()),
  due: z.strictObject({
    at: Instant,
    after: z
      .string()
      .max(100)
      .regex(/^[\w-]*$/)
      .nullable(),
  }),
});
export type SyncPosition = z.infer<typeof SyncPosition>;

/** The cursor that stands for a position. */
export function syncCursor({ read, due }: Pick<SyncPosition, 'read' | 'due'>): string {
  const position: SyncPosition = { v: 1, list: 'sync', read, due };
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** The position a cursor stands for. Throws `bad-request` for what is no cursor of changes. */
export function syncPosition(cursor: string): SyncPosition {
  const position = SyncPosition.safeParse(readJson(cursor));
  if (position.success) return position.data;
  throw new Problem(
    'bad-request',
    'The cursor is not one that a list of changes gave out. Start again with updatedAfter, or without a cursor.',
  );
}
