/** The one place where adapters meet use cases. */
import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { accounts } from './access/accounts.ts';
import { authentication } from './access/authenticate.ts';
import { signingIn } from './access/sign-in.ts';
import { brandFolder } from './cli/files.ts';
import { evidence } from './compliance/evidence.ts';
import { verifyAudit } from './compliance/verify-audit.ts';
import { type Config, loadEnvironmentFile, readConfig } from './config.ts';
import { lineDelivery } from './delivery/line-delivery.ts';
import type { Caller, User } from './domain/access.ts';
import type { Candidate } from './domain/candidate.ts';
import { idPrefixes } from './domain/ids.ts';
import { acceptRequest } from './generate/accept-request.ts';
import { draftCohort } from './generate/draft-cohort.ts';
import { embeddedWriter } from './generate/embedded-writer/embedded-writer.ts';
import { openaiModel } from './generate/openai-model.ts';
import { requestProgress } from './generate/request-progress.ts';
import { retryCohort } from './generate/retry-cohort.ts';
import { compiledPolicies } from './guardrails/compiled-policies.ts';
import type { BrandStatus, UseCases } from './http/use-cases.ts';
import { embeddedQueue } from './jobs/embedded-queue.ts';
import { brandImport, type FolderStatus } from './policies/brand-import.ts';
import { publishingPolicies } from './policies/publish-policy.ts';
import { renewingReleases } from './policies/renew-releases.ts';
import type { BrandFiles } from './ports/brand-files.ts';
import type { Log } from './ports/log.ts';
import type { Model } from './ports/model.ts';
import type { Moment } from './ports/moment.ts';
import type { Page } from './ports/page.ts';
import { closingCohorts } from './review/close-cohort.ts';
import { deciding } from './review/decide.ts';
import { reviewQueue } from './review/review-queue.ts';
import { openStore } from './store/open-store.ts';

/** What an installation runs by; a test gives its own. */
export type Given = {
  readonly files?: BrandFiles;
  readonly moment?: Moment;
  readonly log?: Log;
  /** The writer, instead of the one the settings name. */
  readonly model?: Model;
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
  const model = given.model ?? writerOf(config);
  const people = accounts({ store: store.access, moment });
  const links = signingIn({ store: store.access, moment });
  const brands = brandImport({ store: store.brands, files: given.files ?? brandFolder(), moment });
  const queue = embeddedQueue({
    rows: store.jobs,
    moment,
    concurrency: config.modelConcurrency * jobsPerCall,
    log,
  });
  const generation = { store: store.generation, brands: store.brands, queue, moment };
  const drafting = draftCohort({
    ...generation,
    neighbours: store.neighbours,
    compiled,
    model,
    modelConcurrency: config.modelConcurrency,
  });
  const accept = acceptRequest(generation);
  const progress = requestProgress(generation);
  const retry = retryCohort(generation);
  const proof = evidence({ store: store.evidence });
  const review = reviewQueue({ store: store.review, moment });
  const publish = publishingPolicies({ store: store.brands, moment, compiled });
  const writer = { kind: model.writer, name: model.name } as const;
  let folders: readonly FolderStatus[] = [];

  const useCases: UseCases = {
    access: { ...authentication({ store: store.access, moment }), ...links, people: store.access.users },
    campaigns: { accept, progress: progress.read, list: progress.list, retry, writer },
    delivery: lineDelivery({ store: store.delivery, moment }),
    review: {
      ...review,
      decide: deciding({ store: store.review, moment, compiled }),
      close: closingCohorts({ store: store.review, moment }),
    },
    evidence: proof,
    brands: { list: brandStatuses },
    ping: store.ping,
    waitingJobs: store.jobs.waiting,
  };

  return {
    useCases,
    accounts: people,
    signIn: links,
    brandImport: { ...brands, importNew },
    brandStore: store.brands,
    publish,
    renewReleases: renewingReleases({ store: store.brands, moment, compiled, publish }),
    accept,
    progress: progress.read,
    candidatesOf,
    verifyAudit: (onEvents: (count: number) => void) => verifyAudit(store.evidence, onEvents),
    auditEventCount,
    writer,
    owner,
    commandLine,
    publicUrl: config.publicUrl ?? `http://${config.host}:${config.port}`,
    log,
    moment,
    startWork: () => queue.start({ 'draft-cohort': drafting }),
    close: async () => {
      await queue.stop(drainMs);
      await store.close();
    },
  };

  async function importNew(): Promise<FolderStatus[]> {
    const imported = await brands.importNew();
    folders = imported;
    return imported;
  }

  async function brandStatuses(caller: Caller, brandIds: readonly string[]): Promise<BrandStatus[]> {
    const inForce = await store.brands.brands(brandIds);
    const known = await store.brands.allBrandIds();
    const isAdmin = caller.memberships.some(({ role }) => role === 'admin');
    const setAside = isAdmin ? folders.filter(({ id }) => !known.includes(id)) : [];
    const unknown = setAside.map(({ id, mistakes }) => ({ id, inForce: null, mistakes, filesDiffer: false }));
    const statuses = inForce.map((brand) => {
      const folder = folders.find(({ id }) => id === brand.brand.id);
      const { mistakes = [], filesDiffer = false } = folder ?? {};
      return { id: brand.brand.id, inForce: brand, mistakes, filesDiffer };
    });
    return [...statuses, ...unknown];
  }

  async function owner(): Promise<User> {
    const user = await people.user('Owner', 'owner@localhost');
    await people.grant(user.id, await store.brands.allBrandIds(), ['admin']);
    return user;
  }

  async function commandLine(brandIds: readonly string[]): Promise<Caller> {
    const client = await people.client('Command line');
    const known = await store.brands.allBrandIds();
    const granted = brandIds.filter((id) => known.includes(id));
    await people.grant(client.id, granted, ['campaign-client']);
    const memberships = await store.access.memberships(client.id);
    return { actor: { kind: 'client', id: client.id }, name: client.name, memberships, scopes: null };
  }

  async function candidatesOf(brandId: string, cohortId: string): Promise<readonly Candidate[]> {
    const found: Candidate[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<Candidate> = await proof.candidates({ brandIds: [brandId], cohortId }, { limit: 100, cursor });
      found.push(...page.data);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return found.sort((one, other) => one.rank - other.rank);
  }

  async function auditEventCount(): Promise<number> {
    const chains = await store.evidence.chains();
    return chains.reduce((sum, { head }) => sum + head.sequence, 0);
  }
}

/** Put the product together by the environment, for a command. */
export async function openFromEnvironment(): Promise<Composition> {
  loadEnvironmentFile();
  const config = readConfig();
  return compose(config, {
    log: pino({ level: config.logLevel === 'info' ? 'warn' : config.logLevel }, pino.destination(2)),
  });
}

function writerOf({ model }: Config): Model {
  if (model === null) return embeddedWriter();
  return openaiModel({
    apiKey: model.apiKey,
    baseUrl: model.baseUrl,
    model: model.name,
    timeoutMs: model.timeoutMs,
  });
}

const realMoment: Moment = {
  now: () => new Date().toISOString(),
  newId: (noun) => `${idPrefixes[noun]}_${uuidv7().replaceAll('-', '')}`,
  randomHex: (bytes) => randomBytes(bytes).toString('hex'),
};
