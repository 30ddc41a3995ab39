/** Finds out who asks: a campaign tool by its key, a person by the session cookie, or nobody known. */
import type { Request, RequestHandler, Response } from 'express';
import type { RefusedKey } from '../domain/api-key.ts';
import { sandboxHeader } from './sandbox-names.ts';
import type { SessionCookie } from './session-cookie.ts';
import type { UseCases } from './use-cases.ts';

/**
 * Notes who asks; what that allows is each route's affair. A key counts only in `Authorization: Bearer lw_…`, never in
 * the address, where logs and histories would keep it. Where there is a key the cookie is not looked at.
 */
export function authenticate(access: UseCases['access'], cookie: SessionCookie): RequestHandler {
  return async (request, response, next) => {
    const key = bearerOf(request);
    const session = key === null ? cookie.read(request) : null;
    response.locals.provedBy = key !== null ? 'key' : session !== null ? 'session' : null;
    response.locals.signedIn = null;
    response.locals.refusal = null;
    if (key !== null) admitKey(await access.byKey(key), response);
    else if (session !== null) response.locals.signedIn = await access.bySession(session);
    next();
  };
}

function admitKey(found: Awaited<ReturnType<UseCases['access']['byKey']>>, response: Response): void {
  if (found === null) response.locals.refusal = 'This key is not known here. Check that all of it was sent.';
  else if ('refused' in found) response.locals.refusal = refusals[found.refused](found.at);
  else {
    response.locals.signedIn = found;
    if (found.isSandbox) response.set(sandboxHeader, 'true');
  }
}

const refusals: Readonly<Record<RefusedKey['refused'], (at: string) => string>> = {
  expired: (at) => `This key expired on ${at}. Ask an admin for a new one.`,
  revoked: (at) => `This key was revoked on ${at}. Ask an admin for a new one.`,
};

function bearerOf(request: Request): string | null {
  // RFC 6750 §2.1; the scheme's case does not count (RFC 9110 §11.1).
  return /^Bearer +([\x21-\x7e]+) *$/i.exec(request.get('authorization') ?? '')?.[1] ?? null;
}
