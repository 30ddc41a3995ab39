/** The headers that tell a browser what these pages may not do. */
import { IncomingMessage, type OutgoingHttpHeader, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Helmet's headers with a policy under which no script runs that this service did not serve as a file. */
export function securityHeaders(isSecure: () => boolean): RequestHandler {
  const secure = headers(true);
  const plain = headers(false);
  return (_request, response, next) => {
    for (const [name, value] of isSecure() ? secure : plain) response.setHeader(name, value);
    next();
  };
}

/** They are the same on every answer, so helmet is asked once, about one that goes nowhere. */
function headers(isSecure: boolean): ReadonlyMap<string, OutgoingHttpHeader> {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Mantine and Swagger UI write style elements at run time; a style cannot run code.
        styleSrc: ["'self'", "'unsafe-inline'"],
        // Swagger UI's icons are data URLs.
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // A sign-in link carries its token behind the hash, which no Referer has; paths say enough already.
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    // Over plain http, on a laptop, this would lock a browser out of every other port of the host.
    strictTransportSecurity: isSecure,
  })(request, response, () => {});
  return new Map(
    response.getHeaderNames().flatMap((name) => {
      const value = response.getHeader(name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}
