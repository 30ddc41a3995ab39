/** The real product with lines of the test's choosing in review: only the writer is scripted, and the clock can be moved. */

import type { Role } from '../../src/domain/access.ts';
import type { ReviewSettings } from '../../src/domain/brand.ts';
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
  /** The brands that those rules are for. */
  readonly brandIds?: readonly string[];
  readonly writer?: Pick<Model, 'writer' | 'name'>;
  /** What those brands say of review. */
  readonly review?: Partial<ReviewSettings>;
}) {
  const {
    consoleFolder,
    policyRules,
    review = {},
    brandIds = ['tilden-row'],
    writer = { writer: 'embedded-writer', name: 'embedded writer' },
  } = wanted;
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
      cachedInputTokens: null,
      outputTokens: null,
      durationMs: 1,
    }),
  };
  const service = await runningService({
    consoleFolder,
    moment,
    model,
    ...(policyRules && { files: brandsWith(brandIds, policyRules, review) }),
  });
  const { product } = service;

  return {
    url: service.url,
    /** Moves the service's clock. */
    advance: (ms: number) => {
      aheadMs += ms;
    },
    /** What the writer gives for a cohort from now on. */
    willWrite: (cohort: string, lines: readonly WrittenLine[]) => void written.set(cohort, lines),
    /** Sends a brief and waits for nothing; gives the request's id. */
    async send(brief: Brief): Promise<string> {
      const { request } = await product.accept(await product.commandLine([brief.brand]), [brief.brand], brief);
      return request.id;
    },
    /** Sends a brief whose cohorts get these lines, and waits until they are drafted. */
    async putInReview(brief: Brief, lines: Readonly<Record<string, readonly WrittenLine[]>>): Promise<void> {
      for (const [externalId, each] of Object.entries(lines)) written.set(externalId, each);
      const requestId = await this.send(brief);
      for (;;) {
        const { cohorts } = await product.progress([brief.brand], requestId);
        if (cohorts.every(({ cohort }) => cohort.state !== 'waiting' && cohort.state !== 'drafting')) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    /** The address of a one-time link for a new person with this role. */
    signInLink: (name: string, role: Role = 'copywriter') => service.signInLink({ name, brandIds, roles: [role] }),
    /** The same for somebody who is something else in each brand. */
    async signInLinkWith(name: string, roles: Readonly<Record<string, readonly Role[]>>): Promise<string> {
      const user = await product.accounts.user(name, `${name.toLowerCase().replace(' ', '.')}@example.com`);
      for (const [brandId, each] of Object.entries(roles)) await product.accounts.grant(user.id, [brandId], each);
      return `${service.url}/sign-in#${await product.signIn.makeLink(user.id)}`;
    },
    close: service.stop,
  };
}

/** Brands of two short files each, every rule but these switched off. */
function brandsWith(brandIds: readonly string[], rules: Readonly<Record<string, object>>, review: object): BrandFiles {
  const off = Object.fromEntries(catalogue.map(({ id }) => [id, false]));
  const attributes = { first_name: { coverage: 0.7, samples: ['Loren'] } };
  // JSON is YAML too.
  const brand = { dialect: 'klaviyo', attributes, voice: { character: 'Dry and warm.' }, review };
  const policy = { dialect: 'klaviyo', attributes, rules: { ...off, ...rules } };
  const nameOf = (path: string) => `The ${path.split('/')[0]} shop`;
  return {
    brandIds: () => brandIds,
    pathOf: (brandId, file) => `${brandId}/${file}`,
    readText: (path) => JSON.stringify(path.endsWith('policy.yaml') ? policy : { ...brand, name: nameOf(path) }),
  };
}
