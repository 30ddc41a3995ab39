/** The one place where adapters meet use cases. */
import { pino } from 'pino';
import { installationAccounts } from './access/installation-accounts.ts';
import { brandVoices } from './brandvoice/brand-voices.ts';
import { brandFolder, readExamples, readRulePage } from './cli/files.ts';
import { checkingChains } from './compliance/check-chains.ts';
import { evidence } from './compliance/evidence.ts';
import { verifyAudit } from './compliance/verify-audit.ts';
import { composeAccess } from './compose-access.ts';
import { composeWebhooks } from './compose-webhooks.ts';
import { type Config, loadEnvironmentFile, readConfig } from './config.ts';
import { expiringDue } from './delivery/expire-due.ts';
import { fallbackLines } from './delivery/fallback-lines.ts';
import { hearingBack } from './delivery/hearing-back.ts';
import { lineDelivery } from './delivery/line-delivery.ts';
import { lineLibrary } from './delivery/line-library.ts';
import { recallingLines } from './delivery/recall-line.ts';
import { simulatingRecalls } from './delivery/simulate-recalls.ts';
import type { Resolve } from './delivery/webhook-sender/http-sender.ts';
import { addMs } from './domain/instant.ts';
import { isSandbox } from './domain/sandbox.ts';
import { acceptRequest } from './generate/accept-request.ts';
import { campaignFindings } from './generate/campaign-findings.ts';
import { cancelling } from './generate/cancel.ts';
import { draftCohort } from './generate/draft-cohort.ts';
import { draftJob } from './generate/draft-job.ts';
import { embeddedWriter } from './generate/embedded-writer/embedded-writer.ts';
import { exampleBriefs } from './generate/example-brief.ts';
import { guardedModel } from './generate/guarded-model.ts';
import { holdingBack } from './generate/hold-back.ts';
import { notingCohorts } from './generate/note-cohort.ts';
import { pausingBrands } from './generate/pause-brand.ts';
import { requestProgress } from './generate/request-progress.ts';
import { retryCohort } from './generate/retry-cohort.ts';
import { retryRequest } from './generate/retry-request.ts';
import { briefRevisions } from './generate/revision/brief-revisions.ts';
import { sandboxWriter } from './generate/sandbox-writer.ts';
import { compiledPolicies } from './guardrails/compiled-policies.ts';
import type { UseCases } from './http/use-cases.ts';
import { embeddedQueue } from './jobs/embedded-queue.ts';
import { type Chore, housekeeping } from './jobs/housekeeping.ts';
import { brandImport, type FolderStatus } from './policies/brand-import.ts';
import { brandPages } from './policies/brand-pages.ts';
import { brandStatuses } from './policies/brand-statuses.ts';
import { checkingLines } from './policies/check-lines.ts';
import { publishingPolicies } from './policies/publish-policy.ts';
import { renewingReleases } from './policies/renew-releases.ts';
import { rulePages } from './policies/rule-pages.ts';
import { sandboxes } from './policies/sandboxes.ts';
import { tryingTexts } from './policies/try-text.ts';
import type { BrandFiles } from './ports/brand-files.ts';
import { keyHours } from './ports/idempotency-store.ts';
import type { JobHandler } from './ports/job-queue.ts';
import type { Log } from './ports/log.ts';
import type { Model } from './ports/model.ts';
import type { Moment } from './ports/moment.ts';
import { realMoment } from './real-moment.ts';
import { checkingTexts } from './review/check-text.ts';
import { closingCohorts } from './review/close-cohort.ts';
import { deciding } from './review/decide.ts';
import { decidingMany } from './review/decide-many.ts';
import { figuresOf } from './review/figures.ts';
import { lineActs } from './review/line-acts.ts';
import { overridingBlocks } from './review/override-blocks.ts';
import { queueLists } from './review/queue-lists.ts';
import { reviewQueue } from './review/review-queue.ts';
import { simulatingDecisions } from './review/simulate-decisions.ts';
import { undoingDecisions } from './review/undo-decision.ts';
import { writingLines } from './review/write-line.ts';
import { secretKeyFile, secretSealing } from './secret-sealing.ts';
import { openStore } from './store/open-store.ts';
import { writerOf } from './writer-of.ts';

/** What an installation runs by; a test gives its own. */
export type Given = {
  readonly files?: BrandFiles;
  readonly moment?: Moment;
  readonly log?: Log;
  /** The writer, instead of the one the settings name. */
  readonly model?: Model;
  /** Looks names up for webhooks, instead of the system. */
  readonly resolve?: Resolve;
};

