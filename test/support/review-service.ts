/** The review side of the product on a database in memory, for tests that choose every line. */
import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { accounts } from '../../src/access/accounts.ts';
import { authentication } from '../../src/access/authenticate.ts';
import { signingIn } from '../../src/access/sign-in.ts';
import { brandFolder } from '../../src/cli/files.ts';
import { evidence } from '../../src/compliance/evidence.ts';
import type { Role } from '../../src/domain/access.ts';
import type { Brief } from '../../src/domain/brief.ts';
import { idPrefixes } from '../../src/domain/ids.ts';
import { compiledPolicies } from '../../src/guardrails/compiled-policies.ts';
import { httpApp } from '../../src/http/app.ts';
import { listen } from '../../src/http/listen.ts';
import { brandImport } from '../../src/policies/brand-import.ts';
import type { Moment } from '../../src/ports/moment.ts';
import { closingCohorts } from '../../src/review/close-cohort.ts';
import { deciding } from '../../src/review/decide.ts';
import { reviewQueue } from '../../src/review/review-queue.ts';
import { openStore } from '../../src/store/open-store.ts';
import { fakeUseCases } from '../http/support/fake-use-cases.ts';
import { type Drafted, putInReview } from './put-in-review.ts';
import { addRealBrand } from './real-brand.ts';

/** What a test does with the service. */
export type ReviewService = Awaited<ReturnType<typeof reviewService>>;

/** Starts the service on a free port, with the console and the brands that come with the product. */
export async function reviewService(parts: { readonly consoleFolder: string; readonly writer?: Drafted['writer'] }) {
  const writer = parts.writer ?? { writer: 'embedded-writer', model: 'embedded writer' };
  let aheadMs = 0;
  const moment: Moment = {
    now: () => new Date(Date.now() + aheadMs).toISOString(),
    newId: (noun) => `${idPrefixes[noun]}_${uuidv7().replaceAll('-', '')}`,
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
  };
  const store = await openStore({ databaseUrl: 'sqlite::memory:' });
  await brandImport({ store: store.brands, files: brandFolder(), moment }).importNew();
  if (!(await store.brands.brand('tilden-row'))) await addRealBrand(store, moment, 'tilden-row');
  const compiled = compiledPolicies();
  const people = accounts({ store: store.access, moment });
  const links = signingIn({ store: store.access, moment });
  let url = '';
  const useCases = fakeUseCases(new Map(), {
    access: {
      ...authentication({ store: store.access, moment }),
      ...links,
      people: async (ids) => (await Promise.all(ids.map((id) => store.access.user(id)))).flatMap((user) => user ?? []),
    },
    campaigns: { writer: { kind: writer.writer, name: writer.model } },
    review: {
      ...reviewQueue({ store: store.review, moment }),
      decide: deciding({ store: store.review, moment, compiled }),
      close: closingCohorts({ store: store.review, moment }),
    },
    evidence: evidence({ store: store.evidence }),
    brands: {
      list: (ids) =>
        Promise.all(
          ids.map(async (id) => ({ id, inForce: await store.brands.brand(id), mistakes: [], filesDiffer: false })),
        ),
    },
  });
  const app = httpApp({ useCases, publicUrl: () => url, consoleFolder: parts.consoleFolder, moment });
  const server = await listen(app, { host: '127.0.0.1', port: 0 });
  url = server.url;

  return {
    url,
    /** Moves the service's clock. */
    advance: (ms: number) => {
      aheadMs += ms;
    },
    /** Lets lines wait for review; a cohort is named by its external id. */
    async putInReview(brief: Brief, lines: Drafted['lines']): Promise<void> {
      const inForce = await store.brands.brand(brief.brand);
      if (!inForce) throw new Error(`there is no brand ${brief.brand}`);
      await putInReview(store, moment, compiled(inForce.release.policy), { brief, lines, writer });
    },
    /** The address of a one-time link for a person with this role. */
    async signInLink(name: string, role: Role = 'copywriter', brandIds: readonly string[] = ['tilden-row']) {
      const user = await people.user(name, `${name.toLowerCase().replaceAll(' ', '.')}@tildenrow.example`);
      await people.grant(user.id, brandIds, [role]);
      return `${url}/sign-in#${await links.makeLink(user.id)}`;
    },
    async close(): Promise<void> {
      await server.close(0);
      await store.close();
    },
  };
}
