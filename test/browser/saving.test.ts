/** Decisions that show before they are saved: taken back, overtaken, and kept while there is no connection. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { begin, browserDesks, focused, status } from './support/desks.ts';
import { accessibilityFaults } from './support/page-faults.ts';

const desks = browserDesks();

/** Holds what is sent to decide lines until it is let go. */
async function holdDecisions(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('**/decisions', async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

describe('decisions that show at once', () => {
  it('are undone by a key while that is possible, and recalled with a reason after', async () => {
    const service = await desks.serviceWith(['Socks, then boots', 'The boot shelf', 'Boots again']);
    const { page, faults } = await desks.open(service);
    await begin(page);
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await status(page, 'Approved. 2 lines left.');
    await page.keyboard.press('z');
    await status(page, 'Undone. The line waits for a decision again.');
    await focused(page, 'Line 2');
    expect(await page.getByRole('article', { name: 'Line 2' }).innerText()).toContain('The boot shelf');

    await page.keyboard.press('r');
    await page.keyboard.press('1');
    await page.getByText('saved', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Undo: The boot shelf' }).click();
    await status(page, 'Undone. The line waits for a decision again.');
    await page.keyboard.press('a');
    await page.getByText('saved', { exact: true }).waitFor();

    service.advance(121_000);
    await page.keyboard.press('z');
    const dialog = page.getByRole('dialog', { name: 'Recall this line' });
    await dialog.getByText('“The boot shelf”').waitFor();
    await dialog.getByRole('button', { name: 'Recall the line' }).click();
    await dialog.getByText('Say in a few words why.').waitFor();
    await dialog.getByText(/^Its cohort needs/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('textbox').fill('The shelf is sold out');
    await page.keyboard.press('Control+Enter');
    await status(page, 'Recalled. It does not go out any more, and campaign tools are told why.');
    await page.getByText('recalled: The shelf is sold out').waitFor();
    expect(faults).toEqual([]);
  });

  it('come back with what happened where somebody was faster, and leave focus and typed text alone', async () => {
    const service = await desks.serviceWith(['Socks, then boots', 'The boot shelf', 'Boots again']);
    const ana = await desks.open(service, 'Ana Ortiz');
    await begin(ana.page);
    const letGo = await holdDecisions(ana.page);
    await ana.page.keyboard.press('a');
    await ana.page.keyboard.press('a');
    await focused(ana.page, 'Line 1');
    expect(await ana.page.getByRole('article').count()).toBe(1);
    expect(await ana.page.getByText('saving…').count()).toBe(3);
    await ana.page.keyboard.press('e');
    await ana.page.keyboard.type(', with wool');

    service.advance(11 * 60_000);
    const ben = await desks.open(service, 'Ben Okafor');
    await begin(ben.page);
    await ben.page.keyboard.press('r');
    await ben.page.keyboard.press('1');
    await ben.page.getByText('saved', { exact: true }).waitFor();
    await ben.page.getByRole('link', { name: 'Linewright' }).click();
    letGo();
    await ana.page
      .getByRole('alert')
      .getByText(/Ben Okafor rejected this line at .*: Off-brand voice\./)
      .waitFor();
    await ana.page.keyboard.type(' and more');
    expect(await ana.page.getByRole('textbox', { name: 'Your text' }).inputValue()).toBe(
      'Boots again, with wool and more',
    );
    await ana.page.getByRole('button', { name: 'Undo: The boot shelf' }).waitFor();
    expect(await accessibilityFaults(ana.page)).toEqual([]);
    await ana.page.getByRole('button', { name: 'Put this notice away' }).click();
    expect(await ana.page.getByRole('alert').count()).toBe(0);
  });

  it('are kept while there is no connection, said plainly, and saved as soon as it is back', async () => {
    const service = await desks.serviceWith(['Socks, then boots', 'The boot shelf', 'Boots again', 'Wool']);
    const { page } = await desks.open(service);
    await begin(page);
    await page.context().setOffline(true);
    await page.keyboard.press('a');
    await page.keyboard.press('r');
    await page.keyboard.press('4');
    await page.keyboard.press('a');
    await page.getByText('No connection. 3 decisions not saved yet.').waitFor();
    await page.keyboard.press('z');
    await status(page, 'Taken back. Nothing was saved.');
    await page.getByText('No connection. 2 decisions not saved yet.').waitFor();
    expect(await page.getByRole('article').count()).toBe(2);
    expect(await accessibilityFaults(page)).toEqual([]);

    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    expect((await asked).type()).toBe('beforeunload');

    await page.context().setOffline(false);
    await status(page, 'Connected again. 2 decisions saved.');
    expect(await page.getByText('No connection.').count()).toBe(0);
    await page.reload();
    await page.getByRole('article', { name: 'Line 2' }).waitFor();
    const outcomes = await page.getByRole('region', { name: 'Decided' }).getByRole('listitem').allInnerTexts();
    expect(outcomes.map((text) => text.split('\n')[0]).sort()).toEqual(['Approved', 'Rejected']);
  });
});
