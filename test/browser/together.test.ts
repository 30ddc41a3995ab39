/** Two people, lost connections and lost sessions: what somebody typed stays. */
import { describe, expect, it } from 'vitest';
import { begin, bootBrief, browserDesks, status, toQueue } from './support/desks.ts';
import { accessibilityFaults } from './support/page-faults.ts';

const desks = browserDesks();

describe('working beside others', () => {
  it('keeps the typed text when somebody else was faster, and says who and what', async () => {
    const service = await desks.serviceWith(['Socks, then boots', 'The boot shelf']);
    const ana = await desks.open(service, 'Ana Ortiz');
    await begin(ana.page);
    await ana.page.keyboard.press('e');
    await ana.page.keyboard.type(' and my own words');

    const ben = await desks.open(service, 'Ben Okafor');
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
    const service = await desks.serviceWith(['Socks, then boots', 'The boot shelf']);
    const { page } = await desks.open(service);
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

  it('gives the lines back as soon as somebody goes elsewhere', async () => {
    const service = await desks.serviceWith(['Socks, then boots']);
    const ana = await desks.open(service, 'Ana Ortiz');
    await begin(ana.page);
    const ben = await desks.open(service, 'Ben Okafor');
    await begin(ben.page);
    await ben.page.getByText('Ana Ortiz is looking at this line').waitFor();
    await ana.page.getByRole('link', { name: 'Linewright' }).click();
    await ben.page.getByRole('button', { name: 'Approve' }).waitFor();
    expect(await ben.page.getByText('Ana Ortiz is looking at this line').count()).toBe(0);
    await toQueue(ana.page);
    await begin(ana.page);
    await ana.page.getByText('Ben Okafor is looking at this line').waitFor();
  });

  it('keeps the typed text when the session ends, for whoever signs in again in this tab', async () => {
    const service = await desks.serviceWith(['Socks, then boots']);
    const { page } = await desks.open(service);
    await begin(page);
    await page.keyboard.press('e');
    await page.keyboard.type(', then the door');
    await page.context().clearCookies();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
    await page.goto(await service.signInLink('Ana Ortiz'));
    await toQueue(page);
    await page.getByRole('button', { name: /^Begin with/ }).waitFor();
    service.advance(11 * 60_000);
    await page.keyboard.press('j');
    await page.getByRole('button', { name: 'Go on editing' }).click();
    expect(await page.getByRole('textbox', { name: 'Your text' }).inputValue()).toBe(
      'Socks, then boots, then the door',
    );
  });

  it('shows new work by itself, and the brand one asks for', async () => {
    const service = await desks.serviceWith([], { length: { max: 70 } }, ['tilden-row', 'ferrow']);
    const { page } = await desks.open(service);
    await page.getByRole('heading', { name: 'Nothing waits for you' }).waitFor();
    const lines = { 'boot-buyers': [{ text: 'Socks, then boots', angle: 'completion' as const }] };
    await service.putInReview(bootBrief(1), lines);
    await page.getByRole('heading', { name: '1 line to decide in 1 cohort' }).waitFor();
    const other = { brand: 'ferrow', campaign: { externalId: 'ferrow-boots', name: 'Boots at Ferrow' } };
    await service.putInReview(bootBrief(1, other), lines);
    await page.getByRole('heading', { name: '2 lines to decide in 2 cohorts' }).waitFor();
    await page.getByRole('combobox', { name: 'Brand' }).selectOption('The ferrow shop');
    await page.getByRole('heading', { name: '1 line to decide in 1 cohort' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Boots at Ferrow' }).count()).toBe(1);
    expect(await page.getByRole('heading', { name: 'Second purchase' }).count()).toBe(0);
  });
});
