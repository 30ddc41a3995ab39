/** Audit events as a table, each with the bytes its hash was taken over. */
import type { AuditEvent } from '../../domain/audit-event.ts';
import { canonicalJson } from '../../domain/hash.ts';
import type { CsvTable } from './csv.ts';

/** A row for each event; `body` is all of it but the hash, as RFC 8785 writes it. */
export const eventTable: CsvTable<{
  readonly data: readonly (AuditEvent & { readonly actorName: string | null })[];
}> = {
  fileName: 'audit-events',
  columns: ['brand', 'number', 'at', 'actor', 'action', 'subject', 'hash', 'previousHash', 'body'],
  rows: ({ data }) =>
    data.map(({ hash, actorName: _, ...event }) => ({
      brand: event.chain,
      number: event.sequence,
      at: event.at,
      actor: event.actor.id,
      action: event.action,
      subject: event.subject,
      hash,
      previousHash: event.previousHash,
      body: canonicalJson(event),
    })),
};
