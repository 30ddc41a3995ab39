/** What waits and how it goes, in a real browser. */
import { describe, expect, it } from 'vitest';
import { browserDesks, rather } from './support/desks.ts';
import { accessibilityFaults, overflow } from './support/page-faults.ts';

const desks = browserDesks();

describe('home', () => {
  it('shows a copywriter what waits and where to begin, and an admin how lines fared, each chart as a table too', async () => {
    const service = await desks.serviceWith(['Socks, then boots', 'Boots, then socks', rather]);
    const { page, faults } = await desks.open(service);
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await page.getByRole('heading', { name: '3 lines to decide' }).waitFor();
    await page.getByText('a guess until more is decided').waitFor();
    expect(await page.getByText('Cost of a usable line').count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: /^Begin with/ }).click();
    await page.locator('article[aria-label="Line 1"]:focus').waitFor();

    const { page: ada } = await desks.open(service, 'Ada Admin', 'admin');
    await ada.goto(`${service.url}/?days=7`);
    await ada.getByText('Cost of a usable line').waitFor();
    const rules = ada.getByRole('region', { name: 'Lines held back or warned of, by rule' });
    await rules.getByRole('img', { name: /^The same as bars/ }).waitFor();
    await ada.emulateMedia({ colorScheme: 'dark' });
    expect(await accessibilityFaults(ada)).toEqual([]);
    await rules.getByRole('button', { name: 'Table' }).click();
    const row = rules.getByRole('row', { name: /^length/ });
    expect(await row.getByRole('cell').allTextContents()).toEqual(['0', '1', '100%']);
    const models = ada.getByRole('region', { name: 'Pass rate by model' });
    await models.getByRole('button', { name: 'Table' }).click();
    await models.getByRole('columnheader', { name: 'Passed the policy' }).waitFor();
    await ada.emulateMedia({ colorScheme: 'light' });
    await ada.setViewportSize({ width: 320, height: 800 });
    expect(await accessibilityFaults(ada)).toEqual([]);
    expect(await overflow(ada)).toBe(0);

    const { page: cleo, faults: hers } = await desks.open(service, 'Cleo Compliance', 'compliance');
    await cleo.goto(`${service.url}/`);
    await cleo.getByRole('region', { name: 'Overrides and second approvals' }).waitFor();
    await cleo.getByRole('button', { name: 'Check every event' }).click();
    await cleo.getByText(/Whole, \d+ events/).waitFor();
    await cleo.getByRole('region', { name: 'Audit chains' }).getByRole('link').click();
    await cleo.getByRole('rowheader', { name: /^1 / }).waitFor();
    expect(await accessibilityFaults(cleo)).toEqual([]);
    const download = cleo.waitForEvent('download');
    await cleo.getByRole('button', { name: 'Download every event' }).click();
    expect((await download).suggestedFilename()).toMatch(/^audit-events-.*\.csv$/);
    await cleo.goto(`${service.url}/evidence?brand=tilden-row&event=1`);
    await cleo.getByRole('heading', { name: 'Events up to number 4' }).waitFor();
    expect(await cleo.locator('tr[aria-current]').count()).toBe(1);
    await cleo.setViewportSize({ width: 320, height: 800 });
    expect(await overflow(cleo)).toBe(0);
    expect([...faults, ...hers]).toEqual([]);
  }, 60_000);
});
