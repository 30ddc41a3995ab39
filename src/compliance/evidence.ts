/** What can be shown of every line ever drafted. */
import type { AuditEvent } from '../domain/audit-event.ts';
import type { Candidate } from '../domain/candidate.ts';
import { Problem } from '../domain/problem.ts';
import type { CandidateFilter, CandidateHistory, EvidenceStore } from '../ports/evidence-store.ts';
import type { Page, PageRequest } from '../ports/page.ts';

/** Reading of candidates, their histories and the audit events. */
export function evidence({ store }: { readonly store: EvidenceStore }) {
  return {
    candidates: (filter: CandidateFilter, page: PageRequest): Promise<Page<Candidate>> =>
      store.candidates(filter, page),

    async candidate(brandIds: readonly string[], candidateId: string): Promise<CandidateHistory> {
      const found = await store.candidateHistory(brandIds, candidateId);
      if (!found) throw new Problem('not-found', `There is no candidate ${candidateId}.`);
      return found;
    },

    events: (brandIds: readonly string[], page: PageRequest): Promise<Page<AuditEvent>> =>
      store.eventPage(brandIds, page),
  };
}
