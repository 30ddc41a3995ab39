/** Keeps one caller from taking the whole service. Counted per process, in memory. */
import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, type RateLimitInfo, rateLimit } from 'express-rate-limit';
import { Problem } from '../domain/problem.ts';
import type { Moment } from '../ports/moment.ts';

declare global {
  namespace Express {
    interface Request {
      /** What the limit that counted last found. */
      rateLimit?: RateLimitInfo;
    }
  }
}

/** Requests a minute. */
export type Limits = {
  /** Of one key, one person, or one address nobody signed in from. */
  readonly perCaller: number;
  /** Attempts to sign in from one address. */
  readonly signIns: number;
};

/** Room for a campaign tool that polls many requests; a guesser of links gets nowhere. */
export const ordinaryLimits: Limits = { perCaller: 6000, signIns: 30 };

const windowSeconds = 60;

/**
 * Count and refuse with 429 and `Retry-After`. `RateLimit` and `RateLimit-Policy` say how much is left, an item for each
 * limit that counted (draft-ietf-httpapi-ratelimit-headers-11).
 */
export function rateLimits(
  limits: Limits,
  moment: Pick<Moment, 'now'>,
): { readonly perCaller: RequestHandler; readonly signIns: RequestHandler } {
  const limiter = limitedBy(moment);
  return {
    perCaller: limiter('caller', limits.perCaller, (response, address) => {
      const actor = response.locals.signedIn?.caller.actor;
      return actor ? `${actor.kind} ${actor.id}` : address;
    }),
    signIns: limiter('sign-in', limits.signIns, (_, address) => address),
  };
}

function limitedBy(moment: Pick<Moment, 'now'>) {
  return (name: string, limit: number, keyOf: (response: Response, address: string) => string): RequestHandler => {
    const count = rateLimit({
      windowMs: windowSeconds * 1000,
      limit,
      // The library writes an earlier draft; what it counted is told below.
      standardHeaders: false,
      legacyHeaders: false,
      keyGenerator: (request, response) => keyOf(response, ipKeyGenerator(request.ip ?? '')),
      handler: (request, response, next) => {
        const seconds = secondsLeft(request);
        response.set('Retry-After', `${seconds}`);
        next(new Problem('too-many-requests', `Over ${limit} requests a minute. Try again in ${seconds} seconds.`));
      },
    });
    return (request, response, next) =>
      count(request, response, (error?: unknown) => {
        response.append('RateLimit-Policy', `"${name}";q=${limit};w=${windowSeconds}`);
        response.append('RateLimit', `"${name}";r=${request.rateLimit?.remaining ?? 0};t=${secondsLeft(request)}`);
        next(error);
      });
  };

  /** Until the count starts anew; at least one, so that nobody is told to come back at once. */
  function secondsLeft({ rateLimit: counted }: Request): number {
    const untilMs = counted?.resetTime ? counted.resetTime.getTime() - Date.parse(moment.now()) : 0;
    return Math.min(windowSeconds, Math.max(1, Math.ceil(untilMs / 1000)));
  }
}
