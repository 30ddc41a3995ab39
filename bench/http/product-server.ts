/** The product on a database of its own with lines to read and to decide, in a process of its own, for the HTTP bench. */

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { Scope } from '../../src/domain/access.ts';
import { Brief } from '../../src/domain/brief.ts';
import { httpApp } from '../../src/http/app.ts';
import { listen } from '../../src/http/listen.ts';
import { realMoment } from '../../src/real-moment.ts';
import { largeBrief } from '../../test/support/large-brief.ts';
import { tellCpu } from './tell-cpu.ts';

// As many as the pace of review lets in at once.
const cohorts = 85;
const approved = 200;
const silence = { info: () => {}, warn: () => {}, error: () => {} };
// A clock that can be moved on, so that what was approved is past its release grace.
let aheadMs = 0;
const moment = { ...realMoment, now: () => new Date(Date.now() + aheadMs).toISOString() };

const folder = mkdtempSync(join(tmpdir(), 'linewright-http-'));
const product = await compose(
  { ...readConfig({}), databaseUrl: `sqlite:${join(folder, 'bench.db')}` },
  { log: silence, moment },
);
await product.brandImport.importNew();
let publicUrl = '';
const limits = { perCaller: 100_000_000, signIns: 100 };
const app = httpApp({ useCases: product.useCases, publicUrl: () => publicUrl, moment, limits });
const server = await listen(app, { host: '127.0.0.1', port: 0 });
publicUrl = server.url;
product.startWork();

const brief = Brief.parse(largeBrief(cohorts));
const caller = await product.commandLine([brief.brand]);
const { request } = await product.accept(caller, [brief.brand], brief);
for (;;) {
  const progress = await product.progress([brief.brand], request.id);
  if (progress.cohorts.every(({ cohort }) => cohort.state !== 'waiting' && cohort.state !== 'drafting')) break;
  await pause(50);
}

const owner = await product.owner();
const { secret: session, signedIn } = await product.signIn.signIn(await product.signIn.makeLink(owner.id));
const items: { id: string; version: number }[] = [];
for (let cursor: string | null = null; ; ) {
  const page = await product.useCases.review.items(
    { brandIds: [brief.brand], state: 'pending' },
    { limit: 500, cursor },
  );
  items.push(...page.data.filter(({ candidate }) => candidate.verdict.verdict === 'pass').map(({ item }) => item));
  cursor = page.nextCursor;
  if (cursor === null) break;
}
const lines: string[] = [];
for (const { id, version } of items.splice(0, approved)) {
  const { line } = await product.useCases.review.decide(signedIn.caller, [brief.brand], id, version, {
    kind: 'approve',
  });
  if (line) lines.push(line.id);
}
aheadMs = 10 * 60 * 1000;
const client = await product.accounts.client('Bench');
await product.accounts.grant(client.id, [brief.brand], ['campaign-client']);
const { secret: key } = await product.keys.create({ clientId: client.id, scopes: Scope.options, daysValid: 1 });
tellCpu();
process.send?.({ url: publicUrl, key, session, lines, items: items.map(({ id, version }) => ({ id, version })) });
