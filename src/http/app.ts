/** The HTTP side as a whole: every middleware and route in the order a request meets them. */
import './locals.ts';
import express, { type Express, type RequestHandler, type Router } from 'express';
import { Problem } from '../domain/problem.ts';
import type { Log } from '../ports/log.ts';
import type { Moment } from '../ports/moment.ts';
import { authenticate } from './authenticate.ts';
import { consoleFiles } from './console-files.ts';
import { docsPage } from './docs-page.ts';
import { ordinaryStreams, type StreamLimits } from './event-stream.ts';
import { healthz, readyz } from './health.ts';
import { metrics } from './metrics.ts';
import { answeringOnce } from './once.ts';
import { openApi } from './openapi.ts';
import { problemAnswer } from './problem-answer.ts';
import { problemsPage } from './problems-page.ts';
import { type Limits, ordinaryLimits, rateLimits } from './rate-limits.ts';
import { requestId } from './request-id.ts';
import { requestLog } from './request-log.ts';
import { routeTable } from './route-table.ts';
import { serveAccess } from './routes/access.ts';
import { serveBrands } from './routes/brands.ts';
import { serveBriefs } from './routes/briefs.ts';
import { serveCampaigns } from './routes/campaigns.ts';
import { serveChecks } from './routes/checks.ts';
import { serveCompliance } from './routes/compliance.ts';
import { serveDeliveries } from './routes/deliveries.ts';
import { serveDrafting } from './routes/drafting.ts';
import { serveExamples } from './routes/examples.ts';
import { serveFallbacks } from './routes/fallbacks.ts';
import { serveFigures } from './routes/figures.ts';
import { serveKeys } from './routes/keys.ts';
import { serveLibrary } from './routes/library.ts';
import { serveLineActs } from './routes/line-acts.ts';
import { serveLines } from './routes/lines.ts';
import { serveOutcomes } from './routes/outcomes.ts';
import { serveOverrides } from './routes/overrides.ts';
import { serveAccount, servePeople } from './routes/people.ts';
import { serveProgress } from './routes/progress.ts';
import { serveQueue } from './routes/queue.ts';
import { serveReview } from './routes/review.ts';
import { serveRules } from './routes/rules.ts';
import { serveTexts } from './routes/texts.ts';
import { serveWebhooks } from './routes/webhooks.ts';
import { refuseCrossSite } from './same-site.ts';
import { securityHeaders } from './security-headers.ts';
import { type OnAnswer, routeServer } from './serve-route.ts';
import { type SessionCookie, sessionCookie } from './session-cookie.ts';
import type { UseCases } from './use-cases.ts';

/** What the app is made of. */
export type HttpParts = {
  readonly useCases: UseCases;
  /** Where people reach the service; a function where the port is only known later. */
  readonly publicUrl: string | (() => string);
  /** Whether people come over https; read off the public address where not given. */
  readonly isSecure?: boolean;
  readonly log?: Log;
  /** The built console; without it there are no pages but the reference. */
  readonly consoleFolder?: string;
  readonly moment: Moment;
  readonly limits?: Limits;
  readonly streams?: Partial<StreamLimits>;
  /** Fires when the service stops: streams end then, so that nobody waits for them. */
  readonly draining?: AbortSignal;
  readonly onAnswer?: OnAnswer;
};

/** The Express app; `listen` puts it on a port. */
export function httpApp(parts: HttpParts): Express {
  const { useCases, publicUrl, moment, consoleFolder, log = silence } = parts;
  const baseUrl = () => (typeof publicUrl === 'string' ? publicUrl : publicUrl()).replace(/\/+$/, '');
  const isSecure = () => parts.isSecure ?? baseUrl().startsWith('https:');
  const measured = metrics(useCases);

  const app = express();
  app.set('query parser', 'simple');
  // A tag says which version is in force; one over the bytes of an answer would look like it and say nothing.
  app.set('etag', false);
  app.disable('x-powered-by');
  // A proxy on the same machine says for whom it asks; anybody else's word is not taken.
  app.set('trust proxy', 'loopback');
  app.use(requestId(moment), securityHeaders(isSecure), measured.measure);

  app.use(api(parts, baseUrl, sessionCookie(isSecure), log));
  app.get('/healthz', healthz);
  app.get('/readyz', readyz(useCases));
  app.get('/metrics', measured.page);
  app.get('/openapi.json', openApi(baseUrl));
  app.get('/problems/:code', problemsPage());
  app.use(docsPage());
  if (consoleFolder !== undefined) app.use(consoleFiles(consoleFolder));
  app.use((request) => {
    throw new Problem('not-found', `Nothing is at ${request.path}. The addresses are listed at /docs.`);
  });
  app.use(problemAnswer({ baseUrl, log }));
  return app;
}

function api(parts: HttpParts, baseUrl: () => string, cookie: SessionCookie, log: Log): Router {
  const { useCases, moment, limits = ordinaryLimits, onAnswer = () => {} } = parts;
  const { perCaller, signIns } = rateLimits(limits, moment);
  const router = express.Router({ caseSensitive: true, strict: true });
  const noStore: RequestHandler = (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  };
  const known = authenticate(useCases.access, cookie);
  router.use('/v1', requestLog(log), noStore, known, perCaller, refuseCrossSite(baseUrl));
  router.post(['/v1/sessions', '/v1/password-sessions'], signIns);

  const table = routeTable();
  const server = routeServer({ table, once: answeringOnce({ store: useCases.idempotency, moment }), onAnswer });
  serveAccess(server, useCases, cookie);
  serveBrands(server, useCases);
  serveCampaigns(server, useCases);
  serveDrafting(server, useCases);
  serveDeliveries(server, useCases);
  serveFallbacks(server, useCases);
  serveOverrides(server, useCases);
  serveProgress(server, useCases, { ...ordinaryStreams, ...parts.streams }, parts.draining);
  serveBriefs(server, useCases);
  serveOutcomes(server, useCases);
  serveLines(server, useCases);
  serveLineActs(server, useCases);
  serveLibrary(server, useCases);
  serveChecks(server, useCases);
  serveTexts(server, useCases);
  serveRules(server, useCases);
  serveAccount(server, useCases, cookie);
  servePeople(server, useCases);
  serveExamples(server, useCases);
  serveFigures(server, useCases);
  serveKeys(server, useCases, moment);
  serveReview(server, useCases, moment);
  serveQueue(server, useCases, moment);
  serveCompliance(server, useCases);
  serveWebhooks(server, useCases);
  router.use(table.serve);
  return router;
}

const silence: Log = { info: () => {}, warn: () => {}, error: () => {} };
