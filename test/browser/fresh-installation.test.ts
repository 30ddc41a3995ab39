/** Keys of campaign tools, webhooks with their log, and the first steps, in a real browser on a fresh database. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildConsole } from '../../src/console-build.ts';
import { startBrowser } from '../support/browser.ts';
import { type RunningService, runningService } from '../support/running-service.ts';
import { accessibilityFaults, overflow, watch } from './support/page-faults.ts';

describe('a fresh installation', () => {
  let browser: Browser;
  let service: RunningService;
  let page: Page;
  let faults: string[];
  let receiver: Server;
  const received: string[] = [];
  beforeAll(async () => {
    const consoleFolder = await buildConsole({ info: () => {}, warn: () => {}, error: () => {} });
    service = await runningService({ consoleFolder, config: { webhookAllowPrivate: true } });
    receiver = createServer((request, response) => {
      received.push(request.headers['webhook-id']?.toString() ?? '');
      request.resume();
      response.writeHead(204).end();
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    browser = await startBrowser();
    page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    page.setDefaultTimeout(15_000);
    faults = watch(page, service.url);
    await page.goto(await service.signInLink());
  });
  afterAll(async () => {
    await browser?.close();
    receiver?.close();
    await service?.stop();
  });

  it('shows the whole way by the example brief instead of an empty page', async () => {
    await page.getByRole('heading', { name: 'See the whole way with an example' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send the example brief' }).click();
    const steps = page.getByRole('region', { name: 'First steps' });
    await steps.getByText('1 of 4').waitFor();
    await steps.getByRole('button', { name: 'Show me' }).click();
    // What a step speaks of is outlined, takes the focus on demand, and says to a screen reader what the step says.
    const shown = page.locator('[data-tour-shown]');
    await page.locator('[data-tour-shown] a:focus').waitFor();
    expect(await shown.innerText()).toContain('Second purchase');
    const outline = `getComputedStyle(document.querySelector('[data-tour-shown]')).outlineStyle`;
    expect(await page.evaluate<string>(outline)).toBe('solid');
    await steps.getByRole('button', { name: 'Next' }).click();
    await page
      .getByRole('button', { name: /^Begin with/, description: /2 of 4 Queue: lines that the policy/ })
      .waitFor();
    await page.locator('[aria-label="First steps"]:focus').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.reload();
    await steps.getByText('2 of 4').waitFor();
    await steps.getByRole('button', { name: 'Show me' }).press('Enter');
    await page.keyboard.press('Enter');
    await page.locator('article:focus').waitFor();
    await page
      .locator('[data-tour-shown]')
      .getByRole('button', { name: /^Approve/ })
      .waitFor();
    const { y, height } = (await shown.boundingBox()) ?? { y: -1, height: 0 };
    expect(y > 0 && y + height < 900).toBe(true);
    await steps.getByRole('button', { name: 'Next' }).press('Enter');
    await page.locator('[data-tour-shown]').getByText('No line is approved yet').waitFor();
    await page.keyboard.press('Escape');
    await steps.waitFor({ state: 'detached' });
    expect(await page.locator('main:focus').count()).toBe(1);
    expect(await shown.count()).toBe(0);
    await page.goto(`${service.url}/queue`);
    await page.reload();
    await page.getByRole('button', { name: /^Begin with/ }).waitFor();
    expect(await steps.count()).toBe(0);
  });

  it('makes a key for a tool, shows it once, replaces and revokes it', async () => {
    await page.goto(`${service.url}/keys`);
    await page.getByRole('button', { name: 'Add a tool' }).click();
    await page.getByLabel('Name').fill('Mailroom');
    await page.getByRole('checkbox', { name: 'Tilden Row' }).setChecked(true);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const tool = page.getByRole('region', { name: 'Mailroom' });
    await tool.getByRole('button', { name: 'Make a key' }).click();
    await tool.getByRole('button', { name: 'Make the key' }).click();
    const shown = page.getByRole('region', { name: 'New key for Mailroom' });
    const secret = (await shown.locator('code').textContent()) ?? '';
    expect(secret).toMatch(/^lw_key_[0-9a-f]{64}$/);
    expect(await accessibilityFaults(page)).toEqual([]);
    await shown.getByRole('button', { name: 'Done' }).click();
    await page.reload();
    await tool.getByText('Never used').waitFor();
    expect(await page.content()).not.toContain(secret);
    await tool.getByText('Every brand of the tool').waitFor();
    await tool.getByRole('button', { name: /^Replace key/ }).click();
    const replacing = tool.getByRole('form', { name: /^Replace key/ });
    await replacing.getByRole('checkbox', { name: /^Every brand/ }).uncheck();
    await replacing.getByRole('checkbox', { name: 'Tilden Row' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await replacing.getByRole('button', { name: 'Make the new key' }).click();
    await tool.getByText('Only Tilden Row').waitFor();
    await page.getByRole('region', { name: 'New key for Mailroom' }).waitFor();
    await tool
      .getByRole('button', { name: /^Revoke key/ })
      .first()
      .click();
    await tool.getByRole('button', { name: 'End it now, for good' }).click();
    await tool.getByText('Revoked', { exact: true }).waitFor();
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await overflow(page)).toBe(0);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('adds an address that is told, sends it a test, and shows its log', async () => {
    const { port } = receiver.address() as unknown as AddressInfo;
    await page.goto(`${service.url}/webhooks`);
    await page.getByRole('button', { name: 'Add an address' }).click();
    await page.getByLabel('Address', { exact: true }).fill('no address');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page
      .getByRole('form', { name: 'Add an address' })
      .locator('[class*="error"], [role="alert"]')
      .first()
      .waitFor();
    await page.getByLabel('Address', { exact: true }).fill(`http://127.0.0.1:${port}/hook`);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page
      .getByRole('region', { name: 'Secret of the webhook' })
      .getByText(/^whsec_/)
      .waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    const card = page.getByRole('region', { name: /^Webhook http/ });
    await card.getByRole('button', { name: 'Send a test' }).click();
    await card.getByText('The test message arrived: the receiver answered 204.').waitFor();
    expect(received).toHaveLength(1);
    await card.getByRole('button', { name: 'Log' }).click();
    await card.getByText('Nothing was sent yet.').waitFor();
    await card.getByRole('button', { name: 'Change' }).click();
    const change = card.getByRole('form', { name: /^Change the webhook/ });
    await change.getByLabel('Address').fill('ftp://example.com');
    await change.getByRole('button', { name: 'Save' }).click();
    await change.locator('[class*="error"]').first().waitFor();
    await change.getByLabel('Address').fill(`http://127.0.0.1:${port}/hook/again`);
    await change.getByRole('checkbox', { name: 'Everything' }).uncheck();
    expect(await accessibilityFaults(page)).toEqual([]);
    await change.getByRole('button', { name: 'Save' }).click();
    await card.getByRole('heading', { name: `http://127.0.0.1:${port}/hook/again` }).waitFor();
    await card.getByText('told of line.approved, line.revoked').waitFor();
    await card.getByRole('button', { name: 'Turn off' }).click();
    await card.getByText('Off').waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await overflow(page)).toBe(0);
    expect(faults).toEqual([]);
  });
});
