/** The real product with lines of the test's choosing in review: only the writer is scripted, and the clock can be moved. */

import type { Role } from '../../src/domain/access.ts';
import type { Brief } from '../../src/domain/brief.ts';
import type { Angle } from '../../src/domain/candidate.ts';
import { catalogue } from '../../src/guardrails/catalogue.ts';
import type { BrandFiles } from '../../src/ports/brand-files.ts';
import type { Model } from '../../src/ports/model.ts';
import type { Moment } from '../../src/ports/moment.ts';
import { realMoment } from './real-moment.ts';
import { runningService } from './running-service.ts';

/** A line as a writer gives it. */
export type WrittenLine = { readonly text: string; readonly angle: Angle; readonly preheader?: string };

/** What a test does with the service. */
export type ReviewDesk = Awaited<ReturnType<typeof reviewDesk>>;

/** `policyRules` are the rules that are on, as a policy file has them; without it the brand is the one that comes along. */
export async function reviewDesk(wanted: {
  readonly consoleFolder: string;
  readonly policyRules?: Readonly<Record<string, object>>;
  readonly writer?: Pick<Model, 'writer' | 'name'>;
}) {
  const { consoleFolder, policyRules, writer = { writer: 'embedded-writer', name: 'embedded writer' } } = wanted;
  let aheadMs = 0;
  const moment: Moment = { ...realMoment, now: () => new Date(Date.now() + aheadMs).toISOString() };
  const written = new Map<string, readonly WrittenLine[]>();
  const model: Model = {
    ...writer,
    draft: async ({ facts }) => ({
      raw: JSON.stringify({ candidates: written.get(facts.cohort?.externalId ?? '') ?? [] }),
      model: writer.name,
      finish: 'stop',
      inputTokens: null,
      outputTokens: null,
      durationMs: 1,
    }),
  };
  const service = await runningService({
    consoleFolder,
    moment,
    model,
    ...(policyRules && { files: brandWith(policyRules) }),
  });
  const { product } = service;

  return {
    url: service.url,
    /** Moves the service's clock. */
    advance: (ms: number) => {
      aheadMs += ms;
    },
    /** Sends a brief whose cohorts get these lines, and waits until they are drafted. */
    async putInReview(brief: Brief, lines: Readonly<Record<string, readonly WrittenLine[]>>): Promise<void> {
      for (const [externalId, each] of Object.entries(lines)) written.set(externalId, each);
      const { request } = await product.accept(await product.commandLine([brief.brand]), [brief.brand], brief);
      for (;;) {
        const { cohorts } = await product.progress([brief.brand], request.id);
        if (cohorts.every(({ cohort }) => cohort.state !== 'waiting' && cohort.state !== 'drafting')) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    /** The address of a one-time link for a new person with this role. */
    signInLink: (name: string, role: Role = 'copywriter') =>
      service.signInLink({ name, brandIds: ['tilden-row'], roles: [role] }),
    close: service.stop,
  };
}

/** Tilden Row in two short files, every rule but these switched off. */
function brandWith(rules: Readonly<Record<string, object>>): BrandFiles {
  const off = Object.fromEntries(catalogue.map(({ id }) => [id, false]));
  const attributes = { first_name: { coverage: 0.7, samples: ['Loren'] } };
  const files = {
    // JSON is YAML too.
    'brand.yaml': { name: 'Tilden Row', dialect: 'klaviyo', attributes, voice: { character: 'Dry and warm.' } },
    'policy.yaml': { dialect: 'klaviyo', attributes, rules: { ...off, ...rules } },
  };
  return {
    brandIds: () => ['tilden-row'],
    pathOf: (_brandId, file) => file,
    readText: (path) => JSON.stringify(path === 'brand.yaml' ? files['brand.yaml'] : files['policy.yaml']),
  };
}
