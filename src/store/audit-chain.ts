/**
 * Writes audit events. Every act that writes events locks the heads of their chains before it touches anything else,
 * several in the order of their names. So the acts of one brand follow one another on PostgreSQL as they do on SQLite,
 * a chain has no gaps, and no two acts can wait for each other.
 */
import { sql } from 'kysely';
import { type AuditEvent, type ChainHead, type NewAuditEvent, noHash, sealEvent } from '../domain/audit-event.ts';
import type { Writing } from './database.ts';
import { escapeText } from './escape-text.ts';
import { hotQuery } from './hot-query.ts';
import { noteAct } from './idempotent-act.ts';
import { insertAll } from './insert-all.ts';
import type { AuditEventRow, Tables } from './tables.ts';

/** Chains whose heads this transaction holds. */
export type HeldChains = {
  /** Throws for an event of another chain. */
  readonly append: (events: readonly NewAuditEvent[]) => Promise<void>;
};

/** Locks the heads of chains, making those that are not there yet. */
export async function holdChains(trx: Writing, chains: Iterable<string>): Promise<HeldChains> {
  const heads = new Map<string, ChainHead>();
  for (const chain of [...new Set(chains)].sort()) heads.set(chain, await holdHead(trx, chain));
  return {
    append: async (events) => {
      await noteAct(trx, events);
      const sealed = events.map((event) => sealAfter(heads, event));
      await insertAll(trx, 'auditEvents', sealed.map(eventRow));
      await insertAll(trx, 'auditPersonal', events.flatMap(personalRows));
      for (const chain of new Set(events.map((event) => event.chain)))
        await movedHeads(trx, { ...headOf(heads, chain), chain });
    },
  };
}

/** The chains of events. */
export function chainsOf(events: readonly NewAuditEvent[]): string[] {
  return events.map((event) => event.chain);
}

async function holdHead(trx: Writing, chain: string): Promise<ChainHead> {
  const [head] = await heldHeads(trx, { chain });
  if (head) return head;
  await trx
    .insertInto('auditHeads')
    .values({ chain, sequence: 0, hash: noHash })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const [made] = await heldHeads(trx, { chain });
  if (!made) throw new Error(`The head of the audit chain ${chain} went away.`);
  return made;
}

const heldHeads = hotQuery(['chain'], (db, mark) =>
  db.selectFrom('auditHeads').select(['sequence', 'hash']).where('chain', '=', mark('chain')).forUpdate().compile(),
);
const movedHeads = hotQuery(['chain', 'sequence', 'hash'], (db, mark) =>
  db
    .updateTable('auditHeads')
    .set({ sequence: sql<number>`${mark('sequence')}`, hash: mark('hash') })
    .where('chain', '=', mark('chain'))
    .compile(),
);

function headOf(heads: ReadonlyMap<string, ChainHead>, chain: string): ChainHead {
  const head = heads.get(chain);
  if (!head) throw new Error(`An act wrote to the audit chain ${chain}, whose head it does not hold.`);
  return head;
}

function sealAfter(heads: Map<string, ChainHead>, event: NewAuditEvent): { event: AuditEvent; body: string } {
  const sealed = sealEvent(event, headOf(heads, event.chain));
  heads.set(event.chain, { sequence: sealed.event.sequence, hash: sealed.event.hash });
  return sealed;
}

function eventRow({ event, body }: { event: AuditEvent; body: string }): AuditEventRow {
  const { chain, sequence, id, action, subject, at, hash } = event;
  return { chain, sequence, id, action, subject: escapeText(subject), at, body, hash };
}

function personalRows({ id, chain, personal }: NewAuditEvent): Tables['auditPersonal'][] {
  return personal ? [{ eventId: id, chain, salt: personal.salt, value: escapeText(personal.value) }] : [];
}
