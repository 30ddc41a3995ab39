/**
 * Sends webhooks over HTTP. A stranger names the address, so a name is resolved once, every address it has is looked
 * at, and the connection goes to one that was looked at: a name that changes its mind between look and connection
 * gains nothing. Redirects are answers, never followed.
 */
import { lookup } from 'node:dns/promises';
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { Tried } from '../../domain/webhook-schedule.ts';
import type { Parcel, WebhookSender } from '../../ports/webhook-sender.ts';
import { isRefusedAddress } from './refused-addresses.ts';
import { hostOf, refusedUrl } from './refused-url.ts';

/** Every address of a name. Rejects where there is none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export type SenderParts = {
  /** True: private and loopback addresses may be reached. */
  readonly allowPrivate: boolean;
  /** For one attempt, from the look-up to the last byte. */
  readonly timeoutMs: number;
  readonly resolve?: Resolve;
};

/** What is read of an answer, and what is kept of that. */
const maxReadBytes = 4_096;
const maxKeptCharacters = 500;

/** The sender over real connections. */
export function httpSender({ allowPrivate, timeoutMs, resolve = resolveAll }: SenderParts): WebhookSender {
  return {
    send: async (parcel, signal) => {
      const started = performance.now();
      const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
      const tried = (more: Partial<Tried['attempt']>, retryAfterMs: number | null = null): Tried => {
        const durationMs = Math.round(performance.now() - started);
        return {
          attempt: { at: parcel.at, durationMs, status: null, answer: null, error: null, ...more },
          retryAfterMs,
        };
      };
      try {
        const address = await within(limit, checkedAddress(parcel.url));
        const { status, answer, retryAfter } = await post(parcel, address, limit);
        return tried({ status, answer }, retryAfterMs(retryAfter, parcel.at));
      } catch (error) {
        signal.throwIfAborted();
        const isLate = limit.aborted;
        return tried({ error: isLate ? `no whole answer within ${timeoutMs / 1_000} seconds` : wordsOf(error) });
      }
    },

    refusal: async (url) => {
      try {
        await within(AbortSignal.timeout(timeoutMs), checkedAddress(url));
        return null;
      } catch (error) {
        return wordsOf(error);
      }
    },
  };

  /** The address to connect to. Throws in words where the URL or any address of its host is refused. */
  async function checkedAddress(text: string): Promise<string> {
    const refusal = refusedUrl(text);
    if (refusal !== null) throw new Error(refusal);
    const host = hostOf(new URL(text));
    const addresses = isIP(host) ? [host] : await resolve(host).catch(() => []);
    const [first] = addresses;
    if (first === undefined) throw new Error(`must name a host that is there; ${host} has no address`);
    // All of them: with one private among them it depends on luck which is taken.
    if (!allowPrivate && addresses.some(isRefusedAddress))
      throw new Error(`must not lead to a private, local or reserved address, as ${host} does`);
    return first;
  }
}

type Answer = { readonly status: number; readonly answer: string; readonly retryAfter: string | undefined };

function post(parcel: Parcel, address: string, signal: AbortSignal): Promise<Answer> {
  const url = new URL(parcel.url);
  const isSecure = url.protocol === 'https:';
  // An agent of its own: a connection kept open would be taken for a host whose name leads elsewhere by now.
  const agent = isSecure ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false });
  const request = (isSecure ? httpsRequest : httpRequest)(url, {
    method: 'POST',
    agent,
    signal,
    lookup: pinned(address),
    headers: { ...signedHeaders(parcel), 'content-length': Buffer.byteLength(parcel.body) },
    ...(isSecure && { rejectUnauthorized: true }),
  });
  return new Promise((resolve, reject) => {
    request.on('error', reject);
    request.on('response', (response) => {
      beginningOf(response).then((answer) => {
        request.destroy();
        resolve({ status: response.statusCode ?? 0, answer, retryAfter: response.headers['retry-after'] });
      }, reject);
    });
    request.end(parcel.body);
  });
}

function signedHeaders({ id, at, body, secrets }: Parcel): Record<string, string> {
  const time = new Date(at);
  return {
    'content-type': 'application/json',
    'user-agent': 'Linewright-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(time.getTime() / 1_000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, time, body)).join(' '),
  };
}

/** Whatever is asked for, the answer is the address that was looked at. */
function pinned(address: string): LookupFunction {
  const family = isIP(address);
  return (_host, options, callback) => {
    if (options.all) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
}

/** The first bytes as text; the rest is not read. Never more than the limits, whatever a receiver sends. */
async function beginningOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= maxReadBytes) break;
  }
  const text = new TextDecoder().decode(Buffer.concat(chunks).subarray(0, maxReadBytes));
  return Array.from(text).slice(0, maxKeptCharacters).join('');
}

/** Seconds or a date (RFC 9110 §10.2.3), as milliseconds from `at`; `null` where it is neither. */
function retryAfterMs(header: string | undefined, at: string): number | null {
  if (header === undefined) return null;
  const isSeconds = /^\d{1,9}$/.test(header.trim());
  // An HTTP date always ends so; Date.parse alone would read "-5" as a year.
  const isDate = header.trim().endsWith(' GMT');
  const ms = isSeconds ? Number(header) * 1_000 : isDate ? Date.parse(header) - Date.parse(at) : Number.NaN;
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

async function resolveAll(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);
}

/** A look-up cannot be stopped, only left alone. */
function within<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const leave = () => reject(signal.reason);
    signal.addEventListener('abort', leave, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

function wordsOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(wordsOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
