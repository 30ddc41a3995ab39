/** The console in a real browser, against the real service. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildConsole } from '../../src/console-build.ts';
import { Brief } from '../../src/domain/brief.ts';
import { startBrowser } from '../support/browser.ts';
import { type ReviewDesk, reviewDesk } from '../support/review-desk.ts';
import { accessibilityFaults, type Desk, overflow, signedIn } from './signed-in.ts';

// A name that may be missing needs a fallback: the policy blocks this.
const blocked = '{{ first_name }}, boots need socks';
const rather = 'What your boots would like between two long wears, please';
let browser: Browser;
let consoleFolder: string;
const running: ReviewDesk[] = [];

beforeAll(async () => {
  consoleFolder = await buildConsole({ info: () => {}, warn: () => {}, error: () => {} });
  browser = await startBrowser();
});

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  for (const service of running.splice(0)) await service.close();
});

afterAll(() => browser?.close());

describe('signing in', () => {
  it('follows a link once, and takes the token out of the address', async () => {
    const service = await serviceWith(['Socks, then boots']);
    const link = await service.signInLink('Ana Ortiz');
    const { page, faults } = await signedIn(browser, link);
    expect(page.url()).toBe(`${service.url}/`);
    expect(await page.getByText('Ana Ortiz').count()).toBe(1);

    await page.goto(link);
    await page.getByRole('heading', { name: 'This link does not work any more' }).waitFor();
    expect(await page.getByText('npm run -s cli -- users sign-in-link').count()).toBe(1);
    expect(await page.evaluate('location.hash')).toBe('');
    expect(faults).toEqual([]);
  });

  it('says how to get a link once somebody signed out', async () => {
    const service = await serviceWith(['Socks, then boots']);
    const { page } = await signedIn(browser, await service.signInLink('Ana Ortiz'));
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

describe('deciding', () => {
  it('takes a whole cohort from the keyboard alone', async () => {
    const service = await serviceWith([
      'Socks, then boots',
      rather,
      'Boots again',
      'The boot shelf',
      'Wool, then boots',
    ]);
    const { page, faults } = await desk(service);
    await begin(page);

    await page.keyboard.press('a');
    await status(page, 'Approved. 4 lines left.');
    await focused(page, 'Line 1');
    await page.keyboard.press('j');
    await page.keyboard.press('k');

    await page.keyboard.press('a');
    await page.getByRole('heading', { name: 'This line carries a warning. Why does it pass?' }).waitFor();
    await page.keyboard.press('2');
    await status(page, 'Approved. 3 lines left.');
    await page.getByText('Ready: has 2 of 2').waitFor();

    await page.keyboard.press('r');
    await page.keyboard.press('8');
    await status(page, 'Rejected. 2 lines left.');

    await page.keyboard.press('s');
    await status(page, 'Skipped. The line stays in the queue.');
    await page.keyboard.press('e');
    await page.keyboard.type(', and more wool');
    await page.keyboard.press('Control+Enter');
    await status(page, 'Edited and approved. 1 line left.');

    await page.getByRole('button', { name: 'Put the other 1 away as not needed' }).focus();
    await page.keyboard.press('Enter');
    await status(page, '1 line put away as not needed.');
    await page.getByText('Ready: has 3 of 2').waitFor();
    await page.getByText('Wool, then boots, and more wool').waitFor();
    const outcomes = await page.getByRole('region', { name: 'Decided' }).getByRole('listitem').allInnerTexts();
    expect(outcomes.map((text) => text.split('\n')[0]).sort()).toEqual([
      'Approved',
      'Approved',
      'Edited and approved',
      'Not needed',
      'Rejected',
    ]);
    expect(faults).toEqual([]);
  });

  it('shows what the policy blocks in an edited text, and saves it once it is mended', async () => {
    const service = await serviceWith(['Socks, then boots', 'The boot shelf']);
    const { page } = await desk(service);
    await begin(page);
    await page.keyboard.press('e');
    const field = page.getByRole('textbox', { name: 'Your text' });
    await field.fill(blocked);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Not approved: the policy blocks this text').waitFor();
    expect(await page.getByRole('list', { name: 'Findings' }).getByText(/^tag-/).count()).toBeGreaterThan(0);
    expect(await page.locator('mark[data-severity="block"]').count()).toBeGreaterThan(0);
    expect(await field.inputValue()).toBe(blocked);
    expect(await accessibilityFaults(page)).toEqual([]);

    await field.fill('Socks first, then the boots');
    await page.getByRole('button', { name: 'Save and approve' }).click();
    await status(page, 'Edited and approved. 1 line left.');
    await page.getByRole('region', { name: 'Decided' }).getByText('Socks first, then the boots').waitFor();
  });

  it('rejects for another reason only with a comment', async () => {
    const service = await serviceWith(['Socks, then boots', 'The boot shelf']);
    const { page } = await desk(service);
    await begin(page);
    await page.keyboard.press('r');
    await page.keyboard.press('o');
    const comment = page.getByRole('textbox', { name: 'Comment (needed for “other”)' });
    await comment.waitFor();
    await page.getByRole('button', { name: 'Reject with this comment' }).click();
    await page.getByText('Say in a few words why.').waitFor();
    await comment.fill('rare 123 as');
    await page.keyboard.press('Control+Enter');
    await status(page, 'Rejected. 1 line left.');
    await page.getByText('“rare 123 as”').waitFor();
  });

  it('keeps the typed text when somebody else was faster, and says who and what', async () => {
    const service = await serviceWith(['Socks, then boots', 'The boot shelf']);
    const ana = await desk(service, 'Ana Ortiz');
    await begin(ana.page);
    await ana.page.keyboard.press('e');
    await ana.page.keyboard.type(' and my own words');

    const ben = await desk(service, 'Ben Okafor');
    await begin(ben.page);
    await ben.page.getByText('Ana Ortiz is looking at this line').waitFor();
    expect(await ben.page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    service.advance(11 * 60_000);
    await ben.page.reload();
    await ben.page.getByRole('button', { name: 'Approve' }).waitFor();
    await ben.page.keyboard.press('r');
    await ben.page.keyboard.press('1');
    await status(ben.page, 'Rejected. 1 line left.');

    await ana.page.keyboard.press('Control+Enter');
    await ana.page.getByText(/^Ben Okafor rejected this line at .*: Off-brand voice\.$/).waitFor();
    const field = ana.page.getByRole('textbox', { name: 'Your text' });
    expect(await field.inputValue()).toBe('Socks, then boots and my own words');
    expect(await accessibilityFaults(ana.page)).toEqual([]);
    await ana.page.reload();
    await ana.page.getByText('The boot shelf').waitFor();
    expect(ana.faults).toEqual([]);
  });

  it('keeps the typed text while the connection is gone, and saves it afterwards', async () => {
    const service = await serviceWith(['Socks, then boots', 'The boot shelf']);
    const { page } = await desk(service);
    await begin(page);
    await page.keyboard.press('e');
    await page.keyboard.type(', then the door');
    await page.context().setOffline(true);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Not saved: no connection.').waitFor();
    expect(await page.getByRole('textbox', { name: 'Your text' }).inputValue()).toBe(
      'Socks, then boots, then the door',
    );
    await page.context().setOffline(false);
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).first().click();
    await status(page, 'Edited and approved. 1 line left.');
  });

  it('fires no letter while somebody types, nor once letters are switched off', async () => {
    const service = await serviceWith(['Socks, then boots', 'The boot shelf']);
    const { page } = await desk(service);
    await begin(page);
    await page.keyboard.press('e');
    await page.keyboard.type('arjks?');
    expect(await page.getByRole('textbox', { name: 'Your text' }).inputValue()).toBe('Socks, then bootsarjks?');
    await page.keyboard.press('Escape');

    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('switch', { name: 'Single-letter keys' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('a');
    await page.reload();
    await page.getByRole('button', { name: 'Approve' }).waitFor();
    await page.keyboard.press('a');
    await page.getByRole('button', { name: 'Skip' }).click();
    await status(page, 'Skipped. The line stays in the queue.');
    expect(await page.getByRole('article').count()).toBe(2);
  });

  it('shows a line to those who may only read, without anything to decide it by', async () => {
    const service = await serviceWith(['Socks, then boots']);
    const { page } = await signedIn(browser, await service.signInLink('Chen Li', 'compliance'));
    await begin(page);
    await page.keyboard.press('a');
    expect(await page.getByRole('button', { name: /Approve|Reject|Edit/ }).count()).toBe(0);
    expect(await page.getByRole('article').count()).toBe(1);
  });
});

describe('showing lines', () => {
  it('runs nothing a line contains, and names what cannot be seen', async () => {
    const hostile = [
      '<img src=x onerror=alert(1)> boots',
      '<script>alert(2)</script> boots',
      'مرحبا boots שלום',
      'Boots\u200bfor 👨‍👩‍👧‍👦 walks',
      '\u202eboots backwards',
    ];
    const service = await serviceWith(hostile, lenient);
    const { page, faults } = await desk(service);
    await begin(page);
    await page.getByRole('article', { name: 'Line 5' }).waitFor();
    expect(await page.getByText('<img src=x onerror=alert(1)> boots').count()).toBe(1);
    expect(await page.locator('main img, main script').count()).toBe(0);
    expect(await page.getByText('zero-width space').count()).toBeGreaterThan(0);
    expect(await page.getByText('right-to-left override').count()).toBeGreaterThan(0);
    expect(await page.getByText('👨‍👩‍👧‍👦').count()).toBe(1);
    expect(faults).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('has nothing for axe to find in the %s scheme', async (colorScheme) => {
    const service = await serviceWith([blocked, "{{ first_name|default:'there' }}, socks", rather], lenient);
    const { page } = await signedIn(browser, await service.signInLink('Ana Ortiz'), { colorScheme });
    expect(await accessibilityFaults(page)).toEqual([]);
    await begin(page);
    expect(await page.locator('mark').count()).toBeGreaterThan(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('r');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('3');
    await page.getByRole('heading', { name: 'Decided' }).waitFor();
    await page.keyboard.press('e');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('fits a window of 320 pixels without scrolling sideways', async () => {
    const service = await serviceWith([rather, `W${'o'.repeat(45)}l`, 'Socks, then boots']);
    const viewport = { width: 320, height: 640 };
    const { page } = await signedIn(browser, await service.signInLink('Ana Ortiz'), { viewport });
    expect(await overflow(page)).toBe(0);
    await begin(page);
    expect(await overflow(page)).toBe(0);
    await page.keyboard.press('r');
    await page.getByText('Brief: no offer').click();
    expect(await overflow(page)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('says what to do when nothing waits', async () => {
    const service = await serviceWith([]);
    const { page } = await desk(service);
    await page.getByRole('heading', { name: 'Nothing waits for you' }).waitFor();
    expect(await page.getByText('data/examples/second-purchase.yaml').count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

const strict = { length: { warnAt: 50, max: 70 }, 'tag-fallback-required': {} };
/** Under which the lines that strict rules block reach a person too, with warnings. */
const lenient = { length: { warnAt: 50, max: 70 }, 'tag-fallback-required': { severity: 'warn' } };

