/** Where readers of the audit chains stand, and what of the events they have not seen counts as a change. */
import type { AuditAction } from '../domain/audit-event.ts';
import type { Instant } from '../domain/instant.ts';
import { among } from './among.ts';
import type { Reading } from './database.ts';

/** By chain, a sequence. */
export type Positions = Readonly<Record<string, number>>;

/** Events that change nothing a campaign tool is shown: above all its own reading, which would wake it for ever. */
export const quietActions: readonly AuditAction[] = [
  'line.delivered',
  'line.used',
  'fallback.delivered',
  'outcomes.reported',
  'reply.received',
];

/** Where the chains of brands end. Read it in the snapshot that reads what is told of. */
export async function chainEnds(db: Reading, brandIds: readonly string[]): Promise<Positions> {
  const heads = await db
    .selectFrom('auditHeads')
    .select(['chain', 'sequence'])
    .where('chain', 'in', among(brandIds))
    .execute();
  return Object.fromEntries(heads.map(({ chain, sequence }) => [chain, sequence]));
}

/**
 * The place right before the first event at or after an instant. Clocks of nodes differ, so later events may be older;
 * the lowest sequence takes all of them along.
 */
export async function chainBefore(db: Reading, brandIds: readonly string[], at: Instant): Promise<Positions> {
  const first = await db
    .selectFrom('auditEvents')
    .select(({ fn }) => ['chain', fn.min<number>('sequence').as('sequence')])
    .where('chain', 'in', among(brandIds))
    .where('at', '>=', at)
    .groupBy('chain')
    .execute();
  const ends = await chainEnds(db, brandIds);
  return { ...ends, ...Object.fromEntries(first.map(({ chain, sequence }) => [chain, sequence - 1])) };
}
