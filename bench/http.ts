/**
 * Reading a line and deciding one over HTTP, beside bare Express with the same database and the same durability; and a
 * batch of 1,000 checks beside 1,000 single ones. Each server is a process of its own. Run: `npm run bench:http`.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { z } from 'zod';

const atOnce = 8;
const roundMs = 2_000;
const rounds = 4;
/** From PERFORMANCE: the least share of bare Express, and how much a batch must gain. */
const asked = { read: 0.9, approve: 0.7, batch: 100 } as const;

const Server = z.object({
  url: z.string(),
  key: z.string().default(''),
  session: z.string().default(''),
  lines: z.array(z.string()),
  items: z.array(z.object({ id: z.string(), version: z.number() })),
});
type Server = z.infer<typeof Server>;

const agent = new Agent({ keepAlive: true, maxSockets: atOnce });

const bare = await started('bare-server.ts');
const product = await started('product-server.ts');
try {
  const key = { authorization: `Bearer ${product.server.key}` };
  const reads = await sideBySide(
    (at) => call(bare.server, 'GET', `/lines/${pick(bare.server.lines, at)}`),
    (at) => call(product.server, 'GET', `/v1/approved-lines/${pick(product.server.lines, at)}`, key),
  );
  report('read a line', reads, asked.read);
  const session = { cookie: `lw_session=${product.server.session}`, origin: product.server.url };
  const decisions = await sideBySide(
    (at) => decide(bare.server, '/items', {}, at),
    (at) => decide(product.server, '/v1/review-items', session, at),
    { most: Math.floor(product.server.items.length / rounds) },
  );
  report('approve a line', decisions, asked.approve);
  await checks(key);
} finally {
  bare.stop();
  product.stop();
  agent.destroy();
}

async function started(file: string): Promise<{ server: Server; stop: () => void }> {
  const child = fork(new URL(`./http/${file}`, import.meta.url), { stdio: 'inherit' });
  const [said] = await once(child, 'message');
  return { server: Server.parse(said), stop: () => child.kill('SIGKILL') };
}

/** Requests a second of each, in turns, so that both see the same machine. */
async function sideBySide(
  one: (at: number) => Promise<void>,
  other: (at: number) => Promise<void>,
  { most = Number.POSITIVE_INFINITY } = {},
): Promise<{ bare: number; product: number }> {
  const rates = { bare: [] as number[], product: [] as number[] };
  let [ofOne, ofOther] = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    rates.bare.push(await rate(() => one(ofOne++), most));
    rates.product.push(await rate(() => other(ofOther++), most));
  }
  return { bare: Math.max(...rates.bare), product: Math.max(...rates.product) };
}

async function rate(work: () => Promise<void>, most: number): Promise<number> {
  const start = performance.now();
  let done = 0;
  let begun = 0;
  const worker = async () => {
    while (performance.now() - start < roundMs && begun < most) {
      begun += 1;
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return (done / (performance.now() - start)) * 1_000;
}

function decide(server: Server, path: string, headers: Record<string, string>, at: number): Promise<void> {
  const item = server.items[at];
  if (!item) throw new Error('There are no more lines to decide.');
  return call(server, 'POST', `${path}/${item.id}/decisions`, headers, {
    version: item.version,
    decision: { kind: 'approve' },
  });
}

async function checks(headers: Record<string, string>): Promise<void> {
  const lines = Array.from({ length: 1_000 }, (_, at) => ({ text: `A wool blanket for slow mornings, number ${at}` }));
  const brand = 'tilden-row';
  const path = '/v1/checks';
  let at = 0;
  const singles = await rate(
    () => call(product.server, 'POST', path, headers, { brand, lines: [lines[at++ % 1_000]] }),
    1_000,
  );
  const batches = (await rate(() => call(product.server, 'POST', path, headers, { brand, lines }), 40)) * 1_000;
  const gain = batches / singles;
  console.log(
    `check lines: ${singles.toFixed(0)} lines/s one by one, ${batches.toFixed(0)} lines/s by the thousand: ${gain.toFixed(0)} times (asked ${asked.batch})`,
  );
  if (gain < asked.batch) process.exitCode = 1;
}

function report(what: string, { bare, product }: { bare: number; product: number }, least: number): void {
  const share = product / bare;
  console.log(
    `${what}: ${product.toFixed(0)}/s, bare Express ${bare.toFixed(0)}/s: ${share.toFixed(2)} (asked ${least})`,
  );
  if (share < least) process.exitCode = 1;
}

function pick(names: readonly string[], at: number): string {
  return names[at % names.length] ?? '';
}

function call(
  { url }: Server,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: unknown,
): Promise<void> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const type =
    text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, url), { agent, method, headers: { ...headers, ...type } }, (answer) => {
      const isGood = answer.statusCode === 200 || answer.statusCode === 201;
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => {
        if (!isGood) pieces.push(piece);
      });
      answer.on('end', () => {
        if (isGood) resolve();
        else reject(new Error(`${method} ${path} answered ${answer.statusCode}: ${Buffer.concat(pieces).toString()}`));
      });
    });
    sent.on('error', reject);
    sent.end(text);
  });
}
