/** People at browsers of their own, before a service with lines of the test's choosing. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { parse } from 'yaml';
import { buildConsole } from '../../../src/console-build.ts';
import type { Role } from '../../../src/domain/access.ts';
import type { ReviewSettings } from '../../../src/domain/brand.ts';
import { Brief } from '../../../src/domain/brief.ts';
import { startBrowser } from '../../support/browser.ts';
import { type ReviewDesk, reviewDesk } from '../../support/review-desk.ts';
import { watch } from './page-faults.ts';

/** A name that may be missing needs a fallback: strict rules block this. */
export const blocked = '{{ first_name }}, boots need socks';
/** Over 50 characters: a warning. */
export const rather = 'What your boots would like between two long wears, please';
const strict = { length: { warnAt: 50, max: 70 }, 'tag-fallback-required': {} };
/** Rules under which what strict ones block reaches a person too, with a warning. */
export const lenient = { length: { warnAt: 50, max: 70 }, 'tag-fallback-required': { severity: 'warn' } };

/** The boot buyers of the example brief, as a brief of their own. */
export function bootBrief(candidates: number, more: Partial<Brief> = {}): Brief {
  const brief = Brief.parse(parse(readFileSync('data/examples/second-purchase.yaml', 'utf8')));
  const cohorts = brief.cohorts.filter(({ externalId }) => externalId === 'boot-buyers');
  return { ...brief, cohorts, candidatesPerCohort: candidates, ...more };
}

/** One browser for the test file; every test has its own services and pages. */
export function browserDesks() {
  const running: ReviewDesk[] = [];
  let browser: Browser;
  let consoleFolder: string;
  beforeAll(async () => {
    consoleFolder = await buildConsole({ info: () => {}, warn: () => {}, error: () => {} });
    browser = await startBrowser();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    for (const service of running.splice(0)) await service.close();
  });
  afterAll(() => browser?.close());

  return {
    /** Where the built console lies. */
    consoleFolder: () => consoleFolder,
    /** A service with these lines in review for the boot buyers. */
    async serviceWith(
      texts: readonly string[],
      policyRules: Readonly<Record<string, object>> = strict,
      brandIds: readonly string[] = ['tilden-row'],
      review: Partial<ReviewSettings> = {},
    ) {
      const service = await reviewDesk({ consoleFolder, policyRules, brandIds, review });
      running.push(service);
      const lines = texts.map((text) => ({ text, angle: 'completion' as const }));
      if (texts.length > 0) await service.putInReview(bootBrief(texts.length), { 'boot-buyers': lines });
      return service;
    },
    /** Somebody signs in at a browser of their own; `faults` is what went wrong on the page so far. */
    async open(
      service: ReviewDesk,
      name = 'Ana Ortiz',
      role: Role = 'copywriter',
      options: BrowserContextOptions = {},
    ) {
      return this.openAt(service, () => service.signInLink(name, role), options);
    },
    /** The same at any service, by a link of it. */
    async openAt(
      service: { readonly url: string },
      signInLink: () => Promise<string>,
      options: BrowserContextOptions = {},
    ) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      const faults = watch(page, service.url);
      await page.goto(await signInLink());
      await toQueue(page);
      return { page, faults };
    },
  };
}

/** Goes to the queue by the bar at the top. */
export async function toQueue(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Queue' }).click();
  await page.getByRole('navigation', { name: 'Queue' }).waitFor();
}

/** Opens the first cohort, as a person does who begins. */
export async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Begin with/ }).waitFor();
  await page.keyboard.press('j');
  await focused(page, 'Line 1');
}

/** Waits until the console says so. */
export async function status(page: Page, text: string): Promise<void> {
  await page.getByRole('status').getByText(text, { exact: true }).waitFor();
}

/** Waits until focus is on this line. */
export async function focused(page: Page, name: string): Promise<void> {
  await page.locator(`article[aria-label="${name}"]:focus`).waitFor();
}
