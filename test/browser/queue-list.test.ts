/** The queue as a list: narrowed, walked through, and several lines decided at once. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../src/guardrails/default-policy.ts';
import { openStore } from '../../src/store/open-store.ts';
import { fillQueue } from '../support/fill-queue.ts';
import { addRealBrand } from '../support/real-brand.ts';
import { realMoment } from '../support/real-moment.ts';
import { runningService } from '../support/running-service.ts';
import { sqliteDatabase } from '../support/test-databases.ts';
import { begin, blocked, browserDesks, focused, rather, status } from './support/desks.ts';
import { accessibilityFaults, overflow } from './support/page-faults.ts';

const desks = browserDesks();
const texts = ['Socks, then boots', 'The boot shelf', rather, 'Laces, at last', 'Polish for Sunday', 'Two by the door'];

async function openList(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'List', exact: true }).click();
  await page.getByRole('table', { name: 'Waiting lines' }).waitFor();
}

function row(page: Page, text: string) {
  return page.getByRole('row').filter({ hasText: text });
}

describe('the list', () => {
  it('decides several lines by keyboard, and says of each what became of it', async () => {
    const service = await desks.serviceWith(texts);
    const ana = await desks.open(service, 'Ana Ortiz');
    const { page } = ana;
    await openList(page);
    expect(await page.getByRole('row').count()).toBe(1 + texts.length);
    expect(await row(page, rather).getByText('Warning: length').count()).toBe(1);

    for (const key of ['j', 'j', 'k', 'x', 'j', 'j', 'Shift+X']) await page.keyboard.press(key);
    const chosen = page.getByRole('region', { name: 'Chosen lines' });
    await chosen.getByText('3 lines chosen').waitFor();
    await chosen.getByText('1 line with findings: it is approved one by one.').waitFor();
    expect(await chosen.getByRole('button', { name: 'Approve 3 lines' }).isDisabled()).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);

    // Ana's page learns nothing of it until she decides.
    await page.route('**/v1/review-counts*', () => {});
    await row(page, rather).getByRole('checkbox').uncheck();
    const ben = await desks.open(service, 'Ben Okafor');
    await begin(ben.page);
    await ben.page.locator('article').filter({ hasText: 'Laces, at last' }).click();
    await ben.page.keyboard.press('r');
    await ben.page.keyboard.press('6');
    await ben.page
      .getByRole('status')
      .getByText(/^Rejected/)
      .waitFor();
    await ben.page.getByRole('link', { name: 'Linewright' }).click();
    await ben.page.getByRole('button', { name: /^Begin with/ }).waitFor();
    await page.keyboard.press('a');
    await page
      .getByRole('status')
      .getByText(/^Approved 1 of 2\./)
      .waitFor();
    await row(page, 'The boot shelf').getByText('Approved', { exact: true }).waitFor();
    await row(page, 'Laces, at last')
      .getByText(/^Not approved: This line is rejected already/)
      .waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.unroute('**/v1/review-counts*');
    await page.getByRole('button', { name: 'Show what waits now' }).click();
    await row(page, 'The boot shelf').waitFor({ state: 'detached' });

    await page.getByRole('checkbox', { name: 'Choose all lines on this page' }).check();
    // Where the bar is at the foot of the window, what was said last stands above it and not on its buttons.
    await page.setViewportSize({ width: 1280, height: 560 });
    const footOf = async (name: string) => {
      const box = await page.getByRole('region', { name }).boundingBox();
      return { top: box?.y ?? 0, end: (box?.y ?? 0) + (box?.height ?? 0) };
    };
    expect((await footOf('Last act')).end).toBeLessThanOrEqual((await footOf('Chosen lines')).top);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.keyboard.press('r');
    await page.keyboard.press('1');
    await page.getByText('Nothing waits', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^Rejected/ }).click();
    await row(page, rather).getByText('Ana Ortiz · Off-brand voice').waitFor();
    await row(page, 'Laces, at last').getByText('Ben Okafor · Legal').waitFor();
    await page.getByRole('button', { name: /^Mine 5/ }).click();
    await row(page, 'The boot shelf').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(ana.faults).toEqual([]);
  });

  it('keeps what narrows it in the address, finds text, and opens a line in its cohort', async () => {
    const service = await desks.serviceWith([...texts, 'שרוכים למגפיים', '🥾 <script>alert(1)</script> up', blocked]);
    const { page, faults } = await desks.open(service, 'Ana Ortiz', 'copywriter', { colorScheme: 'dark' });
    await openList(page);
    await page.keyboard.press('/');
    await page.keyboard.type('BOOT');
    await row(page, 'Laces').waitFor({ state: 'detached' });
    expect(await page.getByRole('row').count()).toBe(4);
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'Risk' }).selectOption('With warnings');
    await row(page, 'The boot shelf').waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?search=BOOT&risk=warnings');
    await page.reload();
    await row(page, rather).waitFor();
    await page.getByRole('combobox', { name: 'Rule' }).selectOption('emoji');
    await page.getByText('No line fits').waitFor();
    await page.getByRole('button', { name: 'Show all' }).first().click();
    await row(page, 'שרוכים').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await overflow(page)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    for (const key of ['j', 'j', 'j', 'Enter']) await page.keyboard.press(key);
    await focused(page, 'Line 4');
    expect(await page.locator('article:focus').textContent()).toContain('Laces, at last');

    await openList(page);
    await page.getByRole('button', { name: /^Blocked/ }).click();
    await row(page, 'boots need socks').getByRole('button', { name: 'Ask for an override' }).waitFor();
    await page.keyboard.press('v');
    const dialog = page.getByRole('dialog', { name: 'Ask for an override' });
    await dialog.getByRole('textbox').press('Control+Enter');
    await dialog.getByText('Give a reason.').waitFor();
    await page.keyboard.type('Everybody gave a name.');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await status(page, 'Asked. A policy owner answers under Overrides.');
    await page.locator('tr:focus').getByText('Override asked for').waitFor();
    expect(await page.locator('tr:focus').innerText()).toContain('Ana Ortiz: Everybody gave a name.');
    expect(await page.getByRole('button', { name: 'Ask for an override' }).count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('walks through 5,000 waiting lines, and decides among them, without a wait', async () => {
    const database = await sqliteDatabase();
    const store = await openStore({ databaseUrl: database.databaseUrl });
    await addRealBrand(store, realMoment, 'loomwell', lengthOnly());
    await fillQueue(store, realMoment, { brandId: 'loomwell', lines: 5_000, perCohort: 50 });
    await store.close();
    const config = { databaseUrl: database.databaseUrl };
    const service = await runningService({ consoleFolder: desks.consoleFolder(), config });
    const person = { name: 'Ana Ortiz', brandIds: ['loomwell'], roles: ['copywriter'] as const };
    const { page, faults } = await desks.openAt(service, () => service.signInLink(person));
    try {
      await page.getByRole('heading', { name: '5,000 lines to decide in more than 25 cohorts' }).waitFor();
      await begin(page);
      for (let left = 49; left >= 47; left--) {
        await page.keyboard.press('a');
        await status(page, `Approved. ${left} lines left.`);
      }
      await openList(page);
      await page.getByRole('combobox', { name: 'Lines on a page' }).selectOption('100 a page');
      await page.getByText('1 to 100 of 4,997').waitFor();
      for (const shown of ['101 to 200 of 4,997', '201 to 300 of 4,997']) {
        await page.getByRole('button', { name: 'Next' }).click();
        await page.getByText(shown).waitFor();
      }
      const third = await page.getByRole('row').nth(1).textContent();
      await page.goBack();
      await page.getByText('101 to 200 of 4,997').waitFor();
      await page.goForward();
      await page.getByText('201 to 300 of 4,997').waitFor();
      expect(await page.getByRole('row').nth(1).textContent()).toBe(third);
      await page.getByRole('checkbox', { name: 'Choose all lines on this page' }).check();
      await page.getByText('At most 25 lines can be approved at once.').waitFor();
      expect(faults).toEqual([]);
    } finally {
      await page.context().close();
      await service.stop();
      await database.remove();
    }
  });
});

/** So that what is approved does not depend on what was approved before it. */
function lengthOnly() {
  const { length } = defaultPolicy.rules;
  if (!length) throw new Error('the default policy has a rule about length');
  return { ...defaultPolicy, rules: { length } };
}
