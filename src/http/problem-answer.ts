/** Answers every error with a problem document (RFC 9457) and logs those that are the service's own fault. */
import type { ErrorRequestHandler, Request, Response } from 'express';
import { type Problem, problems } from '../domain/problem.ts';
import type { Log } from '../ports/log.ts';
import { type ProblemDocument, problemStatus } from './contracts/problem-document.ts';
import { problemOf } from './problem-of.ts';

/** The last middleware. A 500 says nothing of its cause; the log has it under the same request id. */
export function problemAnswer(parts: { readonly baseUrl: () => string; readonly log: Log }): ErrorRequestHandler {
  return (error, request, response, next) => {
    const problem = problemOf(error);
    if (problemStatus[problem.code] >= 500)
      parts.log.error({ requestId: response.locals.requestId, path: request.path, err: error }, problem.message);
    // Half an answer is on its way: Express then cuts the connection, which the caller notices.
    if (response.headersSent) return next(error);
    sendProblem(problem, parts.baseUrl(), request, response);
  };
}

function sendProblem(problem: Problem, baseUrl: string, request: Request, response: Response): void {
  const status = problemStatus[problem.code];
  const body: ProblemDocument = {
    ...problem.members,
    type: `${baseUrl}/problems/${problem.code}`,
    title: problems[problem.code],
    status,
    detail: problem.message,
    instance: request.originalUrl.split('?', 1)[0],
    code: problem.code,
    requestId: response.locals.requestId,
    ...(problem.mistakes.length > 0 ? { errors: [...problem.mistakes] } : {}),
  };
  const { etag, retryAfterSeconds } = problem.members;
  if (typeof retryAfterSeconds === 'number') response.set('Retry-After', `${retryAfterSeconds}`);
  if (problem.code === 'precondition-failed' && typeof etag === 'string') response.set('ETag', etag);
  if (status === 401) response.set('WWW-Authenticate', challenge(response));
  if (status === 503 && !response.get('Retry-After')) response.set('Retry-After', '5');
  response.status(status).type('application/problem+json').send(JSON.stringify(body));
}

/** RFC 6750 §3: an error is named only where a key came along. */
function challenge({ locals }: Response): string {
  const realm = 'Bearer realm="linewright"';
  return locals.provedBy === 'key' ? `${realm}, error="invalid_token"` : realm;
}
