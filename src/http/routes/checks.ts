/** Serves checking lines that people wrote. */
import type { CheckedLines } from '../../domain/line-to-check.ts';
import { type CheckedLineView, checkRoutes } from '../contracts/check-routes.ts';
import type { RouteServer } from '../serve-route.ts';
import type { UseCases } from '../use-cases.ts';

/** Put the route of the checks into a server. */
export function serveChecks({ serve }: RouteServer, { checks }: UseCases): void {
  serve(checkRoutes.checkLines, async ({ brandIds, body, response }) => {
    // Ten thousand lines take seconds; nobody waits for them any more once the connection is gone.
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const { brand, brief, lines, rules, now, voice } = body;
    const asked = { brand, brief: brief && { ...brief, brand }, lines, rules, now, voice };
    const { policyHash, campaign, lines: checked } = await checks.lines(brandIds, asked, gone.signal);
    return { policyHash, campaign, data: checked.map((line) => viewOf(line, policyHash)) };
  });
}

/** The hash that holds for all is said once. */
function viewOf(line: CheckedLines['lines'][number], ofAll: string): CheckedLineView {
  const { text, verdict, findings, graphemes, policyHash, voice } = line;
  return { text, verdict, findings, graphemes, ...(policyHash !== ofAll && { policyHash }), ...(voice && { voice }) };
}
