/** What compliance/ asks of the Store. */
import { AuditEvent } from '../domain/audit-event.ts';
import type { CandidateFilter, EvidenceStore } from '../ports/evidence-store.ts';
import { among } from './among.ts';
import type { BriefShelf } from './brief-shelf.ts';
import { candidateHistory } from './candidate-history.ts';
import { readCandidates } from './candidate-reads.ts';
import { afterOf, pageOf } from './cursor.ts';
import type { Database, Reading } from './database.ts';

/** The EvidenceStore on a database. */
export function evidenceStore(database: Database, shelf: BriefShelf): EvidenceStore {
  return {
    candidates: (filter, { limit, cursor }) =>
      database.read(async (db) => {
        const after = afterOf('candidates', cursor);
        const rows = await selectCandidates(db, filter)
          .$if(after !== null, (query) => query.where('id', '<', after))
          .orderBy('id', 'desc')
          .limit(limit + 1)
          .execute();
        return pageOf('candidates', await readCandidates(db, rows), limit, ({ id }) => id);
      }),
    candidateHistory: (brandIds, candidateId) =>
      database.snapshot((db) => candidateHistory(db, shelf, brandIds, candidateId)),
    chains: () =>
      database.read(async (db) => {
        const rows = await db.selectFrom('auditHeads').selectAll().orderBy('chain').execute();
        return rows.map(({ chain, ...head }) => ({ chain, head }));
      }),
    events: (chain, afterSequence, limit) =>
      database.read((db) =>
        db
          .selectFrom('auditEvents')
          .select(['id', 'body', 'hash'])
          .where('chain', '=', chain)
          .where('sequence', '>', afterSequence)
          .orderBy('sequence')
          .limit(limit)
          .execute(),
      ),
    eventPage: ({ brandIds, upTo }, { limit, cursor }) =>
      database.read(async (db) => {
        const after = afterOf('audit-events', cursor);
        const rows = await db
          .selectFrom('auditEvents')
          .select(['body', 'hash'])
          .where('chain', 'in', among(brandIds))
          .$if(upTo !== undefined, (query) => query.where('sequence', '<=', upTo ?? 0))
          .$if(after !== null, (query) => query.where('id', '<', after))
          .orderBy('id', 'desc')
          .limit(limit + 1)
          .execute();
        return pageOf('audit-events', rows.map(eventOf), limit, ({ id }) => id);
      }),
  };
}

function eventOf({ body, hash }: { readonly body: string; readonly hash: string }): AuditEvent {
  return AuditEvent.parse({ ...JSON.parse(body), hash });
}

function selectCandidates(db: Reading, { brandIds, verdict, rule, requestId, cohortId, writer }: CandidateFilter) {
  return db
    .selectFrom('candidates')
    .selectAll()
    .where('brandId', 'in', among(brandIds))
    .$if(verdict !== undefined, (query) => query.where('verdict', '=', verdict ?? ''))
    .$if(requestId !== undefined, (query) => query.where('requestId', '=', requestId ?? ''))
    .$if(cohortId !== undefined, (query) => query.where('cohortId', '=', cohortId ?? ''))
    .$if(writer !== undefined, (query) => query.where('writer', '=', writer ?? ''))
    .$if(rule !== undefined, (query) =>
      query.where('id', 'in', (eb) =>
        eb
          .selectFrom('findings')
          .select('candidateId')
          .where('rule', '=', rule ?? '')
          .where('findings.brandId', 'in', among(brandIds)),
      ),
    );
}
