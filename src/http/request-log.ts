/** Logs each API request: who, what route, what came of it. Never the query, a key, or a line. */
import type { RequestHandler } from 'express';
import type { Log } from '../ports/log.ts';

/** One log entry a request, once it is answered or given up. */
export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    response.once('close', () => {
      const { requestId, route, signedIn } = response.locals;
      log.info(
        {
          requestId,
          method: request.method,
          route: route ?? request.path,
          status: response.statusCode,
          durationMs: Math.round(performance.now() - startedAt),
          actor: signedIn?.caller.actor.id ?? null,
          isComplete: response.writableFinished,
        },
        'request',
      );
    });
    next();
  };
}
