/** Webhooks over a real Store, a real sender and a real receiver; the clock stands still until it is moved. */

import { fanOutWebhooks } from '../../src/delivery/fan-out-webhooks.ts';
import { type SendingParts, sendWebhook } from '../../src/delivery/send-webhook.ts';
import { webhookEndpoints } from '../../src/delivery/webhook-endpoints.ts';
import { webhookLog } from '../../src/delivery/webhook-log.ts';
import { httpSender } from '../../src/delivery/webhook-sender/http-sender.ts';
import type { Caller } from '../../src/domain/access.ts';
import { theService } from '../../src/domain/access.ts';
import type { ApprovedLine } from '../../src/domain/approved-line.ts';
import { addMs } from '../../src/domain/instant.ts';
import type { Policy } from '../../src/domain/policy.ts';
import { compilePolicy } from '../../src/guardrails/compile-policy.ts';
import { compiledPolicies } from '../../src/guardrails/compiled-policies.ts';
import { perform } from '../../src/jobs/perform.ts';
import { publishingPolicies } from '../../src/policies/publish-policy.ts';
import type { Store } from '../../src/ports/store.ts';
import { deciding } from '../../src/review/decide.ts';
import { undoingDecisions } from '../../src/review/undo-decision.ts';
import type { FixedMoment } from './fixed-moment.ts';
import { addRealBrand } from './real-brand.ts';
import { realMoment } from './real-moment.ts';
import { draftRequest } from './sample-acts.ts';
import { sampleBrand, sampleBrief, sampleRelease } from './samples.ts';

const page = { limit: 100, cursor: null };
const never = new AbortController().signal;

/** More than the grace after which an approval is told. */
const graceMs = 130_000;

/** The real time, which can be moved on; ids are new in every test. Begins early enough for one line to be released. */
export function movableMoment(): FixedMoment {
  let aheadMs = -graceMs;
  return {
    ...realMoment,
    now: () => new Date(Date.now() + aheadMs).toISOString(),
    advance: (ms) => {
      aheadMs += ms;
    },
  };
}

/** What a test does; everything is about the brand `brandId`, which it makes. */
export async function webhookDesk(store: Store, moment: FixedMoment, brandId: string, releaseGraceSeconds = 0) {
  const compiled = compiledPolicies();
  const caller: Caller = {
    actor: { kind: 'user', id: 'user_ada' },
    name: 'Ada',
    memberships: [{ memberId: 'user_ada', brandId, role: 'admin' }],
    scopes: null,
  };
  const review = { horizonDays: 2, hoursPerDay: 6, releaseGraceSeconds };
  await addRealBrand(store, moment, brandId, policyOf(70), { review });
  const sender = httpSender({ allowPrivate: true, timeoutMs: 2_000 });
  const parts = { store: store.webhooks, sender, queue: { wake: () => {} }, moment };
  const endpoints = webhookEndpoints(parts);
  const log = webhookLog(parts);
  const decide = deciding({ store: store.review, moment, compiled });
  const undo = undoingDecisions({ store: store.review, moment });
  const publish = publishingPolicies({ store: store.brands, moment, compiled });
  const fanOut = (by: Store = store) => fanOutWebhooks({ ...parts, store: by.webhooks })(never);
  const handler = (more: Partial<SendingParts> = {}) =>
    sendWebhook({ ...parts, random: () => 0.5, perEndpoint: 10, attemptMs: 5_000, ...more });
  let cohorts = 0;

  /** Two lines in review. */
  const draft = async () => {
    cohorts += 1;
    const brief = sampleBrief(brandId, [`cohort-${cohorts}`]);
    return draftRequest(store, moment, brief, [
      `The jeans for your shirt ${cohorts}`,
      `What it was missing ${cohorts}`,
    ]);
  };
  const decideOn = (itemId: string, decision: Parameters<typeof decide>[4]) =>
    decide(caller, [brandId], itemId, 1, decision);

  return {
    caller,
    brandId,
    endpoints,
    log,
    handler,
    fanOut,
    add: (url: string, types?: Parameters<typeof endpoints.add>[2]['types']) =>
      endpoints.add(caller, [brandId], { brand: brandId, url, types }),
    /** An approved line, and the clock is moved to where its release is over. */
    async approve(): Promise<ApprovedLine> {
      const { items } = await draft();
      const { line } = await decideOn(items[0]?.id ?? '', { kind: 'approve', warningsPassed: 'on-purpose' });
      if (!line) throw new Error('nothing was approved');
      moment.advance(graceMs);
      return line;
    },
    async reject(): Promise<string> {
      const { items } = await draft();
      const { item } = await decideOn(items[0]?.id ?? '', { kind: 'reject', reason: 'off-brand-voice' });
      return item.candidateId;
    },
    /** Decides every line of a new cohort, which stays in its grace; `undo` takes the last decision back. */
    async decideAll(decision: Parameters<typeof decide>[4]) {
      const { items } = await draft();
      for (const { id } of items) await decideOn(id, decision);
      const last = items.at(-1)?.id ?? '';
      return { undo: () => undo(caller, [brandId], last, 2) };
    },
    /** Publishes a policy that blocks every line there is. */
    async withdrawAll(): Promise<void> {
      const policy = policyOf(3 + cohorts);
      const { policyHash } = compilePolicy(policy);
      const release = sampleRelease(moment, brandId, { policy, policyHash, state: 'draft', publishedAt: null });
      await store.brands.addDraft(sampleBrand(brandId), release, []);
      await publish(brandId, release.id, theService);
    },
    /** Tells what happened and does every job that is due, one after the other. Gives back how many it began. */
    async work(by = handler()): Promise<number> {
      await fanOut();
      let begun = 0;
      for (;;) {
        const now = moment.now();
        const leaseToken = moment.randomHex(8);
        const leaseUntil = addMs(now, 15_000);
        const lease = { kind: 'send-webhook' as const, now, leaseUntil, leaseToken, limit: 10, maxAttempts: 1_000 };
        const jobs = await store.jobs.claim(lease);
        if (jobs.length === 0) return begun;
        for (const job of jobs)
          await perform({ job, leaseToken, leaseUntil, abort: new AbortController() }, by, {
            rows: store.jobs,
            moment,
            maxAttempts: 1_000,
          });
        begun += jobs.length;
      }
    },
    deliveries: async (endpointId: string) => (await log.deliveries([brandId], endpointId, undefined, page)).data,
    read: (endpointId: string) => endpoints.read([brandId], endpointId),
    /** What the audit chain says of webhooks. */
    audit: async () =>
      (await store.evidence.eventPage({ brandIds: [brandId] }, page)).data
        .filter(({ action }) => action.startsWith('webhook.'))
        .map(({ action, details }) => ({ action, details })),
  };
}

function policyOf(max: number): Policy {
  return {
    dialect: 'klaviyo',
    locale: 'en-US',
    market: 'US',
    attributes: {},
    rules: {
      length: {
        on: true,
        version: 1,
        severity: 'block',
        onMissingFacts: 'warn',
        options: { max, warnAt: Math.min(50, max) },
      },
    },
    examples: { pass: [], block: [] },
  };
}
