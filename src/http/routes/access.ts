/** Serves signing in and out, and who one is. */
import type { Response } from 'express';
import { browserName } from '../browser-name.ts';
import { accessRoutes } from '../contracts/access-routes.ts';
import type { RouteServer } from '../serve-route.ts';
import type { SessionCookie } from '../session-cookie.ts';
import type { UseCases } from '../use-cases.ts';
import { meView } from '../views.ts';

/** Put the routes of signing in into a server. */
export function serveAccess(
  { serve, serveAnyone }: RouteServer,
  { access, campaigns }: UseCases,
  cookie: SessionCookie,
): void {
  serveAnyone(accessRoutes.startSession, async ({ body, response }) => {
    const { secret, expiresAt, signedIn } = await access.signIn(body.token, browserOf(response));
    cookie.set(response, secret, expiresAt);
    return meView(signedIn, campaigns.writer);
  });
  serveAnyone(accessRoutes.startPasswordSession, async ({ body, response }) => {
    const { secret, expiresAt, signedIn } = await access.signInByPassword(
      body.email,
      body.password,
      browserOf(response),
    );
    cookie.set(response, secret, expiresAt);
    return meView(signedIn, campaigns.writer);
  });
  serve(accessRoutes.endSession, async ({ signedIn, response }) => {
    // A key has no session; there is nothing to end then.
    if (signedIn.sessionId !== null) await access.signOut(signedIn);
    cookie.clear(response);
    return null;
  });
  serve(accessRoutes.readMe, async ({ signedIn }) => meView(signedIn, campaigns.writer));
}

function browserOf({ req }: Response): string | null {
  return browserName(req.get('user-agent') ?? '');
}
