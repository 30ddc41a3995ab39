/** The headers that tell a browser what these pages may not do. */
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Helmet's headers with a policy under which no script runs that this service did not serve as a file. */
export function securityHeaders(isSecure: () => boolean): RequestHandler {
  const secure = headers(true);
  const plain = headers(false);
  return (request, response, next) => (isSecure() ? secure : plain)(request, response, next);
}

function headers(isSecure: boolean): RequestHandler {
  return helmet({
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
  });
}
