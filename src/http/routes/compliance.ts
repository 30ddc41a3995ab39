/** Serves what the compliance officer reads. */
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
    const decider = history.decision?.decidedBy ?? null;
    const [person] = decider === null ? [] : await access.people([decider]);
    const { brandId, text } = history.candidate;
    const score = await voices.of(brandId);
    return { ...history, decidedBy: person?.name ?? decider, voice: score(text) };
  });
  serve(complianceRoutes.listEvents, ({ brandIds, query }) => evidence.events(brandIds, pageOf(query)));
}
