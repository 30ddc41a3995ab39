/** What can be shown of every line ever drafted. */
import type { AuditEvent } from '../domain/audit-event.ts';
import type { Candidate } from '../domain/candidate.ts';
import { Problem } from '../domain/problem.ts';
import type { CandidateFilter, CandidateHistory, EventFilter, EvidenceStore } from '../ports/evidence-store.ts';
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

    /** Every candidate of one cohort, best rank first. */
    async candidatesOf(brandId: string, cohortId: string): Promise<readonly Candidate[]> {
      const found: Candidate[] = [];
      let cursor: string | null = null;
      do {
        const page: Page<Candidate> = await store.candidates({ brandIds: [brandId], cohortId }, { limit: 100, cursor });
        found.push(...page.data);
        cursor = page.nextCursor;
      } while (cursor !== null);
      return found.sort((one, other) => one.rank - other.rank);
    },

    /** How many events all chains have together. */
    async eventCount(): Promise<number> {
      const chains = await store.chains();
      return chains.reduce((sum, { head }) => sum + head.sequence, 0);
    },

    events: (filter: EventFilter, page: PageRequest): Promise<Page<AuditEvent>> => store.eventPage(filter, page),
  };
}
