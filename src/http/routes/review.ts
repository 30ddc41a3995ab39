/** Serves what the console calls for copywriters. */
import type { SignedIn } from '../../domain/access.ts';
import { Problem, type ProblemCode } from '../../domain/problem.ts';
import { isOpen } from '../../domain/review-states.ts';
import type { Moment } from '../../ports/moment.ts';
import type { QueueCohort, QueueEntry, Ruling } from '../../ports/review-store.ts';
import { lineActsRoutes } from '../contracts/line-acts-routes.ts';
import {
  type QueueCohortView,
  type QueueEntryView,
  type RulingView,
  reviewRoutes,
} from '../contracts/review-routes.ts';
import { pageOf } from '../page-of.ts';
import { entityTag } from '../preconditions.ts';
import { queueCohortView } from '../queue-views.ts';
import type { RouteServer } from '../serve-route.ts';
import type { UseCases } from '../use-cases.ts';
import { peopleIn, queueEntryView } from '../views.ts';

/** Put the routes of the review queue into a server. */
export function serveReview(
  { serve }: RouteServer,
  { review, lineActs, access, voices }: UseCases,
  moment: Moment,
): void {
  const viewsOf = async ({ caller }: SignedIn, entries: readonly QueueEntry[]): Promise<QueueEntryView[]> => {
    const now = moment.now();
    const people = await access.people([...new Set(entries.flatMap((entry) => peopleIn(entry, now)))]);
    const pending = entries.filter(({ item }) => isOpen(item.state));
    const scores = new Map<string, Awaited<ReturnType<typeof voices.of>>>();
    for (const brandId of new Set(pending.map(({ item }) => item.brandId)))
      scores.set(brandId, await voices.of(brandId));
    return entries.map((entry) => {
      const { item, candidate } = entry;
      // How a line sounds is of use to whoever decides it, and moves on with the brand afterwards.
      const score = isOpen(item.state) ? scores.get(item.brandId) : undefined;
      return queueEntryView(entry, people, { now, userId: caller.actor.id }, score?.(candidate.text) ?? null);
    });
  };
  const viewOf = async (signedIn: SignedIn, brandIds: readonly string[], itemId: string): Promise<QueueEntryView> => {
    const [view] = await viewsOf(signedIn, [await review.item(brandIds, itemId)]);
    if (!view) throw new Error(`the entry ${itemId} has no view`);
    return view;
  };

  const cohortViews = async (cohorts: readonly QueueCohort[]): Promise<QueueCohortView[]> => {
    const people = await access.people([
      ...new Set(cohorts.flatMap(({ holders }) => holders.map(({ userId }) => userId))),
    ]);
    const now = moment.now();
    return cohorts.map((cohort) => queueCohortView(cohort, people, now));
  };

  serve(reviewRoutes.listCohorts, async ({ brandIds, query }) => {
    const page = await review.cohorts(brandIds, pageOf(query));
    return { data: await cohortViews(page.data), nextCursor: page.nextCursor };
  });
  serve(reviewRoutes.readCohort, async ({ brandIds, params }) => {
    const [view] = await cohortViews([await review.cohort(brandIds, params.id)]);
    if (!view) throw new Error(`the cohort ${params.id} has no view`);
    return view;
  });
  serve(reviewRoutes.listItems, async ({ signedIn, brandIds, query }) => {
    const filter = { brandIds, state: query.state, cohortId: query.cohort, requestId: query.request };
    const page = await review.items(filter, pageOf(query));
    return { data: await viewsOf(signedIn, page.data), nextCursor: page.nextCursor };
  });
  serve(reviewRoutes.readItem, async ({ signedIn, brandIds, params, response }) => {
    const view = await viewOf(signedIn, brandIds, params.id);
    const { version, claim } = view.item;
    // A claim changes what is shown and not the version.
    response.set('ETag', entityTag(view.claimedBy === null ? version : `${version}-${Date.parse(claim?.until ?? '')}`));
    return view;
  });
  serve(reviewRoutes.claim, async ({ signedIn, brandIds, params, query }) => ({
    items: await review.claim(signedIn.caller, brandIds, params.id, query.takeOver),
  }));
  serve(reviewRoutes.release, async ({ signedIn, brandIds, params }) => {
    await review.release(signedIn.caller, brandIds, params.id);
    return null;
  });
  /** Whoever was too late sees what happened in the same answer, rather than asking again. */
  const ruled = async (
    signedIn: SignedIn,
    brandIds: readonly string[],
    itemId: string,
    act: () => Promise<Pick<Ruling, 'line' | 'cohort'>>,
  ): Promise<RulingView> => {
    try {
      const { line, cohort } = await act();
      return { entry: await viewOf(signedIn, brandIds, itemId), line, cohort };
    } catch (error) {
      if (!(error instanceof Problem) || !lostRaces.has(error.code)) throw error;
      throw withMember(error, 'current', await viewOf(signedIn, brandIds, itemId));
    }
  };
  serve(reviewRoutes.decide, ({ signedIn, brandIds, params, body }) =>
    ruled(signedIn, brandIds, params.id, () =>
      review.decide(signedIn.caller, brandIds, params.id, body.version, body.decision),
    ),
  );
  serve(reviewRoutes.undo, ({ signedIn, brandIds, params, body }) =>
    ruled(signedIn, brandIds, params.id, () => review.undo(signedIn.caller, brandIds, params.id, body.version)),
  );
  serve(lineActsRoutes.sendBack, ({ signedIn, brandIds, params, body }) =>
    ruled(signedIn, brandIds, params.id, () => lineActs.sendBack(signedIn.caller, brandIds, params.id, body)),
  );
  serve(reviewRoutes.closeCohort, ({ signedIn, brandIds, params }) =>
    review.close(signedIn.caller, brandIds, params.id),
  );
}

const lostRaces: ReadonlySet<ProblemCode> = new Set([
  'already-decided',
  'version-changed',
  'claimed-by-another',
  'needs-another-person',
  'already-delivered',
]);

function withMember(problem: Problem, name: string, value: unknown): Problem {
  return new Problem(problem.code, problem.message, {
    mistakes: problem.mistakes,
    members: { ...problem.members, [name]: value },
    cause: problem,
  });
}
