/** An OpenAI-compatible server that writes plain, valid lines, and misbehaves on command. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';
import { plainLines } from './plain-lines.ts';

const Call = z.looseObject({
  model: z.string(),
  messages: z.array(z.looseObject({ role: z.string(), content: z.string() })),
  response_format: z.looseObject({ type: z.string() }).optional(),
});

/** One call as the server got it. */
export type ModelCall = {
  readonly model: string;
  readonly system: string;
  readonly user: string;
  readonly format: string;
  readonly key: string;
  /** When it came, by this machine's clock. */
  readonly at: string;
};

/** How it behaves. `content` is the text of an ordinary answer. */
export type Behaviour =
  | { readonly kind: 'lines' }
  | { readonly kind: 'content'; readonly content: string; readonly finish?: string }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Record<string, string>;
    }
  | { readonly kind: 'refusal'; readonly refusal: string }
  | { readonly kind: 'no-choice' }
  | { readonly kind: 'body'; readonly body: string; readonly type: string }
  | { readonly kind: 'stall' }
  | { readonly kind: 'stall-in-body' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'reset-in-body' };

export type ModelServer = {
  /** Ends in /v1. */
  readonly url: string;
  readonly calls: ModelCall[];
  /** How it behaves from now on; `times` calls that way first, and then as before. */
  readonly behave: (behaviour: Behaviour, times?: number) => void;
  /** The most calls that were open at one time. */
  readonly mostAtOnce: () => number;
  readonly close: () => Promise<void>;
};

/** What the server is like besides its behaviour. */
export type ModelServerKind = {
  readonly latencyMs?: number;
  /** Reply formats it takes; others get a 400. */
  readonly formats?: readonly string[];
  /** The only key it takes. */
  readonly key?: string;
  /** The text of an ordinary answer, where plain lines are not what is wanted. */
  readonly write?: (call: ModelCall) => string;
};

/** Start one on a free port of this machine. */
export async function modelServer(kind: ModelServerKind = {}): Promise<ModelServer> {
  const calls: ModelCall[] = [];
  const ahead: Behaviour[] = [];
  let usual: Behaviour = { kind: 'lines' };
  let open = 0;
  let mostAtOnce = 0;

  const server = createServer(async (request, response) => {
    open += 1;
    mostAtOnce = Math.max(mostAtOnce, open);
    response.on('close', () => {
      open -= 1;
    });
    const call = callOf(request, Call.parse(JSON.parse(await bodyOf(request))));
    calls.push(call);
    const behaviour = ahead.shift() ?? usual;
    if (kind.latencyMs) await new Promise((done) => setTimeout(done, kind.latencyMs));
    if (kind.key !== undefined && call.key !== kind.key)
      sendError(response, 401, `Incorrect API key provided: ${call.key}.`);
    else if (kind.formats && !kind.formats.includes(call.format))
      sendError(response, 400, `response_format.type "${call.format}" is not supported by this model`);
    else answer(response, call, behaviour, kind.write ?? plainReply);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${portOf(server.address())}/v1`,
    calls,
    behave: (behaviour, times) => {
      if (times === undefined) usual = behaviour;
      else for (let time = 0; time < times; time += 1) ahead.push(behaviour);
    },
    mostAtOnce: () => mostAtOnce,
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

function answer(
  response: ServerResponse,
  call: ModelCall,
  behaviour: Behaviour,
  write: (call: ModelCall) => string,
): void {
  switch (behaviour.kind) {
    case 'lines':
      sendJson(response, 200, completion(call, { content: write(call) }, 'stop'));
      break;
    case 'content':
      sendJson(response, 200, completion(call, { content: behaviour.content }, behaviour.finish ?? 'stop'));
      break;
    case 'status':
      for (const [name, value] of Object.entries(behaviour.headers ?? {})) response.setHeader(name, value);
      sendJson(response, behaviour.status, behaviour.body ?? { error: { message: 'as told' } });
      break;
    case 'refusal':
      sendJson(response, 200, completion(call, { content: null, refusal: behaviour.refusal }, 'stop'));
      break;
    case 'no-choice':
      sendJson(response, 200, { object: 'chat.completion', model: call.model, choices: [] });
      break;
    case 'body':
      response.writeHead(200, { 'content-type': behaviour.type }).end(behaviour.body);
      break;
    case 'stall':
      break;
    case 'stall-in-body':
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"choices":[');
      break;
    case 'reset':
      response.destroy();
      break;
    case 'reset-in-body':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' }).write('{"choices":[');
      setTimeout(() => response.destroy(), 20);
      break;
    default:
      behaviour satisfies never;
  }
}

/** As many lines as the prompt asks for, others at each cohort; the cohort's name is the only seed. */
function plainReply({ user }: ModelCall): string {
  const count = Number(/Write (\d+) subject lines?/.exec(user)?.[1] ?? 1);
  return JSON.stringify({ candidates: plainLines(user, count) });
}

function completion({ model }: ModelCall, message: Record<string, unknown>, finish: string): unknown {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_790_000_000,
    model,
    choices: [{ index: 0, finish_reason: finish, message: { role: 'assistant', ...message } }],
    usage: { prompt_tokens: 900, completion_tokens: 120, total_tokens: 1_020 },
  };
}

function sendError(response: ServerResponse, status: number, message: string): void {
  sendJson(response, status, { error: { message, type: 'invalid_request_error', code: null } });
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

function callOf(request: IncomingMessage, { model, messages, response_format }: z.infer<typeof Call>): ModelCall {
  const said = (role: string) => messages.find((message) => message.role === role)?.content ?? '';
  return {
    model,
    system: said('system'),
    user: said('user'),
    format: response_format?.type ?? 'text',
    key: (request.headers.authorization ?? '').replace('Bearer ', ''),
    at: new Date().toISOString(),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}
