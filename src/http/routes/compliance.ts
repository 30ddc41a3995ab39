/** Serves what the compliance officer reads. */
import type { CandidateHistory } from '../../ports/evidence-store.ts';
import { complianceRoutes } from '../contracts/compliance-routes.ts';
import { pageOf } from '../page-of.ts';
import type { RouteServer } from '../serve-route.ts';
import type { UseCases } from '../use-cases.ts';

/** Put the routes of the evidence into a server. */
export function serveCompliance({ serve }: RouteServer, { evidence, access, voices }: UseCases): void {
  serve(complianceRoutes.listCandidates, ({ brandIds, query }) => {
    const { verdict, rule, request, cohort, writer } = query;
    return evidence.candidates(
      { brandIds, verdict, rule, requestId: request, cohortId: cohort, writer },
      pageOf(query),
    );
  });
  serve(complianceRoutes.readCandidate, async ({ brandIds, params }) => {
    const history = await evidence.candidate(brandIds, params.id);
    const people = await access.people(peopleOf(history));
    const names = Object.fromEntries(people.map(({ id, name }) => [id, name]));
    const decider = history.decision?.decidedBy ?? null;
    const { brandId, text } = history.candidate;
    const score = await voices.of(brandId);
    return { ...history, decidedBy: names[decider ?? ''] ?? decider, names, voice: score(text) };
  });
  serve(complianceRoutes.listEvents, async ({ brandIds, query }) => {
    const { data, nextCursor } = await evidence.events({ brandIds, upTo: query.upTo }, pageOf(query));
    const people = await access.people([...new Set(data.map(({ actor }) => actor.id))]);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return { data: data.map((event) => ({ ...event, actorName: names.get(event.actor.id) ?? null })), nextCursor };
  });
  serve(complianceRoutes.checkChains, ({ brandIds }) => evidence.checkChains(brandIds));
}

/** Everybody a history names, by id, each once. */
function peopleOf(history: CandidateHistory): string[] {
  const { candidate, note, decision, firstApprovals, undone, overrides, comments, line } = history;
  const ids = [
    candidate.provenance.writer === 'person' ? candidate.provenance.userId : null,
    note?.askedBy,
    decision?.decidedBy,
    ...firstApprovals.map(({ decidedBy }) => decidedBy),
    ...undone.flatMap(({ decidedBy, undoneBy }) => [decidedBy, undoneBy]),
    ...overrides.flatMap(({ askedBy, answeredBy }) => [askedBy, answeredBy]),
    ...comments.map(({ saidBy }) => saidBy),
    line?.approvedBy,
  ];
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}
