/** The reference page at /docs: Swagger UI from this machine alone, with no inline script. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Router } from 'express';

/** A router for /docs. Only the files the page needs are served; the package holds 20 MB more. */
export function docsPage(): Router {
  const router = express.Router();
  const folder = dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json')));
  router.get('/docs', (_request, response) => {
    response.set('Cache-Control', 'no-cache').type('html').send(page);
  });
  router.get('/docs/initializer.js', (_request, response) => {
    response.set('Cache-Control', 'no-cache').type('js').send(initializer);
  });
  router.get('/docs/:file', (request, response, next) => {
    if (!files.has(request.params.file)) return next();
    response.sendFile(request.params.file, { root: folder, maxAge: '1d' });
  });
  return router;
}

const files: ReadonlySet<string> = new Set(['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png']);

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Linewright API</title>
    <link rel="stylesheet" href="/docs/swagger-ui.css">
    <link rel="icon" type="image/png" href="/docs/favicon-32x32.png">
  </head>
  <body>
    <div id="reference"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/initializer.js"></script>
  </body>
</html>
`;

// The package's own initializer loads a demo from the network.
const initializer = `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis],
});
`;
