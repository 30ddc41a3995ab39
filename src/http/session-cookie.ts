/** The cookie that carries a console session. */
import type { Request, Response } from 'express';

/**
 * Reads, sets and clears it. Over https it is `Secure` and carries the `__Host-` prefix, by which a browser promises
 * that no other host and no plain connection set it (RFC 6265bis §4.1.3.2).
 */
export type SessionCookie = {
  readonly read: (request: Request) => string | null;
  readonly set: (response: Response, secret: string, expiresAt: string) => void;
  readonly clear: (response: Response) => void;
};

/** The session cookie of this installation. */
export function sessionCookie(isSecure: () => boolean): SessionCookie {
  const name = () => (isSecure() ? '__Host-lw_session' : 'lw_session');
  const rules = () => ({ httpOnly: true, sameSite: 'strict', secure: isSecure(), path: '/' }) as const;
  return {
    read: (request) => cookieNamed(name(), request.get('cookie') ?? ''),
    set: (response, secret, expiresAt) => {
      response.cookie(name(), secret, { ...rules(), expires: new Date(expiresAt) });
    },
    clear: (response) => {
      response.clearCookie(name(), rules());
    },
  };
}

function cookieNamed(name: string, header: string): string | null {
  const pair = header
    .split(';')
    .map((each) => each.trim())
    .find((each) => each.startsWith(`${name}=`));
  if (!pair) return null;
  try {
    return decodeURIComponent(pair.slice(name.length + 1));
  } catch {
    // A value that is no cookie of ours is no session.
    return null;
  }
}
