/** What goes over the wire to OpenAI itself. Nothing here reaches the network: a call nobody expects is an error. */
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openaiModel } from '../../src/generate/openai-model.ts';
import { ModelFailure } from '../../src/ports/model.ts';
import { draftOrder } from '../support/draft-order.ts';

const network = setupServer();
beforeAll(() => network.listen({ onUnhandledFrame: 'error' }));
afterEach(() => network.resetHandlers());
afterAll(() => network.close());

const address = 'https://api.openai.com/v1/chat/completions';
const model = () => openaiModel({ apiKey: 'sk-k', baseUrl: null, model: 'gpt-x', timeoutMs: 2_000, maxRetries: 0 });
const signal = new AbortController().signal;

function answering(content: string, seen: unknown[] = []) {
  return http.post(address, async ({ request }) => {
    seen.push(await request.json());
    return HttpResponse.json({ model: 'gpt-x-1', choices: [{ finish_reason: 'stop', message: { content } }] });
  });
}

describe('a call to OpenAI', () => {
  it('goes to the public address with the schema of the reply', async () => {
    const seen: unknown[] = [];
    network.use(answering('[]', seen));
    await model().draft(draftOrder({ preheaders: true }), signal);
    expect(seen).toMatchObject([
      {
        model: 'gpt-x',
        messages: [{ role: 'system' }, { role: 'user' }],
        response_format: {
          type: 'json_schema',
          json_schema: {
            strict: true,
            schema: { properties: { candidates: { items: { required: ['text', 'angle', 'preheader'] } } } },
          },
        },
      },
    ]);
  });

  it('asks for no preheader where none is wanted', async () => {
    const seen: unknown[] = [];
    network.use(answering('[]', seen));
    await model().draft(draftOrder({ preheaders: false }), signal);
    expect(JSON.stringify(seen)).not.toContain('preheader');
  });

  it('takes the name of the model from the answer', async () => {
    network.use(answering('["A b"]'));
    expect((await model().draft(draftOrder({}), signal)).model).toBe('gpt-x-1');
  });

  it('that the network loses is a failure that may pass', async () => {
    network.use(http.post(address, () => HttpResponse.error()));
    const lost = model().draft(draftOrder({}), signal);
    await expect(lost).rejects.toBeInstanceOf(ModelFailure);
    await expect(lost).rejects.toMatchObject({ kind: 'unreachable', isPassing: true });
  });
});
