/**
 * Reading a line and deciding one over HTTP, beside bare Express with the same database and the same durability; and a
 * batch of 1,000 checks beside 1,000 single ones. Each server is a process of its own. Run: `npm run bench:http`.
 *
 * Two ratios: requests a second, which the client bounds where a server is quicker than it, and processor time a request,
 * which nothing but the server decides. Both must reach what is asked.
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

type Started = { readonly server: Server; readonly cpuMicros: () => Promise<number>; readonly stop: () => void };
/** Of the quickest round of a server. */
type Pace = { readonly rate: number; readonly cpuMicros: number };

const Cpu = z.object({ cpuMicros: z.number() });
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

async function started(file: string): Promise<Started> {
  const child = fork(new URL(`./http/${file}`, import.meta.url), { stdio: 'inherit' });
  const [said] = await once(child, 'message');
  const cpuMicros = async () => {
    child.send('cpu');
    const [told] = await once(child, 'message');
    return Cpu.parse(told).cpuMicros;
  };
  return { server: Server.parse(said), cpuMicros, stop: () => child.kill('SIGKILL') };
}

/** The pace of each, in turns, so that both see the same machine. */
async function sideBySide(
  one: (at: number) => Promise<void>,
  other: (at: number) => Promise<void>,
  { most = Number.POSITIVE_INFINITY } = {},
): Promise<{ bare: Pace; product: Pace }> {
  const paces: { bare: Pace[]; product: Pace[] } = { bare: [], product: [] };
  let [ofOne, ofOther] = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    paces.bare.push(await pace(bare, () => one(ofOne++), most));
    paces.product.push(await pace(product, () => other(ofOther++), most));
  }
  return { bare: best(paces.bare), product: best(paces.product) };
}

async function pace(of: Started, work: () => Promise<void>, most: number): Promise<Pace> {
  const before = await of.cpuMicros();
  const { done, perSecond } = await rate(work, most);
  return { rate: perSecond, cpuMicros: ((await of.cpuMicros()) - before) / done };
}

function best(paces: readonly Pace[]): Pace {
  return {
    rate: Math.max(...paces.map(({ rate: each }) => each)),
    cpuMicros: Math.min(...paces.map(({ cpuMicros }) => cpuMicros)),
  };
}

async function rate(work: () => Promise<void>, most: number): Promise<{ done: number; perSecond: number }> {
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
  return { done, perSecond: (done / (performance.now() - start)) * 1_000 };
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
  const { perSecond: singles } = await rate(
    () => call(product.server, 'POST', path, headers, { brand, lines: [lines[at++ % 1_000]] }),
    1_000,
  );
  const { perSecond } = await rate(() => call(product.server, 'POST', path, headers, { brand, lines }), 40);
  const batches = perSecond * 1_000;
  const gain = batches / singles;
  console.log(
    `check lines: ${singles.toFixed(0)} lines/s one by one, ${batches.toFixed(0)} lines/s by the thousand: ${gain.toFixed(0)} times (asked ${asked.batch})`,
  );
  if (gain < asked.batch) process.exitCode = 1;
}

function report(what: string, of: { bare: Pace; product: Pace }, least: number): void {
  const ofRate = of.product.rate / of.bare.rate;
  const ofCpu = of.bare.cpuMicros / of.product.cpuMicros;
  console.log(
    `${what}: ${of.product.rate.toFixed(0)}/s, bare Express ${of.bare.rate.toFixed(0)}/s: ${ofRate.toFixed(2)}; ` +
      `${of.product.cpuMicros.toFixed(0)} µs of processor time, bare Express ${of.bare.cpuMicros.toFixed(0)} µs: ` +
      `${ofCpu.toFixed(2)} (asked ${least})`,
  );
  if (Math.min(ofRate, ofCpu) < least) process.exitCode = 1;
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
