/** Counts what the service does, for Prometheus. Names routes, never people, keys or lines. */
import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { tellOfModel } from './model-metrics.ts';
import type { UseCases } from './use-cases.ts';

/** Measures every request, and the page that tells. */
export type Metrics = { readonly measure: RequestHandler; readonly page: RequestHandler };

/** Metrics of one app, in a registry of its own so that two apps in a process do not share numbers. */
export function metrics({
  waitingJobs,
  modelNumbers,
  campaigns,
}: Pick<UseCases, 'waitingJobs' | 'modelNumbers' | 'campaigns'>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'linewright_http_request_duration_seconds',
    help: 'How long answers took, by route.',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  });
  new Gauge({
    name: 'linewright_jobs_waiting',
    help: 'Jobs that are not done and not given up.',
    registers: [registry],
    async collect() {
      // A database that is away must not take the other numbers along: NaN is Prometheus's word for "not known".
      this.set(await waitingJobs().catch(() => Number.NaN));
    },
  });
  tellOfModel(registry, campaigns.writer.kind, modelNumbers);
  return {
    measure: (request, response, next) => {
      const stop = durations.startTimer();
      response.once('close', () => {
        // The contract's path, not the address: ids would make a time series each.
        stop({ method: request.method, route: response.locals.route ?? '(none)', status: response.statusCode });
      });
      next();
    },
    page: async (_request, response) => {
      response.type(registry.contentType).send(await registry.metrics());
    },
  };
}
