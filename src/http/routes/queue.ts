/** Serves the review queue as a list, its counts, and decisions on several lines. */
import type * as z from 'zod';
import type { SignedIn } from '../../domain/access.ts';
import type { Moment } from '../../ports/moment.ts';
import { type BulkResultView, queueRoutes } from '../contracts/queue-routes.ts';
import { pageOf } from '../page-of.ts';
import { entityTag } from '../preconditions.ts';
import { peopleInLine, queueLineView } from '../queue-views.ts';
import type { RouteServer } from '../serve-route.ts';
import type { UseCases } from '../use-cases.ts';

/** Put the routes of the queue into a server. */
export function serveQueue({ serve }: RouteServer, { review, access }: UseCases, moment: Moment): void {
  serve(queueRoutes.listLines, async ({ signedIn, brandIds, query }) => {
    const { tab, campaign, cohort, rule, risk, olderThanHours, search } = query;
    const asked = { tab, campaignId: campaign, cohortId: cohort, rule, olderThanHours, search };
    const hasWarnings = risk && risk === 'warnings';
    const page = await review.lines(signedIn.caller, brandIds, { ...asked, hasWarnings }, pageOf(query));
    const now = moment.now();
    const people = await access.people([...new Set(page.data.flatMap((line) => peopleInLine(line, now)))]);
    return { data: page.data.map((line) => queueLineView(line, people, now)), nextCursor: page.nextCursor };
  });
  serve(queueRoutes.countLines, async ({ signedIn, brandIds, response }) => {
    const { counts, mark } = await review.counts(signedIn.caller, brandIds);
    response.set('ETag', entityTag(mark));
    return { ...counts, mark };
  });
  serve(queueRoutes.readSeenLines, async ({ brandIds, params }) => ({
    lines: [...(await review.seenLines(brandIds, params.id))],
  }));
  // Whoever lost the answer may send it again: what is done stays done, the rest is decided.
  const decideAll: Decide = async ({ signedIn, brandIds, body }) => ({
    results: [...(await review.decideMany(signedIn.caller, brandIds, body.items, body.decision))],
  });
  serve(queueRoutes.decideLines, decideAll, decideAll);
}

type Decide = (call: {
  readonly signedIn: SignedIn;
  readonly brandIds: readonly string[];
  readonly body: z.output<(typeof queueRoutes.decideLines)['body']>;
}) => Promise<BulkResultView>;
