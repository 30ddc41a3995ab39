/** Serves hearing what campaign tools did with lines, and reading it. */
import { outcomeRoutes } from '../contracts/outcome-routes.ts';
import { pageOf } from '../page-of.ts';
import type { RouteServer } from '../serve-route.ts';
import type { UseCases } from '../use-cases.ts';

/** Put the routes of acknowledgements and outcomes into a server. */
export function serveOutcomes({ serve }: RouteServer, { heard }: UseCases): void {
  serve(outcomeRoutes.acknowledgeLines, async ({ signedIn, brandIds, body }) => ({
    data: await heard.acknowledge(signedIn.caller, brandIds, body.acknowledgements),
  }));
  serve(outcomeRoutes.reportOutcomes, async ({ signedIn, brandIds, body }) => ({
    data: await heard.report(signedIn.caller, brandIds, body.outcomes),
  }));
  serve(outcomeRoutes.listAcknowledgements, ({ brandIds, query }) =>
    heard.acknowledgements({ brandIds, lineId: query.line, send: query.send }, pageOf(query)),
  );
  serve(outcomeRoutes.listOutcomes, ({ brandIds, query }) => {
    const isWithHistory = query.history === 'true';
    return heard.outcomes({ brandIds, lineId: query.line, send: query.send, isWithHistory }, pageOf(query));
  });
}
