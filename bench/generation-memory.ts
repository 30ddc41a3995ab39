/**
 * Memory of the service while it drafts 10,000 cohorts in ten requests: flat. The real process, on a database on disk,
 * against a model that answers at once, with a heap of 320 MB; what is resident is read from outside. Linux only (/proc).
 * Run: `npm run bench:generation-memory`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { RequestView } from '../src/http/contracts/campaign-routes.ts';
import { fridayBrief, fridayReply, prepareBrand } from '../test/acceptance/support/friday-campaign.ts';
import { apiCaller } from '../test/support/api-caller.ts';
import { modelServer } from '../test/support/model-server.ts';
import { startService } from '../test/support/started-process.ts';

const requests = 10;
const cohorts = 1_000;
const heapMb = 320;
/** How much more may be resident after the last request than after the second, when all code has been run. */
const mostGrowth = 1.15;

const folder = mkdtempSync(join(tmpdir(), 'linewright-memory-'));
const databaseUrl = `sqlite:${join(folder, 'bench.db')}`;
const { key } = await prepareBrand(databaseUrl);
const model = await modelServer({ write: fridayReply });
const service = await startService({
  DATABASE_URL: databaseUrl,
  OPENAI_BASE_URL: model.url,
  LLM_CONCURRENCY: '16',
  // With gigabytes to spare the engine lets garbage lie, which is no growth; with this it must find room or end.
  NODE_OPTIONS: `--max-old-space-size=${heapMb}`,
});
const call = apiCaller(service.url, { authorization: `Bearer ${key}` });

const peaks: number[] = [];
try {
  for (let at = 1; at <= requests; at += 1) {
    const brief = { ...fridayBrief(cohorts, 0), externalId: `mail-${at}` };
    const { body } = await call('/v1/variant-requests', RequestView, brief);
    const peak = await drafted(body.id);
    peaks.push(peak);
    console.log(`${at * cohorts} cohorts: at most ${peak} MB resident`);
    // The calls a server remembers are this process's memory, not the service's, but there is no need to keep them.
    model.calls.length = 0;
  }
} finally {
  await service.end('SIGTERM');
  await model.close();
  rmSync(folder, { recursive: true });
}
const growth = (peaks.at(-1) ?? 0) / (peaks[1] ?? 1);
console.log(`last over second: ${growth.toFixed(2)} (at most ${mostGrowth})`);
if (growth > mostGrowth) process.exitCode = 1;

/** The most that was resident until the request was drafted, in MB. */
async function drafted(requestId: string): Promise<number> {
  let peak = 0;
  for (;;) {
    peak = Math.max(peak, residentMb());
    const { body } = await call(`/v1/variant-requests/${requestId}`, RequestView);
    if (body.cohorts.every(({ state }) => state !== 'waiting' && state !== 'drafting')) return peak;
    await pause(500);
  }
}

function residentMb(): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${service.pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}
