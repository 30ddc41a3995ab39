/** What drafting costs, the caps it keeps within, and who writes where the model does not. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Drafting } from '../../src/domain/brand.ts';
import { draftCohort } from '../../src/generate/draft-cohort.ts';
import { RetryLater } from '../../src/ports/job-queue.ts';
import { drafting, replyWith } from '../support/drafting.ts';

/** Each answered call uses 900 and 120 tokens, 207 millionths of a dollar. */
const price = { inputMicros: 150_000, cachedInputMicros: 75_000, outputMicros: 600_000, currency: 'USD' };
const signal = new AbortController().signal;

let at: Awaited<ReturnType<typeof drafting>>;
beforeEach(async () => {
  at = await drafting({}, price);
});
afterEach(() => at.close());

/** A handler for a brand with these settings. */
function handlerWith(settings: Partial<Drafting>, more: Partial<typeof at.parts> = {}) {
  const brand: typeof at.parts.brands.brand = async (id) => {
    const inForce = await at.store.brands.brand(id);
    if (!inForce) return null;
    const profile = { ...inForce.brand.profile, drafting: { fallback: 'none' as const, ...settings } };
    return { ...inForce, brand: { ...inForce.brand, profile } };
  };
  return draftCohort({ ...at.parts, brands: { brand }, ...more });
}

const outcome = (done: Promise<void>) => done.catch((error: unknown) => error);

describe('usage and cost', () => {
  it('are kept with each reply, by the price of its day, and added up by cohort and request', async () => {
    const { request, cohorts } = await at.accepted({ needed: 3 }, ['one', 'two']);
    at.server.behave({ kind: 'content', content: replyWith('Wool by the door', 'A tote for two') }, 1);
    for (const cohort of cohorts) await at.draft(at.jobOf(cohort));
    const progress = await at.progress.read(['loomwell'], request.id);
    const each = { inputTokens: 900, cachedInputTokens: 0, outputTokens: 120, costMicros: 207, currency: 'USD' };
    expect(progress.cohorts.map(({ usage }) => usage)).toEqual([
      { ...each, calls: 2, inputTokens: 1_800, outputTokens: 240, costMicros: 414 },
      { ...each, calls: 1 },
    ]);
    const [reply] = (await at.work(cohorts[0]?.id ?? '')).replies.map(({ reply }) => reply);
    expect(reply).toMatchObject({ inputTokens: 900, costMicros: 207, price });
    expect((await at.log()).find(({ action }) => action === 'reply.received')?.details).toMatchObject({
      costMicros: 207,
      currency: 'USD',
    });
  });

  it('are shown of a candidate as its share', async () => {
    const { cohort } = await at.accepted({ candidatesPerCohort: 8 });
    await at.draft(at.jobOf(cohort));
    const { candidates } = await at.work(cohort.id);
    const histories = await Promise.all(
      candidates.map(({ id }) => at.store.evidence.candidateHistory(['loomwell'], id)),
    );
    const costs = histories.map((history) => history?.usage?.costMicros ?? 0);
    expect(costs.reduce((sum, cost) => sum + cost, 0)).toBe(207);
    expect(Math.max(...costs) - Math.min(...costs)).toBeLessThanOrEqual(1);
  });
});

describe('the cap of a day', () => {
  it('holds with sixteen calls at once, and the cohorts wait for the next day without using up attempts', async () => {
    await at.close();
    at = await drafting({ latencyMs: 30 }, price);
    const names = Array.from({ length: 16 }, (_, index) => `cohort-${index}`);
    const { cohorts } = await at.accepted({ needed: 1, candidatesPerCohort: 1 }, names);
    const dailyTokens = 12_000;
    const handler = handlerWith({ dailyTokens }, { modelConcurrency: 16 });
    const waits: RetryLater[] = [];
    for (let round = 0; round < 8; round += 1) {
      const drafting = await Promise.all(cohorts.map(at.stateOf));
      const left = drafting.filter(({ state }) => state === 'waiting' || state === 'drafting');
      const outcomes = await Promise.all(
        left.map((cohort) => outcome(handler.run(at.jobOf(cohort, { isLastAttempt: true }), signal))),
      );
      waits.splice(0, waits.length, ...outcomes.filter((one) => one instanceof RetryLater));
    }
    const used = at.server.calls.length * 1_020;
    expect(used).toBeGreaterThan(dailyTokens / 2);
    expect(used).toBeLessThanOrEqual(dailyTokens);
    expect(waits).toHaveLength(16 - at.server.calls.length);
    for (const wait of waits) expect(wait).toMatchObject({ isAttempt: false, retryAfterMs: 600_000 });
    const states = await Promise.all(cohorts.map(at.stateOf));
    expect(states.filter(({ state }) => state === 'failed')).toEqual([]);
    expect(states.find(({ state }) => state === 'drafting')?.reason).toMatch(
      /of the 12,000 tokens the brand allows a day are used.*midnight UTC/s,
    );

    at.moment.advance(14 * 3_600_000);
    const waiting = states.find(({ state }) => state === 'drafting');
    if (!waiting) throw new Error('nobody waits');
    await handler.run(at.jobOf(waiting), signal);
    expect((await at.stateOf(waiting)).state).toBe('in-review');
  });

  it('in money lets nothing through where it cannot be counted', async () => {
    const { cohort } = await at.accepted();
    const handler = handlerWith({ dailyCost: { minor: 100, currency: 'EUR' } });
    expect(await outcome(handler.run(at.jobOf(cohort), signal))).toMatchObject({ isAttempt: false });
    expect((await at.stateOf(cohort)).reason).toContain('its price is set in USD');
    expect(at.server.calls).toEqual([]);
  });
});

