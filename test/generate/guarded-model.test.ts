/** A model behind a circuit. */
import { describe, expect, it } from 'vitest';
import { guardedModel } from '../../src/generate/guarded-model.ts';
import { type Model, ModelFailure, ModelRests } from '../../src/ports/model.ts';
import { draftOrder } from '../support/draft-order.ts';
import { fixedMoment } from '../support/fixed-moment.ts';

const order = draftOrder({});
const price = { inputMicros: 1_000_000, cachedInputMicros: 500_000, outputMicros: 2_000_000, currency: 'USD' };
const signal = new AbortController().signal;
const reply = {
  raw: '[]',
  model: 'm',
  finish: 'stop',
  inputTokens: 100,
  cachedInputTokens: 40,
  outputTokens: 10,
  durationMs: 1,
};

/** A model that throws what it is told to, as often as it is asked; `null` lets it answer. */
function guarded() {
  const moment = fixedMoment();
  let trouble: Error | null = null;
  let calls = 0;
  const model: Model = {
    writer: 'model',
    name: 'm',
    draft: async () => {
      calls += 1;
      if (trouble) throw trouble;
      return reply;
    },
  };
  const guard = guardedModel(model, { moment, price });
  return {
    moment,
    guard,
    calls: () => calls,
    fails: (error: Error | null) => {
      trouble = error;
    },
    outcome: () => guard.draft(order, signal).catch((error: unknown) => error),
  };
}

describe('a guarded model', () => {
  it('is not called while its circuit is open, and says since when and until when', async () => {
    const at = guarded();
    at.fails(new ModelFailure('unreachable', 'Nobody there.'));
    for (let time = 0; time < 4; time += 1) expect(await at.outcome()).toBeInstanceOf(ModelFailure);
    expect(await at.outcome()).toMatchObject({ name: 'ModelRests', retryAfterMs: 10_000 });
    at.moment.advance(4_000);
    const held = await at.outcome();
    expect(held).toBeInstanceOf(ModelRests);
    expect(held).toMatchObject({
      message: 'Nobody there. No call is made meanwhile. It is tried again at 10:00:10 UTC.',
      retryAfterMs: 6_000,
      failingMs: 4_000,
    });
    expect(at.calls()).toBe(5);
    at.fails(null);
    at.moment.advance(6_000);
    expect(await at.outcome()).toBe(reply);
    expect(at.guard.numbers().circuit).toBe('closed');
  });

  it('takes a wrong key or a refusal for a sign of life', async () => {
    const at = guarded();
    for (let time = 0; time < 12; time += 1) {
      at.fails(new ModelFailure(time % 4 === 3 ? 'misconfigured' : 'broken', 'No.'));
      expect(await at.outcome()).toBeInstanceOf(ModelFailure);
    }
    expect(at.calls()).toBe(12);
  });

  it('takes a call that we called off for no sign at all', async () => {
    const at = guarded();
    at.fails(new ModelFailure('broken', 'No.'));
    for (let time = 0; time < 5; time += 1) await at.outcome();
    at.moment.advance(10_000);
    at.fails(new Error('the service stops'));
    expect(await at.outcome()).toMatchObject({ message: 'the service stops' });
    at.fails(null);
    expect(await at.outcome()).toBe(reply);
  });
});
