/** A language model behind an OpenAI-compatible server. The one file that knows the `openai` package. */
import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';
import * as z from 'zod';
import { type DraftOrder, type Model, ModelFailure } from '../ports/model.ts';
import { completionReply } from './completion-reply.ts';
import {
  brokenOffFailure,
  type ModelPlace,
  networkFailure,
  shortened,
  statusFailure,
  strangeAnswerFailure,
  timeFailure,
} from './model-failures.ts';
import { isAboutFormat, type ReplyFormat, replySchema, weakerThan } from './reply-format.ts';
import { retryAfterMs } from './retry-after.ts';

/** Where the model is and how long it may take. */
export type ModelAccess = {
  /** `null` for servers that want none. */
  readonly apiKey: string | null;
  /** `null` for OpenAI itself. */
  readonly baseUrl: string | null;
  readonly model: string;
  /** For one order as a whole, tries and waits included. */
  readonly timeoutMs: number;
  /** Tries after the first, within the time limit; lost connections, 429 and 5xx are tried again. */
  readonly maxRetries?: number;
};

const openaiUrl = 'https://api.openai.com/v1';

/** The model as a writer. It remembers which reply format its server takes. */
export function openaiModel(access: ModelAccess): Model {
  const url = new URL(access.baseUrl ?? openaiUrl);
  const place = { model: access.model, address: url.origin + url.pathname, timeoutMs: access.timeoutMs };
  const client = new OpenAI({
    // Without a key the client throws; servers that want none ignore what it sends.
    apiKey: access.apiKey ?? 'none',
    baseURL: url.href,
    organization: null,
    project: null,
    timeout: access.timeoutMs,
    maxRetries: access.maxRetries ?? 2,
    logLevel: 'off',
  });
  let known: ReplyFormat = 'json_schema';

  return {
    writer: 'model',
    name: `${access.model} at ${url.host}`,
    draft: async (order, signal) => {
      signal.throwIfAborted();
      const limit = AbortSignal.timeout(access.timeoutMs);
      const clock = performance.now();
      const heard: Heard = { status: null, retryAfterMs: null };
      const caller = client.withOptions({ fetch: listening(heard) });
      for (let format: ReplyFormat = known; ; ) {
        try {
          const answer = await ask(caller, access.model, order, format, AbortSignal.any([signal, limit]));
          known = format;
          return completionReply(answer, place, performance.now() - clock);
        } catch (error) {
          signal.throwIfAborted();
          const weaker = error instanceof APIError && formatIsRefused(error) ? weakerThan(format) : null;
          if (weaker === null) throw failureOf(error, place, { heard, isLate: limit.aborted }, access.apiKey);
          format = weaker;
        }
      }
    },
  };
}

/** The last answer within an order, tries that the client makes by itself included. */
type Heard = { status: number | null; retryAfterMs: number | null };

/** What a server may ask to wait within an order; for longer the order is given back, so that it holds no other up. */
const longestWaitMs = 2_000;

function listening(heard: Heard): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    heard.status = response.status;
    heard.retryAfterMs = response.ok ? null : retryAfterMs(response.headers);
    if (heard.retryAfterMs === null || heard.retryAfterMs <= longestWaitMs) return response;
    const headers = new Headers(response.headers);
    headers.set('x-should-retry', 'false');
    return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
  };
}

/** The answer as it came over the wire; its shape is promised by nobody. */
async function ask(
  client: OpenAI,
  model: string,
  { prompt, preheaders }: DraftOrder,
  format: ReplyFormat,
  signal: AbortSignal,
): Promise<unknown> {
  return client.chat.completions.create(
    {
      model,
      messages: [
        { role: 'system', content: prompt.system },
        { role: 'user', content: prompt.user },
      ],
      ...(format === 'json_object' && { response_format: { type: format } }),
      ...(format === 'json_schema' && {
        response_format: {
          type: format,
          json_schema: { name: 'candidates', strict: true, schema: replySchema(preheaders) },
        },
      }),
    },
    { signal },
  );
}

function formatIsRefused({ status, message }: APIError): boolean {
  return status !== undefined && isAboutFormat(status, message);
}

/** `isLate`: the time limit passed. */
function failureOf(
  error: unknown,
  place: ModelPlace,
  { heard: { status, retryAfterMs }, isLate }: { readonly heard: Heard; readonly isLate: boolean },
  apiKey: string | null,
): ModelFailure {
  if (error instanceof ModelFailure) return error;
  // Time that went by in waiting for a server that keeps turning us away is not the model's slowness.
  if (isLate && status !== null && status >= 400)
    return statusFailure(place, { status, retryAfterMs, code: null, said: '' });
  if (isLate || error instanceof APIConnectionTimeoutError) return timeFailure(place);
  if (error instanceof APIConnectionError) return networkFailure(place, networkCode(error));
  if (error instanceof APIError && error.status !== undefined) {
    const words = shortened(withoutKey(said(error), apiKey));
    return statusFailure(place, { status: error.status, retryAfterMs, code: error.code ?? null, said: words });
  }
  // The client lets a body that ends early through as a plain TypeError, and one that is no JSON as a SyntaxError.
  if (error instanceof SyntaxError) return strangeAnswerFailure(place);
  return brokenOffFailure(place);
}

function said({ status, message }: APIError): string {
  return message.replace(`${status} `, '').replace('status code (no body)', '');
}

/** Servers like to quote the key they did not accept. */
function withoutKey(text: string, apiKey: string | null): string {
  return apiKey === null || apiKey === '' ? text : text.replaceAll(apiKey, '[key]');
}

const Caused = z.object({ code: z.string().nullish(), cause: z.unknown().optional() });

/** The network's own code, which lies somewhere down the chain of causes. */
function networkCode(error: unknown): string | null {
  for (let at = error, depth = 0; depth < 6; depth += 1) {
    const caused = Caused.safeParse(at);
    if (!caused.success) return null;
    if (caused.data.code) return caused.data.code;
    at = caused.data.cause;
  }
  return null;
}