describe('the cap of a request', () => {
  it('fails what would pass it with the figures, and a higher one lets it be drafted again', async () => {
    const { cohorts } = await at.accepted({ needed: 1, candidatesPerCohort: 1 }, ['one', 'two', 'three']);
    const handler = handlerWith({ requestTokens: 3_000 });
    for (const cohort of cohorts) await handler.run(at.jobOf(cohort), signal);
    const states = await Promise.all(cohorts.map(at.stateOf));
    const failed = states.filter(({ state }) => state === 'failed');
    expect(failed.length).toBeGreaterThan(0);
    expect(failed[0]?.reason).toMatch(/of the 3,000 tokens the brand allows for one request are used.*Raise the cap/s);
    expect(at.server.calls.length).toBe(3 - failed.length);

    const again = await at.retry(failed[0]?.id ?? '');
    await handlerWith({ requestTokens: 100_000 }).run(at.jobOf(again), signal);
    expect((await at.stateOf(again)).state).toBe('in-review');
  });

  it('counts money too', async () => {
    const { cohorts } = await at.accepted({ needed: 1, candidatesPerCohort: 1 }, ['one', 'two']);
    // A cent for all is enough; nothing is enough for nothing.
    await handlerWith({ requestCost: { minor: 1, currency: 'USD' } }).run(at.jobOf(cohorts[0] ?? never()), signal);
    expect(at.server.calls).toHaveLength(1);
    await handlerWith({ requestCost: { minor: 0, currency: 'USD' } }).run(at.jobOf(cohorts[1] ?? never()), signal);
    expect((await at.stateOf(cohorts[1] ?? never())).reason).toContain('0.0002 USD of the 0.0000 USD');
  });
});

describe('the embedded writer', () => {
  const products = ['linen shirt in oat', 'canvas tote', 'wool blanket'];

  it('stands in for a model that has given up where the brand allows it, and each line and the audit log say so', async () => {
    const { cohort } = await at.accepted({ products });
    at.server.behave({ kind: 'status', status: 401 });
    await handlerWith({ fallback: 'embedded-writer' }).run(at.jobOf(cohort), signal);
    const { candidates, cohort: after } = await at.work(cohort.id);
    expect(after.state).toBe('in-review');
    expect(new Set(candidates.map(({ provenance }) => provenance.writer))).toEqual(new Set(['embedded-writer']));
    expect((await at.log()).find(({ action }) => action === 'reply.received')?.details).toMatchObject({
      writer: 'embedded-writer',
      costMicros: null,
      insteadOfModel: expect.stringContaining('OPENAI_API_KEY'),
    });
  });

  it('stands in once there was no answer for ten minutes, not before', async () => {
    const { cohort } = await at.accepted({ products });
    const handler = handlerWith({ fallback: 'embedded-writer' });
    at.server.behave({ kind: 'status', status: 503 });
    for (let time = 0; time < 5; time += 1) await outcome(handler.run(at.jobOf(cohort), signal));
    at.moment.advance(9 * 60_000);
    expect(await outcome(handler.run(at.jobOf(cohort), signal))).toMatchObject({ isAttempt: false });
    expect((await at.stateOf(cohort)).state).toBe('drafting');
    at.moment.advance(60_000);
    await handler.run(at.jobOf(cohort), signal);
    expect((await at.stateOf(cohort)).state).toBe('in-review');
  });

  it('does not stand in where the brand does not say so, nor for a refusal', async () => {
    const { cohorts } = await at.accepted({ products }, ['one', 'two']);
    at.server.behave({ kind: 'status', status: 401 }, 1);
    await handlerWith({}).run(at.jobOf(cohorts[0] ?? never()), signal);
    at.server.behave({ kind: 'refusal', refusal: 'I would rather not.' }, 1);
    await handlerWith({ fallback: 'embedded-writer' }).run(at.jobOf(cohorts[1] ?? never()), signal);
    const states = await Promise.all(cohorts.map(at.stateOf));
    expect(states.map(({ state }) => state)).toEqual(['failed', 'failed']);
    expect(states[1]?.reason).toContain('I would rather not.');
  });
});

function never(): never {
  throw new Error('no cohort');
}
