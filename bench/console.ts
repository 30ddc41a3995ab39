/**
 * The console before 100,000 waiting lines: from a key press to the next line on screen, over 200 decisions in a real
 * browser at a real service, and what a page of the list costs at the start and at the end of it.
 * Run: `npm run bench:console`, with another number of lines behind `--`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { defaultPolicy } from '../src/guardrails/default-policy.ts';
import { openStore } from '../src/store/open-store.ts';
import { startBrowser } from '../test/support/browser.ts';
import { fillQueue } from '../test/support/fill-queue.ts';
import { addRealBrand } from '../test/support/real-brand.ts';
import { realMoment } from '../test/support/real-moment.ts';
import { startService } from '../test/support/started-process.ts';

const lines = Number(process.argv[2] ?? 100_000);
const decisions = 200;
/** What a copywriter does with a cohort that needs two: approve some, look at the next. */
const perCohort = 5;
const pageSize = 100;
const repeats = 20;
const brandId = 'bench';

const folder = mkdtempSync(join(tmpdir(), 'linewright-console-'));
const databaseUrl = `sqlite:${join(folder, 'bench.db')}`;
const { lastCursor, lastPage } = await fill();
const service = await startService({ DATABASE_URL: databaseUrl });
const browser = await startBrowser();
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(service.signInLink);
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
  await page.goto(`${service.url}/queue?brand=${brandId}`);
  await page.getByRole('button', { name: /^Begin with/ }).waitFor();
  await listen(page);
  await pressed(page, 'j', 'next cohort');
  for (let done = 1; done <= decisions; done += 1) {
    await decide(page);
    if (done % perCohort === 0) await pressed(page, 'n', 'next cohort');
  }
  await page.waitForLoadState('networkidle');
  const shown = await page.evaluate<Measured[]>('measured');
  const answers = await page.evaluate<Taken[]>(
    `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/decisions'))
      .map(({ duration, serverTiming }) => ({ ms: duration, serviceMs: serverTiming[0]?.duration ?? Number.NaN }))`,
  );
  const of = (what: Measured['what']) => shown.flatMap((each) => (each.what === what ? [each.ms] : []));
  console.log(
    `\n${lines.toLocaleString('en-US')} waiting lines, ${decisions} decisions${' '.repeat(22)}median       p95`,
  );
  report('key press to next line shown', of('next line'));
  // The next line shows at once and the decision is sent behind it, so that nobody waits for this share.
  report(
    '  the share of the service in it, behind the screen',
    answers.map(({ serviceMs }) => serviceMs),
  );
  report('key press to first line of next cohort shown', of('next cohort'));
  reportBoth('saving a decision, as the browser sees it', answers);
  reportBoth(`a page of ${pageSize} lines, page 1`, await pageCost(page, null));
  reportBoth(`a page of ${pageSize} lines, page ${lastPage.toLocaleString('en-US')}`, await pageCost(page, lastCursor));
  reportBoth('the counts of all tabs', await cost(page, `/v1/review-counts?brand=${brandId}`));
  reportBoth('the figures of home, 90 days', await cost(page, `/v1/figures?days=90&brand=${brandId}`));
  reportBoth('the first 25 cohorts of the queue', await cost(page, `/v1/review-cohorts?brand=${brandId}`));
  await savedBytes(page, 'the first 25 cohorts of the queue', `/v1/review-cohorts?brand=${brandId}`);
  await savedBytes(page, `a page of ${pageSize} lines`, `/v1/review-lines?brand=${brandId}&limit=${pageSize}`);
  await savedBytes(page, 'the figures of home', `/v1/figures?days=90&brand=${brandId}`);
} finally {
  await browser.close();
  await service.end('SIGTERM');
  rmSync(folder, { recursive: true });
}

type Measured = { readonly what: 'next line' | 'next cohort'; readonly ms: number };

