/** Generation with a real Store in memory and a server that plays the model. */
import type { Caller } from '../../src/domain/access.ts';
import { AuditEvent } from '../../src/domain/audit-event.ts';
import type { Brief } from '../../src/domain/brief.ts';
import type { Price } from '../../src/domain/price.ts';
import type { RequestCohort } from '../../src/domain/variant-request.ts';
import { acceptRequest } from '../../src/generate/accept-request.ts';
import { type DraftingParts, draftCohort } from '../../src/generate/draft-cohort.ts';
import { draftKey } from '../../src/generate/draft-job.ts';
import { embeddedWriter } from '../../src/generate/embedded-writer/embedded-writer.ts';
import { guardedModel } from '../../src/generate/guarded-model.ts';
import { openaiModel } from '../../src/generate/openai-model.ts';
import { requestProgress } from '../../src/generate/request-progress.ts';
import { retryCohort } from '../../src/generate/retry-cohort.ts';
import { compiledPolicies } from '../../src/guardrails/compiled-policies.ts';
import type { Job } from '../../src/ports/job-queue.ts';
import type { Store } from '../../src/ports/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { fixedMoment } from './fixed-moment.ts';
import { type ModelServer, type ModelServerKind, modelServer } from './model-server.ts';
import { addRealBrand } from './real-brand.ts';
import { sampleBrief } from './samples.ts';

/** A campaign tool that may write for the sample brand. */
export const campaignTool: Caller = {
  actor: { kind: 'client', id: 'client_1' },
  name: 'Campaign tool',
  memberships: [{ memberId: 'client_1', brandId: 'loomwell', role: 'campaign-client' }],
  scopes: ['requests:write'],
};

/** The sample brief with other words in it. */
export function briefWith(own: Partial<Brief>, cohorts: readonly string[] = ['linen-buyers']): Brief {
  return { ...sampleBrief('loomwell', cohorts), ...own };
}

const LoggedEvent = AuditEvent.omit({ hash: true });

/** Everything a test of generation needs, on a database of its own. */
export async function drafting(
  kind: ModelServerKind = {},
  price: Price | null = null,
  own: { timeoutMs?: number } = {},
) {
  const moment = fixedMoment();
  const store: Store = await openStore({ databaseUrl: 'sqlite::memory:' });
  await addRealBrand(store, moment, 'loomwell');
  const server: ModelServer = await modelServer(kind);
  const access = { apiKey: 'sk-test', baseUrl: server.url, model: 'tiny', timeoutMs: 2_000, maxRetries: 0, ...own };
  const parts: DraftingParts = {
    store: store.generation,
    brands: store.brands,
    neighbours: store.neighbours,
    model: guardedModel(openaiModel(access), { moment, price }),
    standIn: embeddedWriter(),
    price,
    compiled: compiledPolicies(),
    moment,
    modelConcurrency: 4,
  };
  let wakes = 0;
  const wake = () => {
    wakes += 1;
  };
  const useCases = { store: store.generation, brands: store.brands, queue: { wake }, moment };
  const handler = draftCohort(parts);
  const signal = new AbortController().signal;

  /** Everything saved of a cohort. */
  async function work(cohortId: string) {
    const saved = await store.generation.cohortWork(cohortId);
    if (!saved) throw new Error(`there is no cohort ${cohortId}`);
    return saved;
  }

  return {
    moment,
    store,
    server,
    parts,
    handler,
    wakes: () => wakes,
    accept: (brief: Brief) => acceptRequest(useCases)(campaignTool, ['loomwell'], brief),
    acceptAs: acceptRequest(useCases),
    retry: (cohortId: string) => retryCohort(useCases)(campaignTool, ['loomwell'], cohortId),
    retryAs: retryCohort(useCases),
    progress: requestProgress(useCases),
    /** The job of a cohort's run, as the queue hands it over. */
    jobOf: (cohort: RequestCohort, more: Partial<Job<'draft-cohort'>> = {}): Job<'draft-cohort'> => ({
      id: `job_${cohort.id}`,
      kind: 'draft-cohort',
      brandId: cohort.brandId,
      key: draftKey(cohort),
      payload: { cohortId: cohort.id },
      runAt: moment.now(),
      attempt: 1,
      isLastAttempt: false,
      ...more,
    }),
    draft: (job: Job<'draft-cohort'>) => handler.run(job, signal),
    /** An accepted brief's cohorts, the first one by itself. */
    accepted: async (own: Parameters<typeof briefWith>[0] = {}, names?: readonly string[]) => {
      const { cohorts, request } = await acceptRequest(useCases)(campaignTool, ['loomwell'], briefWith(own, names));
      const all = cohorts.map(({ cohort }) => cohort);
      const first = all[0];
      if (!first) throw new Error('no cohort');
      return { request, cohorts: all, cohort: first };
    },
    work,
    stateOf: async ({ id }: RequestCohort) => (await work(id)).cohort,
    /** The audit log of the brand: what happened, in order. */
    log: async () =>
      (await store.evidence.events('loomwell', 0, 1_000)).map(({ body }) => LoggedEvent.parse(JSON.parse(body))),
    close: async () => {
      await server.close();
      await store.close();
    },
  };
}

/** A reply of the model with these texts. */
export function replyWith(...texts: readonly string[]): string {
  return JSON.stringify({ candidates: texts.map((text) => ({ text, angle: 'benefit' })) });
}
