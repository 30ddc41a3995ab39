/** The model client against a real server on this machine, which misbehaves on command. */
import { afterEach, describe, expect, it } from 'vitest';
import { openaiModel } from '../../src/generate/openai-model.ts';
import { parseReply } from '../../src/generate/parse-reply.ts';
import { ModelFailure } from '../../src/ports/model.ts';
import { draftOrder } from '../support/draft-order.ts';
import { type ModelServer, type ModelServerKind, modelServer } from '../support/model-server.ts';

const key = 'sk-test-7f3a99';
const order = draftOrder({});

let server: ModelServer;
afterEach(() => server.close());

async function started(kind: ModelServerKind = {}, access: { timeoutMs?: number; maxRetries?: number } = {}) {
  server = await modelServer(kind);
  const model = openaiModel({ apiKey: key, baseUrl: server.url, model: 'tiny', timeoutMs: 4_000, ...access });
  return (signal = new AbortController().signal) => model.draft(order, signal);
}

async function failure(draft: Promise<unknown>): Promise<ModelFailure> {
  const error = await draft.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ModelFailure)) throw new Error(`no ModelFailure but ${String(error)}`);
  expect(error.message).not.toContain(key);
  expect(JSON.stringify(error.cause ?? '')).not.toContain(key);
  return error;
}

describe('an answer', () => {
  it('comes back raw, with model, finish, tokens and time', async () => {
    const draft = await started({ latencyMs: 30 });
    const reply = await draft();
    expect(parseReply(reply.raw).lines).toHaveLength(3);
    expect(reply).toMatchObject({ model: 'tiny', finish: 'stop', inputTokens: 900, outputTokens: 120 });
    expect(reply.durationMs).toBeGreaterThanOrEqual(29);
  });

  it('is asked for with the prompt, the key and a strict schema', async () => {
    const draft = await started({ key });
    await draft();
    expect(server.calls).toMatchObject([
      { model: 'tiny', system: order.prompt.system, user: order.prompt.user, format: 'json_schema', key },
    ]);
  });

  it('that was cut off or filtered is handed on as it is', async () => {
    const draft = await started();
    server.behave({ kind: 'content', content: '{"candidates":[{"text":"Whole"},{"te', finish: 'length' }, 1);
    server.behave({ kind: 'content', content: '["Whole"]', finish: 'content_filter' }, 1);
    expect(await draft()).toMatchObject({ raw: '{"candidates":[{"text":"Whole"},{"te', finish: 'length' });
    expect(await draft()).toMatchObject({ raw: '["Whole"]', finish: 'content_filter' });
  });

  it('without usage leaves the tokens unknown', async () => {
    const draft = await started();
    const body = JSON.stringify({ choices: [{ message: { content: '["A b"]' } }] });
    server.behave({ kind: 'body', body, type: 'application/json' });
    expect(await draft()).toMatchObject({ raw: '["A b"]', model: 'tiny', finish: 'stop', inputTokens: null });
  });
});

describe('a server that cannot do a schema', () => {
  it('is asked for a JSON object, and from then on at once', async () => {
    const draft = await started({ formats: ['json_object', 'text'] });
    await draft();
    await draft();
    expect(server.calls.map(({ format }) => format)).toEqual(['json_schema', 'json_object', 'json_object']);
  });

  it('nor an object is asked for text', async () => {
    const draft = await started({ formats: ['text'] });
    await draft();
    await draft();
    expect(server.calls.map(({ format }) => format)).toEqual(['json_schema', 'json_object', 'text', 'text']);
  });

  it('is told apart from one that refuses for another reason', async () => {
    const draft = await started();
    server.behave({ kind: 'status', status: 400, body: { error: { message: 'context is too long' } } }, 1);
    expect(await failure(draft())).toMatchObject({ kind: 'misconfigured', isPassing: false });
    await draft();
    expect(server.calls.map(({ format }) => format)).toEqual(['json_schema', 'json_schema']);
  });
});

