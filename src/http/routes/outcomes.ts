/** Serves hearing what campaign tools did with lines, and reading it. */
import type { SignedIn } from '../../domain/access.ts';
import type { LineUse } from '../../domain/acknowledgement.ts';
import { outcomeRoutes } from '../contracts/outcome-routes.ts';
import { pageOf } from '../page-of.ts';
import type { RouteServer } from '../serve-route.ts';
import type { UseCases } from '../use-cases.ts';

type Acknowledging = {
  readonly signedIn: SignedIn;
  readonly brandIds: readonly string[];
  readonly body: { readonly acknowledgements: readonly LineUse[] };
};

/** Put the routes of acknowledgements and outcomes into a server. */
export function serveOutcomes({ serve }: RouteServer, { heard }: UseCases): void {
  const acknowledge = async ({ signedIn, brandIds, body }: Acknowledging) => ({
    data: await heard.acknowledge(signedIn.caller, brandIds, body.acknowledgements),
  });
  // What is said again is kept once, and so makes its own answer again.
  serve(outcomeRoutes.acknowledgeLines, acknowledge, acknowledge);
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
