/** Serves checking lines that people wrote. */
import type { CsvRecord } from '../../domain/csv-rows.ts';
import type { CheckedLines } from '../../domain/line-to-check.ts';
import { Problem } from '../../domain/problem.ts';
import { type CheckedLineView, checkRoutes } from '../contracts/check-routes.ts';
import { atItsRow } from '../csv-body.ts';
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
    const { csvRows } = response.locals;
    const {
      policyHash,
      campaign,
      lines: checked,
    } = await checks
      .lines(brandIds, asked, gone.signal)
      .catch((error: unknown) => Promise.reject(csvRows ? byRow(error, csvRows) : error));
    const data = checked.map((line, index) => ({ ...viewOf(line, policyHash), ...(csvRows && { row: index + 1 }) }));
    return { policyHash, campaign, data };
  });
}

/** Names nobody knows are told where the caller finds them. */
function byRow(error: unknown, rows: readonly CsvRecord[]): unknown {
  if (!(error instanceof Problem)) return error;
  const mistakes = error.mistakes.map((mistake) => atItsRow(mistake, 'lines', rows));
  return new Problem(error.code, error.message, { mistakes, members: { ...error.members }, cause: error });
}

/** The hash that holds for all is said once. */
function viewOf(line: CheckedLines['lines'][number], ofAll: string): CheckedLineView {
  const { text, verdict, findings, graphemes, policyHash, voice } = line;
  return { text, verdict, findings, graphemes, ...(policyHash !== ofAll && { policyHash }), ...(voice && { voice }) };
}