/** A service with one cohort of boot buyers and these lines in review. */
async function serviceWith(texts: readonly string[], policyRules: Readonly<Record<string, object>> = strict) {
  const service = await reviewDesk({ consoleFolder, policyRules });
  running.push(service);
  if (texts.length === 0) return service;
  const brief = Brief.parse(parse(readFileSync('data/examples/second-purchase.yaml', 'utf8')));
  const cohorts = brief.cohorts.filter(({ externalId }) => externalId === 'boot-buyers');
  await service.putInReview(
    { ...brief, cohorts, candidatesPerCohort: texts.length },
    { 'boot-buyers': texts.map((text) => ({ text, angle: 'completion' })) },
  );
  return service;
}

async function desk(service: ReviewDesk, name = 'Ana Ortiz'): Promise<Desk> {
  return signedIn(browser, await service.signInLink(name));
}

/** Opens the first cohort, as a person does who begins. */
async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Begin with/ }).waitFor();
  await page.keyboard.press('j');
  await focused(page, 'Line 1');
}

async function status(page: Page, text: string): Promise<void> {
  await page.getByRole('status').getByText(text, { exact: true }).waitFor();
}

async function focused(page: Page, name: string): Promise<void> {
  await page.locator(`article[aria-label="${name}"]:focus`).waitFor();
}
