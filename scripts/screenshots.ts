/** Takes the pictures of the console in docs/images from the real product, drafted by the embedded writer. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { parse } from 'yaml';
import { buildConsole } from '../src/console-build.ts';
import { Brief } from '../src/domain/brief.ts';
import { startBrowser } from '../test/support/browser.ts';
import { runningService } from '../test/support/running-service.ts';

const log = { info: () => {}, warn: console.warn, error: console.error };
const service = await runningService({ consoleFolder: await buildConsole(log) });
const browser = await startBrowser();
try {
  for (const example of ['apology', 'end-of-season', 'second-purchase']) await send(example);
  await picture('queue-light', { colorScheme: 'light', viewport: { width: 1440, height: 900 } }, atWork);
  await picture('queue-dark', { colorScheme: 'dark', viewport: { width: 1440, height: 900 } }, rejecting);
  await picture('edit-blocked', { colorScheme: 'light', viewport: { width: 1440, height: 900 } }, editing);
  await picture(
    'queue-phone',
    {
      colorScheme: 'light',
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
    },
    async () => {},
  );
} finally {
  await browser.close();
  await service.stop();
}

/** Sends one of the example briefs and waits until every cohort is drafted. */
async function send(example: string): Promise<void> {
  const file = fileURLToPath(new URL(`../data/examples/${example}.yaml`, import.meta.url));
  const brief = Brief.parse(parse(readFileSync(file, 'utf8')));
  const { product } = service;
  const { request } = await product.accept(await product.commandLine([brief.brand]), [brief.brand], brief);
  for (;;) {
    const { cohorts } = await product.progress([brief.brand], request.id);
    if (cohorts.every(({ cohort }) => !['waiting', 'drafting'].includes(cohort.state))) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function picture(name: string, options: BrowserContextOptions, act: (page: Page) => Promise<void>) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(await service.signInLink({ name: 'Ana Ortiz', brandIds: ['tilden-row'], roles: ['copywriter'] }));
  await page.getByRole('link', { name: /^Looked at coats in January/ }).click();
  await page.locator('article:focus').waitFor();
  await act(page);
  await page.screenshot({ path: fileURLToPath(new URL(`../docs/images/${name}.png`, import.meta.url)) });
  // Leaving the page gives the lines back to the next person.
  const released = page.waitForEvent('request', (request) => request.method() === 'DELETE');
  await page.getByRole('link', { name: 'Linewright' }).click();
  await (await released).response();
  await context.close();
}

/** Two lines approved, the third in hand. */
async function atWork(page: Page): Promise<void> {
  for (const left of [1, 2]) {
    await page.keyboard.press('a');
    const ask = page.getByRole('heading', { name: 'This line carries a warning. Why does it pass?' });
    await page
      .getByRole('status')
      .getByText(/Approved/)
      .or(ask)
      .first()
      .waitFor();
    if (await ask.count()) await page.keyboard.press('3');
    await page.getByText(`has ${left}`).first().waitFor();
  }
  await page.getByRole('status').filter({ hasText: /^$/ }).waitFor({ state: 'attached' });
}

/** Choosing why a line is rejected. */
async function rejecting(page: Page): Promise<void> {
  await page.keyboard.press('r');
  await page.getByRole('heading', { name: 'Why not this line?' }).waitFor();
}

/** An edit that the policy does not let pass. */
async function editing(page: Page): Promise<void> {
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Your text' }).fill('The must-have coat, guaranteed through Sunday');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Not approved: the policy blocks this text.').first().waitFor();
  await page.getByRole('status').filter({ hasText: /^$/ }).waitFor({ state: 'attached' });
}
