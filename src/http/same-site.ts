/** Keeps other sites from acting through a signed-in person's browser. */
import type { Request, RequestHandler } from 'express';
import { Problem } from '../domain/problem.ts';

/**
 * Refuses writes that a browser sends for another site. Browsers say where a request comes from in `Sec-Fetch-Site`,
 * older ones in `Origin`; a request with a session and neither is refused too. The cookie's SameSite alone would let
 * another port of the same host through. Keys need no guard: no browser adds them by itself.
 */
export function refuseCrossSite(baseUrl: () => string): RequestHandler {
  return (request, response, next) => {
    const isWrite = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
    if (isWrite && response.locals.provedBy !== 'key' && !isOurs(request, baseUrl(), response.locals.provedBy === null))
      throw new Problem(
        'cross-site',
        'A session can only be used from the console itself. Send writes from its own pages, or use a key.',
      );
    next();
  };
}

function isOurs(request: Request, baseUrl: string, isWithoutOriginFine: boolean): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.get('origin');
  if (origin === undefined) return isWithoutOriginFine;
  return origin === originOf(baseUrl) || hostOf(origin) === request.get('host');
}

function originOf(url: string): string | null {
  return URL.parse(url)?.origin ?? null;
}

function hostOf(origin: string): string | null {
  return URL.parse(origin)?.host ?? null;
}