/** The lines, and where the last page begins. */
async function fill(): Promise<{ lastCursor: string | null; lastPage: number }> {
  const store = await openStore({ databaseUrl });
  const { length } = defaultPolicy.rules;
  if (!length) throw new Error('the default policy has a rule about length');
  await addRealBrand(store, realMoment, brandId, { ...defaultPolicy, rules: { length } });
  const begun = performance.now();
  await fillQueue(store, realMoment, { brandId, lines, perCohort: 20 });
  console.log(`filled in ${Math.round((performance.now() - begun) / 1000)} s`);
  const filter = { brandIds: [brandId], tab: 'waiting', userId: 'nobody' } as const;
  let [cursor, pages]: [string | null, number] = [null, 1];
  for (;;) {
    const { nextCursor } = await store.queue.lines(filter, { limit: pageSize, cursor });
    if (nextCursor === null) break;
    [cursor, pages] = [nextCursor, pages + 1];
  }
  await store.close();
  return { lastCursor: cursor, lastPage: pages };
}

/** From now on the page notes how long after the last key focus was on a line and painted. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(`
    globalThis.measured = [];
    let start = 0;
    addEventListener('keydown', () => { start = performance.now(); }, true);
    addEventListener('focusin', ({ target }) => {
      if (start === 0 || !target.id.startsWith('line-')) return;
      const begun = start;
      start = 0;
      const what = globalThis.awaited;
      requestAnimationFrame(() => setTimeout(() => measured.push({ what, ms: performance.now() - begun })));
    }, true);
  `);
}

async function pressed(page: Page, key: string, what: Measured['what']): Promise<void> {
  const before = await page.evaluate<number>(`globalThis.awaited = ${JSON.stringify(what)}; measured.length`);
  await page.keyboard.press(key);
  // Not waitForFunction, which evaluates in the page what its content security policy refuses.
  await page.evaluate(
    `new Promise((done) => { const look = () => (measured.length > ${before} ? done() : setTimeout(look, 10)); look(); })`,
  );
}

/** Approves the line in hand; one with a warning takes a reason, and the second key counts. */
async function decide(page: Page): Promise<void> {
  const isWarned = (await page.locator('article:focus').getByRole('list', { name: 'Findings' }).count()) > 0;
  if (isWarned) {
    await page.keyboard.press('a');
    await page.getByRole('button', { name: /^On purpose/ }).waitFor();
  }
  await pressed(page, isWarned ? '1' : 'a', 'next line');
}

function pageCost(page: Page, cursor: string | null): Promise<Taken[]> {
  const after = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
  return cost(page, `/v1/review-lines?brand=${brandId}&limit=${pageSize}${after}`);
}

/** What a request takes in the browser, and how much of it in the service, both in milliseconds. */
type Taken = { readonly ms: number; readonly serviceMs: number };

async function cost(page: Page, path: string): Promise<Taken[]> {
  return page.evaluate<Taken[]>(`(async () => {
    const taken = [];
    for (let time = 0; time < ${repeats}; time++) {
      const start = performance.now();
      const answer = await fetch(${JSON.stringify(path)}, { cache: 'no-store' });
      await answer.text();
      const serviceMs = Number(/dur=([\\d.]+)/.exec(answer.headers.get('server-timing'))[1]);
      taken.push({ ms: performance.now() - start, serviceMs });
    }
    return taken;
  })()`);
}

/** What asking again costs in bytes where nothing changed. */
async function savedBytes(page: Page, what: string, path: string): Promise<void> {
  const [whole, again, status] = await page.evaluate<[number, number, number]>(`(async () => {
    const first = await fetch(${JSON.stringify(path)});
    const headers = { 'if-none-match': first.headers.get('etag') };
    const second = await fetch(${JSON.stringify(path)}, { headers });
    return [(await first.arrayBuffer()).byteLength, (await second.arrayBuffer()).byteLength, second.status];
  })()`);
  const bytes = (count: number) => `${count.toLocaleString('en-US')} bytes`;
  console.log(`${`asked again, nothing changed: ${what}`.padEnd(72)}${bytes(whole)}, then ${bytes(again)} (${status})`);
}

function reportBoth(what: string, taken: readonly Taken[]): void {
  report(
    what,
    taken.map(({ ms }) => ms),
  );
  report(
    '  of it in the service',
    taken.map(({ serviceMs }) => serviceMs),
  );
}

function report(what: string, ms: readonly number[]): void {
  const sorted = ms.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  const cell = (value: number) => `${value.toFixed(1)} ms`.padStart(10);
  console.log(`${what.padEnd(58)}${cell(at(0.5))}${cell(at(0.95))}`);
}