describe('a failure', () => {
  it('that passes within the tries is not noticed', async () => {
    const draft = await started();
    server.behave({ kind: 'status', status: 429, headers: { 'retry-after-ms': '10' } }, 1);
    server.behave({ kind: 'status', status: 503, headers: { 'retry-after-ms': '10' } }, 1);
    expect((await draft()).finish).toBe('stop');
    expect(server.calls).toHaveLength(3);
  });

  it('waits as long as Retry-After says', async () => {
    const draft = await started();
    server.behave({ kind: 'status', status: 429, headers: { 'retry-after': '1' } }, 1);
    const start = performance.now();
    await draft();
    expect(performance.now() - start).toBeGreaterThan(950);
  });

  it('is handed back at once where Retry-After asks for long, with the time it asks for', async () => {
    const draft = await started();
    server.behave({ kind: 'status', status: 429, headers: { 'retry-after': '90' } });
    expect(await failure(draft())).toMatchObject({ kind: 'rate-limited', retryAfterMs: 90_000 });
    expect(server.calls).toHaveLength(1);
  });

  it.each([
    [{ kind: 'status', status: 429 }, 'rate-limited', true, 'LLM_CONCURRENCY'],
    [
      { kind: 'status', status: 429, body: { error: { message: 'no money', code: 'insufficient_quota' } } },
      'misconfigured',
      false,
      'no credit',
    ],
    [{ kind: 'status', status: 500 }, 'broken', true, 'answered 500'],
    [
      { kind: 'status', status: 404, body: { error: { message: 'no model tiny' } } },
      'misconfigured',
      false,
      'OPENAI_MODEL',
    ],
    [{ kind: 'status', status: 403 }, 'misconfigured', false, 'OPENAI_API_KEY'],
    [{ kind: 'refusal', refusal: 'I will not.' }, 'refused', false, 'I will not.'],
    [{ kind: 'content', content: '', finish: 'content_filter' }, 'refused', false, 'content filter'],
    [{ kind: 'no-choice' }, 'broken', true, 'without a choice'],
    [{ kind: 'body', body: '<html>Hello</html>', type: 'text/html' }, 'misconfigured', false, '/v1'],
    [{ kind: 'body', body: '{"candidates"', type: 'application/json' }, 'misconfigured', false, '/v1'],
    [{ kind: 'reset' }, 'unreachable', true, 'did not answer'],
    [{ kind: 'reset-in-body' }, 'broken', true, 'broke off'],
  ] as const)('%o is called %s', async (behaviour, kind, isPassing, words) => {
    const draft = await started({}, { maxRetries: 0 });
    server.behave(behaviour);
    const failed = await failure(draft());
    expect(failed).toMatchObject({ kind, isPassing });
    expect(failed.message).toContain(words);
  });

  it.each(['stall', 'stall-in-body'] as const)('to finish in time ends at the limit: %s', async (kind) => {
    const draft = await started({}, { timeoutMs: 300, maxRetries: 2 });
    server.behave({ kind });
    const start = performance.now();
    expect(await failure(draft())).toMatchObject({ kind: 'timed-out', isPassing: true });
    expect(performance.now() - start).toBeLessThan(1_500);
  });

  it('is called by its cause where the limit passes in waiting for the next try', async () => {
    const draft = await started({}, { timeoutMs: 300 });
    server.behave({ kind: 'status', status: 429, headers: { 'retry-after': '20' } });
    expect((await failure(draft())).kind).toBe('rate-limited');
  });

  it('for a wrong key names the setting and not the key', async () => {
    const draft = await started({ key: 'another' });
    const failed = await failure(draft());
    expect(failed).toMatchObject({ kind: 'misconfigured', isPassing: false });
    expect(failed.message).toContain('OPENAI_API_KEY');
    expect(failed.message).toContain('[key]');
  });

  it('to reach anybody names the address and asks whether it runs', async () => {
    await started();
    await server.close();
    const model = openaiModel({ apiKey: null, baseUrl: server.url, model: 'tiny', timeoutMs: 2_000, maxRetries: 0 });
    const failed = await failure(model.draft(order, new AbortController().signal));
    expect(failed).toMatchObject({ kind: 'unreachable', isPassing: true });
    expect(failed.message).toBe(
      `The model at ${server.url} did not answer (ECONNREFUSED). Is it running? Check OPENAI_BASE_URL.`,
    );
    server = await modelServer();
  });
});

describe('a call that is called off', () => {
  it('ends with the reason given and is no failure of the model', async () => {
    const draft = await started();
    server.behave({ kind: 'stall' });
    const stop = new AbortController();
    const drafted = draft(stop.signal);
    setTimeout(() => stop.abort(new Error('the service stops')), 50);
    await expect(drafted).rejects.toThrow('the service stops');
  });

  it('is not made where it was called off before', async () => {
    const draft = await started();
    await expect(draft(AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
    expect(server.calls).toEqual([]);
  });
});

it('names the model and its host without credentials', () => {
  const model = openaiModel({ apiKey: key, baseUrl: 'http://me:secret@llm.example:8000/v1', model: 'm', timeoutMs: 1 });
  expect(model.name).toBe('m at llm.example:8000');
  expect(openaiModel({ apiKey: key, baseUrl: null, model: 'm', timeoutMs: 1 }).name).toBe('m at api.openai.com');
});
