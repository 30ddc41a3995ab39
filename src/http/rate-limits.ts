/** Keeps one caller from taking the whole service. Counted per process, in memory. */
import type { RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { Problem } from '../domain/problem.ts';

/** Requests a minute. */
export type Limits = {
  /** Of one key, one person, or one address nobody signed in from. */
  readonly perCaller: number;
  /** Attempts to sign in from one address. */
  readonly signIns: number;
};

/** Room for a campaign tool that polls many requests; a guesser of links gets nowhere. */
export const ordinaryLimits: Limits = { perCaller: 6000, signIns: 30 };

/**
 * Count and refuse with 429 and `Retry-After`. `RateLimit` and `RateLimit-Policy` say how much is left
 * (draft-ietf-httpapi-ratelimit-headers).
 */
export function rateLimits(limits: Limits): { readonly perCaller: RequestHandler; readonly signIns: RequestHandler } {
  return {
    perCaller: limiter('caller', limits.perCaller, (response, address) => {
      const actor = response.locals.signedIn?.caller.actor;
      return actor ? `${actor.kind} ${actor.id}` : address;
    }),
    signIns: limiter('sign-in', limits.signIns, (_, address) => address),
  };
}

function limiter(name: string, limit: number, keyOf: (response: Response, address: string) => string): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit,
    identifier: name,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: (request, response) => keyOf(response, ipKeyGenerator(request.ip ?? '')),
    handler: (_request, response, next) => {
      const seconds = response.get('Retry-After') ?? '60';
      next(new Problem('too-many-requests', `Over ${limit} requests a minute. Try again in ${seconds} seconds.`));
    },
  });
}
