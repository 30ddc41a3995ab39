/** Gives every request a name that stands in the answer, in problems and in the log, and notes when it came. */
import type { RequestHandler } from 'express';
import type { Moment } from '../ports/moment.ts';

/** Sets `X-Request-Id`: the caller's own where it is short and plain, so that it can be followed through, else a new one. */
export function requestId(moment: Moment): RequestHandler {
  return (request, response, next) => {
    const given = request.get('x-request-id');
    const id = given !== undefined && /^[A-Za-z0-9._~-]{8,128}$/.test(given) ? given : moment.randomHex(16);
    response.locals.requestId = id;
    response.locals.startedAt = performance.now();
    response.set('X-Request-Id', id);
    next();
  };
}
