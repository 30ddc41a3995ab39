/** The real product with a scripted writer and a clock that stands until it is moved, for what changes over time. */
import { vi } from 'vitest';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import type { Caller, Role } from '../../src/domain/access.ts';
import { Brief } from '../../src/domain/brief.ts';
import { Cohort } from '../../src/domain/cohort.ts';
import { addMs } from '../../src/domain/instant.ts';
import { Offer } from '../../src/domain/offer.ts';
import type { Ruling } from '../../src/ports/review-store.ts';
import { brandsWithoutGrace } from './brands-without-grace.ts';
import { realMoment } from './real-moment.ts';
import type { TestDatabase } from './test-databases.ts';

/** What a test does with it. */
export type TruthDesk = Awaited<ReturnType<typeof truthDesk>>;

const silence = { info: () => {}, warn: () => {}, error: () => {} };
const page = { limit: 100, cursor: null };

/** Saturday afternoon in New York. The sale of the brief ends that night. */
export const saturday = '2026-11-28T20:00:00.000Z';

/** A sale of coats that ends on Saturday night, its mail on Saturday evening. */
export function saleBrief(more: Partial<Brief> = {}): Brief {
  return Brief.parse({
    brand: 'tilden-row',
    externalId: 'saturday-mail',
    campaign: { externalId: 'coat-sale', name: 'Coat sale' },
    messageType: 'promotional',
    goal: 'Say that the sale ends and that new coats are here.',
    market: 'US',
    locale: 'en-US',
    timeZone: 'America/New_York',
    send: { kind: 'at', at: '2026-11-28T18:00:00-05:00' },
    offer: saleUntil('2026-11-28T23:59:00-05:00'),
    products: ['wool coat'],
    needed: 1,
    cohorts: [cohort('browsers'), cohort('buyers')],
    ...more,
  });
}

/** A cohort by its external id. */
export function cohort(externalId: string): Cohort {
  return Cohort.parse({ externalId, name: `The ${externalId}`, who: 'Looked at coats.' });
}

/** The offer, with its end. */
export function saleUntil(endsAt: string): Offer {
  return Offer.parse({
    type: 'percent-off',
    on: 'selected coats',
    percent: '40',
    percentIsMax: true,
    stockLimited: false,
    endsAt,
  });
}

/** A person or a tool in the example brand. */
export function callerAs(role: Role, id = `user_${role}`): Caller {
  const kind = role === 'campaign-client' ? 'client' : 'user';
  return {
    actor: { kind, id },
    name: id,
    memberships: [{ memberId: id, brandId: 'tilden-row', role }],
    scopes: kind === 'client' ? ['requests:write', 'requests:read', 'lines:read'] : null,
  };
}

/** Start it; close it in the end. Approvals are released at once unless there is a grace. */
export async function truthDesk(database: TestDatabase, { graceSeconds = 0 }: { readonly graceSeconds?: number } = {}) {
  let now = saturday;
  const written = new Map<string, readonly string[]>();
  const product = await compose(
    { ...readConfig({}), databaseUrl: database.databaseUrl },
    {
      log: silence,
      files: brandsWithoutGrace(graceSeconds),
      moment: { ...realMoment, now: () => now },
      model: {
        writer: 'embedded-writer',
        name: 'scripted',
        draft: async ({ facts }) => ({
          raw: JSON.stringify({
            candidates: (written.get(facts.cohort?.externalId ?? '') ?? []).map((text) => ({ text, angle: 'offer' })),
          }),
          model: 'scripted',
          finish: 'stop',
          inputTokens: null,
          cachedInputTokens: null,
          outputTokens: null,
          durationMs: 1,
        }),
      },
    },
  );
  await product.brandImport.importNew();
  product.startWork();
  const brandIds = ['tilden-row'];
  const { useCases } = product;
  const [tool, writer] = [callerAs('campaign-client'), callerAs('copywriter')];
  const progress = (requestId: string) => useCases.campaigns.progress(brandIds, requestId);
  const pending = async (cohortId?: string) =>
    (await useCases.review.items({ brandIds, state: 'pending', ...(cohortId ? { cohortId } : {}) }, page)).data;

  /** Waits until no cohort of a request waits or is drafted. */
  async function drafted(requestId: string) {
    await vi.waitFor(
      async () => {
        const states = (await progress(requestId)).cohorts.map(({ cohort }) => cohort.state);
        if (states.some((state) => state === 'waiting' || state === 'drafting')) throw new Error(states.join());
      },
      { timeout: 20_000, interval: 20 },
    );
    return progress(requestId);
  }

  /** Approves a request's pending line with this text. */
  async function approve(requestId: string, text: string, by: Caller = writer): Promise<Ruling> {
    const { data } = await useCases.review.items({ brandIds, requestId, state: 'pending' }, page);
    const found = data.find(({ candidate }) => candidate.text === text);
    if (!found) throw new Error(`${text} does not wait for a decision`);
    const decision = { kind: 'approve', warningsPassed: 'on-purpose' } as const;
    return useCases.review.decide(by, brandIds, found.item.id, found.item.version, decision);
  }

  return {
    product,
    useCases,
    brandIds,
    tool,
    writer,
    now: () => now,
    advance: (ms: number) => {
      now = addMs(now, ms);
    },
    willWrite: (cohort: string, ...texts: readonly string[]) => void written.set(cohort, texts),
    drafted,
    progress,
    pending,
    approve,
    accept: async (brief: Brief) => drafted((await useCases.campaigns.accept(tool, brandIds, brief)).request.id),
    put: (brief: Brief, how: { isDryRun?: boolean; seen?: (revision: number) => void } = {}) =>
      useCases.briefs.put(
        tool,
        { brandId: brief.brand, campaign: brief.campaign.externalId, brief: brief.externalId ?? '' },
        brief,
        { seen: () => {}, isDryRun: false, ...how },
      ),
    /** What the campaign tool gets. */
    delivered: () => useCases.delivery.list(tool, { brandIds }, page),
    actions: async () => (await useCases.evidence.events({ brandIds }, page)).data.map(({ action }) => action),
    close: async () => {
      await product.close();
      await database.remove();
    },
  };
}
