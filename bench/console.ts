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
  const answers = await page.evaluate<number[]>(
    `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/decisions')).map(({ duration }) => duration)`,
  );
  const of = (what: Measured['what']) => shown.flatMap((each) => (each.what === what ? [each.ms] : []));
  console.log(
    `\n${lines.toLocaleString('en-US')} waiting lines, ${decisions} decisions${' '.repeat(22)}median       p95`,
  );
  report('key press to next line shown', of('next line'));
  report('key press to first line of next cohort shown', of('next cohort'));
  report('the service saves a decision (request and answer)', answers);
  report(`a page of ${pageSize} lines, page 1`, await pageCost(page, null));
  report(`a page of ${pageSize} lines, page ${lastPage.toLocaleString('en-US')}`, await pageCost(page, lastCursor));
  report('the counts of all tabs', await cost(page, `/v1/review-counts?brand=${brandId}`));
  report('the figures of home, 90 days', await cost(page, `/v1/figures?days=90&brand=${brandId}`));
  report('the first 25 cohorts of the queue', await cost(page, `/v1/review-cohorts?brand=${brandId}`));
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

function pageCost(page: Page, cursor: string | null): Promise<number[]> {
  const after = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
  return cost(page, `/v1/review-lines?brand=${brandId}&limit=${pageSize}${after}`);
}

/** What a request takes in the browser, in milliseconds. */
async function cost(page: Page, path: string): Promise<number[]> {
  return page.evaluate<number[]>(`(async () => {
    const taken = [];
    for (let time = 0; time < ${repeats}; time++) {
      const start = performance.now();
      await (await fetch(${JSON.stringify(path)}, { cache: 'no-store' })).text();
      taken.push(performance.now() - start);
    }
    return taken;
  })()`);
}

function report(what: string, ms: readonly number[]): void {
  const sorted = ms.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  const cell = (value: number) => `${value.toFixed(1)} ms`.padStart(10);
  console.log(`${what.padEnd(58)}${cell(at(0.5))}${cell(at(0.95))}`);
}
