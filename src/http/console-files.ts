/** Serves the built console. It never answers for the API's addresses, or a mistyped path would look like success. */
import { join } from 'node:path';
import express, { type Router } from 'express';

/** A router for the console's folder: hashed files for ever, the page for every address of its own. */
export function consoleFiles(folder: string): Router {
  const router = express.Router();
  // Vite puts a hash of the content into these names, so a name never changes its content.
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '365d', index: false }));
  router.use(express.static(folder, { index: false, maxAge: 0, redirect: false }));
  router.get('/{*splat}', (request, response, next) => {
    if (reserved.test(request.path) || !wantsPage(request.path, request.get('accept') ?? '')) return next();
    response.set('Cache-Control', 'no-cache').sendFile('index.html', { root: folder });
  });
  return router;
}

const reserved = /^\/(?:v1|assets|docs|problems|openapi\.json|healthz|readyz|metrics)(?:\/|$)/;

/** Browsers ask for text/html; what asks for anything at all gets the page at the root only. */
function wantsPage(path: string, accept: string): boolean {
  return accept.includes('text/html') || path === '/';
}
