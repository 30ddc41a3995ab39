/** A cohort's run that is held up, broken off or begun again. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftCohort } from '../../src/generate/draft-cohort.ts';
import { embeddedWriter } from '../../src/generate/embedded-writer/embedded-writer.ts';
import { RetryLater } from '../../src/ports/job-queue.ts';
import { drafting, replyWith } from '../support/drafting.ts';

const tooLong = (word: string) => `${word} ${'and a sentence that goes on '.repeat(4)}and on`;

let at: Awaited<ReturnType<typeof drafting>>;
beforeEach(async () => {
  at = await drafting();
});
afterEach(() => at.close());

describe('a model that does not answer', () => {
  it('is asked again later, and the cohort says what it waits for until it has its lines', async () => {
    const { cohort } = await at.accepted();
    at.server.behave({ kind: 'status', status: 503 });
    const later = await at.draft(at.jobOf(cohort, { attempt: 2 })).catch((error: unknown) => error);
    expect(later).toBeInstanceOf(RetryLater);
    expect(later).toMatchObject({ retryAfterMs: 6_000 });
    expect(await at.stateOf(cohort)).toMatchObject({ state: 'drafting', reason: expect.stringMatching(/503.*again/s) });
    at.server.behave({ kind: 'lines' });
    await at.draft(at.jobOf(cohort, { attempt: 3 }));
    expect(await at.stateOf(cohort)).toMatchObject({ state: 'in-review', reason: null });
  });

  it('at the last attempt fails the cohort in words to act on', async () => {
    const { cohort } = await at.accepted();
    await at.server.close();
    await at.draft(at.jobOf(cohort, { attempt: 5, isLastAttempt: true }));
    const { state, reason } = await at.stateOf(cohort);
    expect(state).toBe('failed');
    expect(reason).toBe(
      `The model at ${at.server.url} did not answer (ECONNREFUSED). Is it running? Check OPENAI_BASE_URL.`,
    );
  });

  it('in the second round does not take away what the first one gave', async () => {
    const { cohort } = await at.accepted({ needed: 2 });
    at.server.behave({ kind: 'content', content: replyWith(tooLong('Coats'), 'Wool by the door') }, 1);
    at.server.behave({ kind: 'status', status: 500 });
    await at.draft(at.jobOf(cohort, { isLastAttempt: true }));
    expect(await at.stateOf(cohort)).toMatchObject({ state: 'in-review', reason: null });
  });

  it('for one cohort disturbs no other', async () => {
    const { cohorts } = await at.accepted({}, ['one', 'two', 'three']);
    at.server.behave({ kind: 'status', status: 401 }, 1);
    for (const cohort of cohorts) await at.draft(at.jobOf(cohort));
    const states = await Promise.all(cohorts.map(at.stateOf));
    expect(states.map(({ state }) => state)).toEqual(['failed', 'in-review', 'in-review']);
    expect(states[0]?.reason).toContain('OPENAI_API_KEY');
  });

  it('gives up a job with a reason even where nothing was known of the failure', async () => {
    const { cohort } = await at.accepted();
    await at.handler.gaveUp(at.jobOf(cohort), new TypeError('x is not a function'));
    const { state, reason } = await at.stateOf(cohort);
    expect(state).toBe('failed');
    expect(reason).not.toContain('x is not a function');
  });
});

describe('a run that was broken off', () => {
  it('between reply and candidates makes no second call and doubles nothing', async () => {
    const { cohort } = await at.accepted({ candidatesPerCohort: 3 });
    const killed = draftCohort({
      ...at.parts,
      store: { ...at.store.generation, keepDrafts: () => Promise.reject(new Error('killed')) },
    });
    await expect(killed.run(at.jobOf(cohort), new AbortController().signal)).rejects.toThrow('killed');
    expect((await at.work(cohort.id)).replies).toMatchObject([{ isKept: false }]);
    await at.draft(at.jobOf(cohort, { attempt: 2 }));
    expect(at.server.calls).toHaveLength(1);
    expect((await at.work(cohort.id)).counts).toMatchObject({ candidates: 3, pending: 3 });
    expect((await at.stateOf(cohort)).state).toBe('in-review');
    const actions = (await at.log()).map(({ action }) => action);
    expect(actions.filter((action) => action === 'reply.received')).toHaveLength(1);
    expect(actions.filter((action) => action === 'candidates.kept')).toHaveLength(1);
  });

  it.each(['startDrafting', 'keepReply', 'keepDrafts', 'endRun'] as const)(
    'right after %s ends as if nothing had happened',
    async (act) => {
      const { cohort } = await at.accepted({ needed: 2 });
      at.server.behave({ kind: 'content', content: replyWith(tooLong('Coats'), 'Wool by the door') }, 1);
      const killedAfter = async (done: Promise<unknown>) => {
        await done;
        throw new Error('killed');
      };
      const { generation } = at.store;
      const kill = {
        startDrafting: (...given: Parameters<typeof generation.startDrafting>) =>
          killed(generation.startDrafting(...given)),
        keepReply: (...given: Parameters<typeof generation.keepReply>) => killed(generation.keepReply(...given)),
        keepDrafts: (...given: Parameters<typeof generation.keepDrafts>) => killed(generation.keepDrafts(...given)),
        endRun: (...given: Parameters<typeof generation.endRun>) => killed(generation.endRun(...given)),
      };
      function killed(done: Promise<unknown>): Promise<never> {
        return killedAfter(done);
      }
      const dying = draftCohort({ ...at.parts, store: { ...generation, [act]: kill[act] } });
      // Killed at the same place each time, until the run is past it for good.
      for (let life = 0; life < 4; life += 1)
        await dying.run(at.jobOf(cohort), new AbortController().signal).catch(() => null);
      await at.draft(at.jobOf(cohort));
      const { counts, cohort: after } = await at.work(cohort.id);
      expect(at.server.calls).toHaveLength(2);
      expect(counts).toMatchObject({ candidates: 5, blocked: 1, pending: 4 });
      expect(after.state).toBe('in-review');
    },
  );

  it('by a stop of the service makes no call and stays to be done', async () => {
    const { cohort } = await at.accepted();
    const stopped = AbortSignal.abort(new Error('the service stops'));
    await expect(at.handler.run(at.jobOf(cohort), stopped)).rejects.toThrow('the service stops');
    expect(at.server.calls).toEqual([]);
    expect((await at.stateOf(cohort)).state).toBe('drafting');
  });
});

describe('a cohort that is drafted again', () => {
  it('tells the writer what it has already and keeps the old lines', async () => {
    const { cohort } = await at.accepted();
    at.server.behave({ kind: 'content', content: replyWith(tooLong('Coats')) }, 2);
    await at.draft(at.jobOf(cohort));
    const again = await at.retry(cohort.id);
    expect(again).toMatchObject({ run: 2, state: 'waiting', reason: null });
    await at.draft(at.jobOf(again));
    const work = await at.work(cohort.id);
    expect(work.cohort.state).toBe('in-review');
    expect(work.counts.candidates).toBe(10);
    expect(at.server.calls.at(-1)?.user).toContain(tooLong('Coats'));
  });

  it('leaves a job of the earlier run nothing to do', async () => {
    const { cohort } = await at.accepted();
    at.server.behave({ kind: 'refusal', refusal: 'No.' }, 1);
    await at.draft(at.jobOf(cohort));
    await at.retry(cohort.id);
    await at.draft(at.jobOf(cohort));
    expect(at.server.calls).toHaveLength(1);
    expect((await at.stateOf(cohort)).state).toBe('waiting');
  });
});

it('keeps no more calls open than it may, over all cohorts', async () => {
  await at.close();
  at = await drafting({ latencyMs: 40 });
  const names = Array.from({ length: 12 }, (_, index) => `cohort-${index}`);
  const { cohorts } = await at.accepted({}, names);
  await Promise.all(cohorts.map((cohort) => at.draft(at.jobOf(cohort))));
  expect(at.server.calls).toHaveLength(12);
  expect(at.server.mostAtOnce()).toBe(at.parts.modelConcurrency);
});

it('names the embedded writer in each line it wrote', async () => {
  const { cohort } = await at.accepted({ products: ['linen shirt in oat', 'canvas tote', 'wool blanket'] });
  await draftCohort({ ...at.parts, model: embeddedWriter() }).run(at.jobOf(cohort), new AbortController().signal);
  const { candidates, counts } = await at.work(cohort.id);
  expect(candidates.length).toBeGreaterThan(0);
  expect(new Set(candidates.map(({ provenance }) => provenance.writer))).toEqual(new Set(['embedded-writer']));
  expect(counts.pending).toBeGreaterThan(0);
});
