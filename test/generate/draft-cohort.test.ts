/** A cohort's way from the prompt to the queue, with a real Store and a model that misbehaves. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/domain/hash.ts';
import type { RequestCohort } from '../../src/domain/variant-request.ts';
import { draftCohort } from '../../src/generate/draft-cohort.ts';
import { embeddedWriter } from '../../src/generate/embedded-writer/embedded-writer.ts';
import { RetryLater } from '../../src/ports/job-queue.ts';
import { briefWith, drafting, replyWith } from '../support/drafting.ts';

const tooLong = (word: string) => `${word} ${'and a sentence that goes on '.repeat(4)}and on`;
const good = ['A shirt for the long table', 'Linen for slow mornings', 'Wool by the door'];

let at: Awaited<ReturnType<typeof drafting>>;
beforeEach(async () => {
  at = await drafting();
});
afterEach(() => at.close());

async function accepted(own: Parameters<typeof briefWith>[0] = {}, names?: readonly string[]) {
  const { cohorts, request } = await at.accept(briefWith(own, names));
  const all = cohorts.map(({ cohort }) => cohort);
  const first = all[0];
  if (!first) throw new Error('no cohort');
  return { request, cohorts: all, cohort: first };
}

const stateOf = async (cohort: RequestCohort) => (await at.work(cohort.id)).cohort;

describe('a cohort whose model gives good lines', () => {
  it('has them in review after one call, with all that they came from', async () => {
    const { cohort } = await accepted({ candidatesPerCohort: 8 });
    await at.draft(at.jobOf(cohort));
    const work = await at.work(cohort.id);
    expect(work.cohort).toMatchObject({ state: 'in-review', reason: null });
    expect(work.counts).toMatchObject({ candidates: 8, pending: 8, blocked: 0, duplicates: 0 });
    expect(at.server.calls).toHaveLength(1);
    const [reply] = work.replies.map(({ reply }) => reply);
    expect(reply).toMatchObject({ round: 'draft', run: 1, writer: 'model', model: 'tiny', inputTokens: 900 });
    expect(reply && sha256Hex(reply.prompt)).toBe(reply?.promptHash);
    expect(work.candidates.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(work.candidates[0]?.provenance).toEqual({
      writer: 'model',
      model: 'tiny',
      promptHash: reply?.promptHash,
      replyId: reply?.id,
      run: 1,
      round: 'draft',
    });
  });

  it('leaves a trail: accepted, received, kept', async () => {
    const { cohort, request } = await accepted({ candidatesPerCohort: 2 });
    await at.draft(at.jobOf(cohort));
    const trail = (await at.log()).slice(1);
    expect(trail.map(({ action }) => action)).toEqual(['request.accepted', 'reply.received', 'candidates.kept']);
    expect(trail[0]).toMatchObject({ actor: { kind: 'client', id: 'client_1' }, subject: request.id });
    expect(trail[1]?.details).toMatchObject({ cohortId: cohort.id, run: 1, finish: 'stop', outputTokens: 120 });
    expect(trail[2]?.details).toMatchObject({ toReview: 2, problem: null, round: 'draft' });
  });

  it('is asked for no more where a job comes twice', async () => {
    const { cohort } = await accepted();
    await at.draft(at.jobOf(cohort));
    await at.draft(at.jobOf(cohort));
    expect(at.server.calls).toHaveLength(1);
    expect((await at.work(cohort.id)).counts.candidates).toBe(8);
  });

  it('marks a line that came before and keeps it from review', async () => {
    const { cohort } = await accepted({ needed: 1 });
    at.server.behave({
      kind: 'content',
      content: replyWith('Wool by the door', 'Wool by the door', 'Linen for slow mornings'),
    });
    await at.draft(at.jobOf(cohort));
    const { candidates, counts } = await at.work(cohort.id);
    expect(candidates.map(({ duplicateOf }) => duplicateOf)).toEqual([null, candidates[0]?.id, null]);
    expect(counts).toMatchObject({ candidates: 3, duplicates: 1, pending: 2, blocked: 0 });
  });
});

describe('a cohort with too few good lines', () => {
  it('gets one more round, told what was wrong', async () => {
    const { cohort } = await accepted({ needed: 2 });
    at.server.behave({ kind: 'content', content: replyWith(tooLong('Coats'), 'Wool by the door') }, 1);
    at.server.behave({ kind: 'content', content: replyWith('Linen for slow mornings') }, 1);
    await at.draft(at.jobOf(cohort));
    const work = await at.work(cohort.id);
    expect(work.cohort.state).toBe('in-review');
    expect(work.counts).toMatchObject({ candidates: 3, blocked: 1, pending: 2 });
    expect(work.candidates.map(({ provenance }) => provenance.writer !== 'person' && provenance.round)).toEqual([
      'draft',
      'draft',
      'repair',
    ]);
    const repair = at.server.calls[1]?.user ?? '';
    expect(repair).toContain('<held-back>');
    expect(repair).toContain('Coats and a sentence');
    expect(repair).toContain('Write 3 subject lines');
    expect(at.server.calls[0]?.user).not.toContain('<held-back>');
  });

  it('gets no third round, and says what blocked its lines', async () => {
    const { cohort } = await accepted();
    at.server.behave({ kind: 'content', content: replyWith(tooLong('Coats'), tooLong('Hats')) });
    await at.draft(at.jobOf(cohort));
    const work = await at.work(cohort.id);
    expect(at.server.calls).toHaveLength(2);
    expect(work.cohort.state).toBe('exhausted');
    expect(work.cohort.reason).toBe(
      'The 4 lines of this run left none to decide (2 blocked by length (2), 2 drafted before), and 0 of the 2 needed are approved. Change what the findings name, or draft it again.',
    );
    expect((await at.log()).at(-1)).toMatchObject({ action: 'cohort.exhausted', subject: cohort.id });
  });

  it('is asked for no more where none was blocked', async () => {
    const { cohort } = await accepted({ needed: 5 });
    at.server.behave({ kind: 'content', content: replyWith(...good) });
    await at.draft(at.jobOf(cohort));
    expect(at.server.calls).toHaveLength(1);
    expect((await at.work(cohort.id)).cohort.state).toBe('in-review');
  });
});

describe('a model that gives nothing to use', () => {
  it('is asked once more, and the cohort fails with what it said', async () => {
    const { cohort } = await accepted();
    at.server.behave({ kind: 'content', content: 'Great idea! Let me think about it.' });
    await at.draft(at.jobOf(cohort));
    expect(at.server.calls.map(({ user }) => user.includes('could not be used'))).toEqual([false, true]);
    const { state, reason } = await stateOf(cohort);
    expect(state).toBe('failed');
    expect(reason).toContain('Great idea!');
    expect((await at.work(cohort.id)).replies.map(({ reply }) => reply.raw)).toEqual([
      'Great idea! Let me think about it.',
      'Great idea! Let me think about it.',
    ]);
  });

  it('may do better the second time', async () => {
    const { cohort } = await accepted();
    at.server.behave({ kind: 'content', content: 'Hm.' }, 1);
    await at.draft(at.jobOf(cohort));
    expect((await stateOf(cohort)).state).toBe('in-review');
  });

  it('by refusing fails the cohort at once', async () => {
    const { cohort } = await accepted();
    at.server.behave({ kind: 'refusal', refusal: 'I would rather not.' });
    await at.draft(at.jobOf(cohort));
    expect(await stateOf(cohort)).toMatchObject({ state: 'failed' });
    expect((await stateOf(cohort)).reason).toContain('I would rather not.');
    expect((await at.log()).at(-1)).toMatchObject({ action: 'cohort.failed', subject: cohort.id });
  });

  it('cut off in the middle gives its whole lines', async () => {
    const { cohort } = await accepted();
    const torn = replyWith(...good).slice(0, -30);
    at.server.behave({ kind: 'content', content: torn, finish: 'length' });
    await at.draft(at.jobOf(cohort));
    expect((await at.work(cohort.id)).candidates.map(({ text }) => text)).toEqual(good.slice(0, 2));
  });
});

describe('a model that does not answer', () => {
  it('is asked again later, and the cohort says what it waits for until it has its lines', async () => {
    const { cohort } = await accepted();
    at.server.behave({ kind: 'status', status: 503 });
    const later = await at.draft(at.jobOf(cohort, { attempt: 2 })).catch((error: unknown) => error);
    expect(later).toBeInstanceOf(RetryLater);
    expect(later).toMatchObject({ retryAfterMs: 6_000 });
    expect(await stateOf(cohort)).toMatchObject({ state: 'drafting', reason: expect.stringMatching(/503.*again/s) });
    at.server.behave({ kind: 'lines' });
    await at.draft(at.jobOf(cohort, { attempt: 3 }));
    expect(await stateOf(cohort)).toMatchObject({ state: 'in-review', reason: null });
  });

  it('at the last attempt fails the cohort in words to act on', async () => {
    const { cohort } = await accepted();
    await at.server.close();
    await at.draft(at.jobOf(cohort, { attempt: 5, isLastAttempt: true }));
    const { state, reason } = await stateOf(cohort);
    expect(state).toBe('failed');
    expect(reason).toBe(
      `The model at ${at.server.url} did not answer (ECONNREFUSED). Is it running? Check OPENAI_BASE_URL.`,
    );
  });

  it('in the second round does not take away what the first one gave', async () => {
    const { cohort } = await accepted({ needed: 2 });
    at.server.behave({ kind: 'content', content: replyWith(tooLong('Coats'), 'Wool by the door') }, 1);
    at.server.behave({ kind: 'status', status: 500 });
    await at.draft(at.jobOf(cohort, { isLastAttempt: true }));
    expect(await stateOf(cohort)).toMatchObject({ state: 'in-review', reason: null });
  });

  it('for one cohort disturbs no other', async () => {
    const { cohorts } = await accepted({}, ['one', 'two', 'three']);
    at.server.behave({ kind: 'status', status: 401 }, 1);
    for (const cohort of cohorts) await at.draft(at.jobOf(cohort));
    const states = await Promise.all(cohorts.map(stateOf));
    expect(states.map(({ state }) => state)).toEqual(['failed', 'in-review', 'in-review']);
    expect(states[0]?.reason).toContain('OPENAI_API_KEY');
  });

  it('gives up a job with a reason even where nothing was known of the failure', async () => {
    const { cohort } = await accepted();
    await at.handler.gaveUp(at.jobOf(cohort), new TypeError('x is not a function'));
    const { state, reason } = await stateOf(cohort);
    expect(state).toBe('failed');
    expect(reason).not.toContain('x is not a function');
  });
});

describe('a run that was broken off', () => {
  it('between reply and candidates makes no second call and doubles nothing', async () => {
    const { cohort } = await accepted({ candidatesPerCohort: 3 });
    const killed = draftCohort({
      ...at.parts,
      store: { ...at.store.generation, keepDrafts: () => Promise.reject(new Error('killed')) },
    });
    await expect(killed.run(at.jobOf(cohort), new AbortController().signal)).rejects.toThrow('killed');
    expect((await at.work(cohort.id)).replies).toMatchObject([{ isKept: false }]);
    await at.draft(at.jobOf(cohort, { attempt: 2 }));
    expect(at.server.calls).toHaveLength(1);
    expect((await at.work(cohort.id)).counts).toMatchObject({ candidates: 3, pending: 3 });
    expect((await stateOf(cohort)).state).toBe('in-review');
    const actions = (await at.log()).map(({ action }) => action);
    expect(actions.filter((action) => action === 'reply.received')).toHaveLength(1);
    expect(actions.filter((action) => action === 'candidates.kept')).toHaveLength(1);
  });

  it.each(['startDrafting', 'keepReply', 'keepDrafts', 'endRun'] as const)(
    'right after %s ends as if nothing had happened',
    async (act) => {
      const { cohort } = await accepted({ needed: 2 });
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
    const { cohort } = await accepted();
    const stopped = AbortSignal.abort(new Error('the service stops'));
    await expect(at.handler.run(at.jobOf(cohort), stopped)).rejects.toThrow('the service stops');
    expect(at.server.calls).toEqual([]);
    expect((await stateOf(cohort)).state).toBe('drafting');
  });
});

describe('a cohort that is drafted again', () => {
  it('tells the writer what it has already and keeps the old lines', async () => {
    const { cohort } = await accepted();
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
    const { cohort } = await accepted();
    at.server.behave({ kind: 'refusal', refusal: 'No.' }, 1);
    await at.draft(at.jobOf(cohort));
    await at.retry(cohort.id);
    await at.draft(at.jobOf(cohort));
    expect(at.server.calls).toHaveLength(1);
    expect((await stateOf(cohort)).state).toBe('waiting');
  });
});

it('keeps no more calls open than it may, over all cohorts', async () => {
  await at.close();
  at = await drafting({ latencyMs: 40 });
  const names = Array.from({ length: 12 }, (_, index) => `cohort-${index}`);
  const { cohorts } = await accepted({}, names);
  await Promise.all(cohorts.map((cohort) => at.draft(at.jobOf(cohort))));
  expect(at.server.calls).toHaveLength(12);
  expect(at.server.mostAtOnce()).toBe(at.parts.modelConcurrency);
});

it('names the embedded writer in each line it wrote', async () => {
  const { cohort } = await accepted({ products: ['linen shirt in oat', 'canvas tote', 'wool blanket'] });
  await draftCohort({ ...at.parts, model: embeddedWriter() }).run(at.jobOf(cohort), new AbortController().signal);
  const { candidates, counts } = await at.work(cohort.id);
  expect(candidates.length).toBeGreaterThan(0);
  expect(new Set(candidates.map(({ provenance }) => provenance.writer))).toEqual(new Set(['embedded-writer']));
  expect(counts.pending).toBeGreaterThan(0);
});