/** The product, put together. */
export type Composition = Awaited<ReturnType<typeof compose>>;

/** How many drafting jobs run for each model call allowed, so that checking and saving never leave a call idle. */
const jobsPerCall = 2;
/** How long work in flight may still run when the service stops. */
const drainMs = 10_000;

/** Put the product together on the database the settings name. Nothing runs yet; `close` it in the end. */
export async function compose(config: Config, given: Given = {}) {
  const log = given.log ?? pino({ level: config.logLevel }, pino.destination(2));
  const moment = given.moment ?? realMoment;
  const store = await openStore({ databaseUrl: config.databaseUrl, log });
  const compiled = compiledPolicies();
  const price = config.model?.price ?? null;
  const model = guardedModel(given.model ?? writerOf(config), { moment, price });
  const files = given.files ?? brandFolder();
  const brands = brandImport({ store: store.brands, files, moment });
  const queue = embeddedQueue({
    kind: 'draft-cohort',
    rows: store.jobs,
    moment,
    concurrency: config.modelConcurrency * jobsPerCall,
    log,
  });
  const publish = publishingPolicies({ store: store.brands, moment, compiled });
  const sandbox = sandboxes({ store: store.brands, moment, publish });
  const access = composeAccess({ store, moment, log, openSandbox: sandbox.open });
  const decide = deciding({ store: store.review, moment, compiled });
  const close = closingCohorts({ store: store.review, moment });
  const recall = recallingLines({ store: store.lines, moment });
  const simulate = simulatingDecisions({ store: store.review, brands: store.brands, decide, close, moment });
  const webhooks = composeWebhooks({
    store,
    moment,
    log,
    random: Math.random,
    allowPrivate: config.webhookAllowPrivate,
    resolve: given.resolve,
    sealing: secretSealing({
      keys: config.webhookSecretKeys,
      keyFile: secretKeyFile(config.databaseUrl),
      randomHex: moment.randomHex,
    }),
  });
  const chores: readonly Chore[] = [
    { name: 'expire what is due', run: expiringDue({ store: store.lines, moment }) },
    { name: 'bring sandboxes to what their brands published', run: sandbox.follow },
    { name: 'simulate decisions in sandboxes', run: simulate },
    { name: 'simulate recalls in sandboxes', run: simulatingRecalls({ store: store.lines, recall, moment }) },
    { name: 'let cohorts in that were held back', run: (signal) => pace.chore(signal) },
    ...webhooks.chores,
    ...access.chores,
    {
      name: 'forget idempotency keys',
      run: async () => void (await store.idempotency.forget(addMs(moment.now(), -keyHours * 60 * 60 * 1000))),
    },
  ];
  const house = housekeeping({ chores, log });
  const generation = { store: store.generation, brands: store.brands, queue, moment };
  const draftingParts = { ...generation, neighbours: store.neighbours, compiled, price };
  const drafting = draftCohort({
    ...draftingParts,
    model,
    standIn: model.writer === 'model' ? embeddedWriter() : null,
    modelConcurrency: config.modelConcurrency,
  });
  const sandboxModel = sandboxWriter(embeddedWriter());
  const sandboxDrafting = draftCohort({ ...draftingParts, model: sandboxModel, standIn: null, modelConcurrency: 1 });
  const pace = holdingBack({ ...generation, store: store.pace });
  const accept = acceptRequest({ ...generation, letIn: pace.letIn });
  const progress = requestProgress(generation);
  const retry = retryCohort(generation);
  const cancel = cancelling(generation);
  const pauses = pausingBrands({ store: store.pauses, queue, moment });
  const findings = campaignFindings({ ...generation, compiled });
  const proof = evidence({ store: store.evidence });
  const review = reviewQueue({ store: store.review, moment });
  const writer = { kind: model.writer, name: model.name } as const;
  const voices = brandVoices({ brands: store.brands, approved: store.approvedTexts });
  const briefs = briefRevisions({ store: store.briefs, accept, queue, compiled, moment });
  let folders: readonly FolderStatus[] = [];
  const judging = { moment, compiled };
  const statuses = brandStatuses({ store: store.brands, lastImport: () => folders });

  const useCases: UseCases = {
    ...access.useCases,
    exampleBrief: exampleBriefs({ readExamples }),
    figures: figuresOf({ store: store.figures, moment }),
    campaigns: { accept, progress: progress.read, list: progress.list, retry, findings, writer },
    drafting: {
      cancelRequest: cancel.request,
      cancelCohort: cancel.cohort,
      retryRequest: retryRequest(generation),
      note: notingCohorts(generation),
      pace: pace.read,
      outlook: pace.outlook,
      pause: pauses.pause,
      resume: pauses.resume,
      pauses: pauses.of,
    },
    heard: hearingBack({ store: store.outcomes, brands: store.brands, moment }),
    delivery: lineDelivery({ store: store.delivery, brands: store.brands, moment }),
    fallbacks: fallbackLines({ store: store.fallbacks, brands: store.brands, moment, compiled }),
    overrides: overridingBlocks({ store: store.overrides, moment, compiled }),
    lineActs: lineActs({ store, moment, compiled, queue, jobFor: (cohort) => draftJob(moment, cohort) }),
    lines: { recall },
    library: lineLibrary({ store: store.library, moment }),
    briefs,
    review: {
      ...review,
      ...queueLists({ store: store.queue, moment }),
      decide,
      decideMany: decidingMany({ store: store.review, decide }),
      close,
      checkText: checkingTexts({ store: store.review, moment, compiled }),
      undo: undoingDecisions({ store: store.review, moment }),
      write: writingLines({ store: store.review, moment, compiled }),
    },
    evidence: { ...proof, checkChains: checkingChains({ store: store.evidence, moment }) },
    checks: { lines: checkingLines({ brands: store.brands, compiled, moment, voices }) },
    rules: rulePages({ readPage: readRulePage }),
    brands: {
      list: statuses,
      ...brandPages({ store: store.brands, counts: store.ruleCounts, files, statuses, moment }),
      tryText: tryingTexts({ ...judging, brands: store.brands, briefOf: briefs.read, neighbours: store.neighbours }),
    },
    idempotency: store.idempotency,
    webhooks: webhooks.useCases,
    voices: { of: voices },
    ping: store.ping,
    waitingJobs: store.jobs.waiting,
    modelNumbers: model.numbers,
  };

  return {
    useCases,
    accounts: access.accounts,
    keys: access.keys,
    clients: access.clients,
    sandbox,
    signIn: access.signIn,
    brandImport: { ...brands, importNew },
    brandStore: store.brands,
    publish,
    renewReleases: renewingReleases({ store: store.brands, moment, compiled, publish }),
    accept,
    progress: progress.read,
    candidatesOf: proof.candidatesOf,
    verifyAudit: (onEvents: (count: number) => void) => verifyAudit(store.evidence, onEvents),
    auditEventCount: proof.eventCount,
    writer,
    ...installationAccounts({
      accounts: access.accounts,
      store: store.access,
      people: store.accounts,
      knownBrandIds: store.brands.realBrandIds,
      moment,
    }),
    knownBrandIds: store.brands.realBrandIds,
    resealSecrets: webhooks.resealSecrets,
    publicUrl: config.publicUrl ?? `http://${config.host}:${config.port}`,
    log,
    moment,
    startWork: () => {
      queue.start(inSandboxes(sandboxDrafting, drafting));
      webhooks.start();
      house.start();
    },
    close: async () => {
      await house.stop();
      await Promise.all([queue.stop(drainMs), webhooks.stop(drainMs)]);
      await store.close();
    },
  };

  async function importNew(): Promise<readonly FolderStatus[]> {
    folders = await brands.importNew();
    return folders;
  }
}

/** Put the product together by the environment, for a command. */
export async function openFromEnvironment(): Promise<Composition> {
  loadEnvironmentFile();
  const config = readConfig();
  return compose(config, {
    log: pino({ level: config.logLevel === 'info' ? 'error' : config.logLevel }, pino.destination(2)),
  });
}

/** No money is spent in a sandbox, and no model is kept from real work: another writer drafts there. */
function inSandboxes(
  sandbox: JobHandler<'draft-cohort'>,
  real: JobHandler<'draft-cohort'>,
): JobHandler<'draft-cohort'> {
  const handlerFor = (brandId: string) => (isSandbox(brandId) ? sandbox : real);
  return {
    run: (job, signal) => handlerFor(job.brandId).run(job, signal),
    gaveUp: (job, error) => handlerFor(job.brandId).gaveUp(job, error),
  };
}
