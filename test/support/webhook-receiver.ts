/** A receiver of webhooks on a real port: verifies what it gets as an integrator would, and misbehaves on command. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import * as z from 'zod';

/** How it answers from now on, or the next few times. */
export type Manner =
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** Keeps the connection and says nothing until it is told to behave. */
  | { readonly kind: 'silence' }
  | { readonly kind: 'close' }
  /** Never stops talking. */
  | { readonly kind: 'flood' };

const Message = z.object({
  type: z.string(),
  timestamp: z.string(),
  data: z.record(z.string(), z.json()),
});

/** A message as it came, its signature verified unless `isVerified` is false. */
export type ReceivedWebhook = z.infer<typeof Message> & {
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly isVerified: boolean;
};

export type WebhookReceiver = Awaited<ReturnType<typeof webhookReceiver>>;

const well: Manner = { kind: 'status', status: 204 };

/** Start it; close it in the end. Verifies by the secrets it is given. */
export async function webhookReceiver() {
  const secrets: string[] = [];
  const received: ReceivedWebhook[] = [];
  const waiting: ServerResponse[] = [];
  let manner: Manner = well;
  let times = Number.POSITIVE_INFINITY;

  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    received.push(readMessage(request, body, secrets));
    const now = times > 0 ? manner : well;
    times -= 1;
    answer(now, request, response, waiting);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${portOf(server.address())}/hooks`,
    received,
    /** Messages by id, each once, as an integrator keeps them; in the order they first came. */
    unique: () => [...new Map(received.map((message) => [message.id, message])).values()],
    trust: (secret: string) => secrets.push(secret),
    behave: (as: Manner = well, forTimes = Number.POSITIVE_INFINITY) => {
      manner = as;
      times = forTimes;
      for (const response of waiting.splice(0)) response.writeHead(204).end();
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(manner: Manner, request: IncomingMessage, response: ServerResponse, waiting: ServerResponse[]): void {
  switch (manner.kind) {
    case 'status':
      response.writeHead(manner.status, manner.headers).end(manner.status === 204 ? undefined : 'as told');
      return;
    case 'silence':
      waiting.push(response);
      return;
    case 'close':
      request.socket.destroy();
      return;
    case 'flood': {
      response.writeHead(200);
      const pour = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', pour);
      pour();
      return;
    }
    default:
      manner satisfies never;
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function readMessage(request: IncomingMessage, body: string, secrets: readonly string[]): ReceivedWebhook {
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const isVerified = secrets.some((secret) => verifies(secret, body, headers));
  return { ...Message.parse(JSON.parse(body)), id: headers['webhook-id'] ?? '', headers, isVerified };
}

function verifies(secret: string, body: string, headers: Record<string, string>): boolean {
  try {
    new Webhook(secret).verify(body, headers);
    return true;
  } catch {
    return false;
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the receiver has no port');
  return address.port;
}
