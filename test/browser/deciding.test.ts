/** Deciding lines in a real browser, against the whole product. */
import { describe, expect, it } from 'vitest';
import { begin, blocked, browserDesks, focused, rather, status } from './support/desks.ts';
import { accessibilityFaults } from './support/page-faults.ts';

const desks = browserDesks();

describe('deciding', () => {
  it('takes a whole cohort from the keyboard alone', async () => {
    const service = await desks.serviceWith([
      'Socks, then boots',
      rather,
      'Boots again',
      'The boot shelf',
      'Wool, then boots',
    ]);
    const { page, faults } = await desks.open(service);
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
    const service = await desks.serviceWith(['Socks, then boots', 'The boot shelf']);
    const { page } = await desks.open(service);
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
    const service = await desks.serviceWith(['Socks, then boots', 'The boot shelf']);
    const { page } = await desks.open(service);
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

  it('fires no letter while somebody types, nor once letters are switched off', async () => {
    const service = await desks.serviceWith(['Socks, then boots', 'The boot shelf']);
    const { page } = await desks.open(service);
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
    const service = await desks.serviceWith(['Socks, then boots']);
    const { page } = await desks.open(service, 'Chen Li', 'compliance');
    await begin(page);
    await page.keyboard.press('a');
    await page.getByText('You can read along.').waitFor();
    expect(await page.getByRole('button', { name: /Approve|Reject|Edit/ }).count()).toBe(0);
    expect(await page.getByRole('article').count()).toBe(1);
  });

  it('drafts more lines where all were rejected', async () => {
    const service = await desks.serviceWith(['Socks, then boots']);
    const { page } = await desks.open(service);
    await begin(page);
    await page.keyboard.press('r');
    await page.keyboard.press('6');
    await status(page, 'Rejected. No lines left.');
    service.willWrite('boot-buyers', [{ text: 'Wool inside, weather outside', angle: 'benefit' }]);
    await page.getByRole('button', { name: 'Draft more lines' }).click();
    await page.getByRole('article', { name: 'Line 1' }).getByText('Wool inside, weather outside').waitFor();
    expect(await page.getByRole('region', { name: 'Decided' }).getByRole('listitem').count()).toBe(1);
  });
});
