/** A cohort's way from the prompt to the queue, with a real Store and a model that misbehaves. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/domain/hash.ts';
import { drafting, replyWith } from '../support/drafting.ts';

const tooLong = (word: string) => `${word} ${'and a sentence that goes on '.repeat(4)}and on`;
const good = ['A shirt for the long table', 'Linen for slow mornings', 'Wool by the door'];

let at: Awaited<ReturnType<typeof drafting>>;
beforeEach(async () => {
  at = await drafting();
});
afterEach(() => at.close());

describe('a cohort whose model gives good lines', () => {
  it('has them in review after one call, with all that they came from', async () => {
    const { cohort } = await at.accepted({ candidatesPerCohort: 8 });
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

  it('leaves a trail: accepted, received, kept, drafted', async () => {
    const { cohort, request } = await at.accepted({ candidatesPerCohort: 2 });
    await at.draft(at.jobOf(cohort));
    const trail = (await at.log()).slice(1);
    expect(trail.map(({ action }) => action)).toEqual([
      'request.accepted',
      'reply.received',
      'candidates.kept',
      'request.drafted',
    ]);
    expect(trail[0]).toMatchObject({ actor: { kind: 'client', id: 'client_1' }, subject: request.id });
    expect(trail[1]?.details).toMatchObject({ cohortId: cohort.id, run: 1, finish: 'stop', outputTokens: 120 });
    expect(trail[2]?.details).toMatchObject({ toReview: 2, problem: null, round: 'draft' });
  });

  it('is asked for no more where a job comes twice', async () => {
    const { cohort } = await at.accepted();
    await at.draft(at.jobOf(cohort));
    await at.draft(at.jobOf(cohort));
    expect(at.server.calls).toHaveLength(1);
    expect((await at.work(cohort.id)).counts.candidates).toBe(8);
  });

  it('marks a line that came before and keeps it from review', async () => {
    const { cohort } = await at.accepted({ needed: 1 });
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

it('takes lines for one that differ in case, spaces and punctuation alone, and for two where a figure differs', async () => {
  const { cohort } = await at.accepted({ needed: 1 });
  const alike = ['Wool by the door', 'Wool, by the door.', 'WOOL BY THE DOOR', 'Wool by  the door'];
  const apart = ['A tote that holds 1.5 loaves', 'A tote that holds 15 loaves'];
  at.server.behave({ kind: 'content', content: replyWith(...alike, ...apart) });
  await at.draft(at.jobOf(cohort));
  const { candidates } = await at.work(cohort.id);
  const first = candidates[0]?.id;
  expect(candidates.map(({ duplicateOf }) => duplicateOf)).toEqual([null, first, first, first, null, null]);
});

describe('a cohort with too few good lines', () => {
  it('gets a round to repair them, told what was wrong', async () => {
    const { cohort } = await at.accepted({ needed: 2 });
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

  it('gets no third round where two brought nothing, and says what blocked its lines', async () => {
    const { cohort } = await at.accepted();
    at.server.behave({ kind: 'content', content: replyWith(tooLong('Coats'), tooLong('Hats')) });
    await at.draft(at.jobOf(cohort));
    const work = await at.work(cohort.id);
    expect(at.server.calls).toHaveLength(2);
    expect(work.cohort.state).toBe('exhausted');
    expect(work.cohort.reason).toBe(
      'The 4 lines of this run left none to decide (2 blocked by length (2), 2 drafted before), and 0 of the 2 needed are approved. Change what the findings name, or draft it again.',
    );
    expect((await at.log()).at(-2)).toMatchObject({ action: 'cohort.exhausted', subject: cohort.id });
  });
});

describe('a model that gives nothing to use', () => {
  it('is asked once more, and the cohort fails with what it said', async () => {
    const { cohort } = await at.accepted();
    at.server.behave({ kind: 'content', content: 'Great idea! Let me think about it.' });
    await at.draft(at.jobOf(cohort));
    expect(at.server.calls.map(({ user }) => user.includes('could not be used'))).toEqual([false, true]);
    const { state, reason } = await at.stateOf(cohort);
    expect(state).toBe('failed');
    expect(reason).toContain('Great idea!');
    expect((await at.work(cohort.id)).replies.map(({ reply }) => reply.raw)).toEqual([
      'Great idea! Let me think about it.',
      'Great idea! Let me think about it.',
    ]);
  });

  it('may do better the second time', async () => {
    const { cohort } = await at.accepted();
    at.server.behave({ kind: 'content', content: 'Hm.' }, 1);
    await at.draft(at.jobOf(cohort));
    expect((await at.stateOf(cohort)).state).toBe('in-review');
  });

  it('by refusing fails the cohort at once', async () => {
    const { cohort } = await at.accepted();
    at.server.behave({ kind: 'refusal', refusal: 'I would rather not.' });
    await at.draft(at.jobOf(cohort));
    expect(await at.stateOf(cohort)).toMatchObject({ state: 'failed' });
    expect((await at.stateOf(cohort)).reason).toContain('I would rather not.');
    expect((await at.log()).at(-2)).toMatchObject({ action: 'cohort.failed', subject: cohort.id });
  });

  it('cut off in the middle gives its whole lines', async () => {
    const { cohort } = await at.accepted();
    const torn = replyWith(...good).slice(0, -30);
    at.server.behave({ kind: 'content', content: torn, finish: 'length' });
    await at.draft(at.jobOf(cohort));
    expect((await at.work(cohort.id)).candidates.map(({ text }) => text)).toEqual(good.slice(0, 2));
  });
});
