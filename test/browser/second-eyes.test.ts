/** Where one person's word is not enough: two pairs of eyes, and a block that a policy owner lifts. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { begin, blocked, browserDesks, focused, status } from './support/desks.ts';
import { accessibilityFaults } from './support/page-faults.ts';

const desks = browserDesks();

describe('more than one person', () => {
  it('approve a line where the brand asks for two: the first cannot approve it again, the second can', async () => {
    const service = await desks.serviceWith(['Socks, then boots', 'The boot shelf'], undefined, undefined, {
      fourEyes: { cohortSize: 1, rules: [] },
    });
    const ana = await desks.open(service, 'Ana Ortiz');
    await begin(ana.page);
    await ana.page.keyboard.press('a');
    await focused(ana.page, 'Line 1');
    await ana.page.getByText('You gave the first approval of this line. Somebody else gives the second.').waitFor();
    await ana.page.getByText('Approved once').waitFor();
    expect(await ana.page.getByRole('article').filter({ hasText: 'Socks, then boots' }).count()).toBe(0);
    expect(await approvedTexts(ana.page)).toEqual([]);
    await ana.page.getByRole('link', { name: 'Linewright' }).click();

    const ben = await desks.open(service, 'Ben Okafor');
    await begin(ben.page);
    await ben.page.getByText('Ana Ortiz approved it first', { exact: false }).waitFor();
    expect(await accessibilityFaults(ben.page)).toEqual([]);
    await ben.page.keyboard.press('a');
    await ben.page.getByText(/first approved by Ana Ortiz/).waitFor();
    expect(await approvedTexts(ben.page)).toEqual(['Socks, then boots']);
    expect([...ana.faults, ...ben.faults]).toEqual([]);
  });

  it('lift a block and approve: asked for by one, granted by another, approved by a third', async () => {
    const service = await desks.serviceWith(['Socks, then boots']);
    const ana = await desks.open(service, 'Ana Ortiz');
    await begin(ana.page);
    await ana.page.keyboard.press('e');
    await ana.page.getByRole('textbox', { name: 'Your text' }).fill(blocked);
    await ana.page.keyboard.press('Control+Enter');
    await ana.page.getByRole('button', { name: 'Ask for an override' }).click();
    await ana.page.getByRole('textbox', { name: 'Why should it pass' }).fill('Everybody in this cohort gave a name.');
    expect(await accessibilityFaults(ana.page)).toEqual([]);
    await ana.page.getByRole('button', { name: 'Ask', exact: true }).click();
    await ana.page.getByText('An override of this text is asked for.', { exact: false }).waitFor();

    const dora = await desks.open(service, 'Dora Lindt', 'policy-owner');
    await begin(dora.page);
    expect(await dora.page.getByRole('button', { name: /^(Approve|Edit|Reject)/ }).count()).toBe(0);
    await dora.page.keyboard.press('g');
    await dora.page.keyboard.press('o');
    const request = dora.page.getByRole('article', { name: 'Override asked by Ana Ortiz' });
    await request.getByText('Everybody in this cohort gave a name.').waitFor();
    expect(await accessibilityFaults(dora.page)).toEqual([]);
    await request.getByRole('button', { name: 'Grant' }).click();
    await request.getByText('Give a reason.').waitFor();
    await request.getByRole('textbox', { name: 'Why' }).fill('The list was checked.');
    await request.getByRole('button', { name: 'Grant' }).click();
    await status(dora.page, 'Granted. The line waits in the queue for somebody else.');
    await dora.page.getByText('Nobody waits for an answer.', { exact: false }).waitFor();

    await ana.page.getByRole('link', { name: 'Linewright' }).click();
    const ben = await desks.open(service, 'Ben Okafor');
    await begin(ben.page);
    const card = ben.page.getByRole('article').filter({ hasText: 'boots need socks' });
    await card.getByText('Override by Dora Lindt: The list was checked.').waitFor();
    expect(await accessibilityFaults(ben.page)).toEqual([]);
    await card.click();
    await card.getByRole('button', { name: 'Approve' }).click();
    await ben.page.getByText(/override by Dora Lindt: The list was checked\./).waitFor();
    expect(await approvedTexts(ben.page)).toEqual([blocked]);
    // The console tells of a refused text by the server's answer, which the browser notes as a failed request.
    expect([...dora.faults, ...ben.faults]).toEqual([]);
  });
});

/** The approved lines, as the library has them. */
async function approvedTexts(page: Page): Promise<string[]> {
  const answer = await page.request.get(new URL('/v1/library-lines', page.url()).href);
  const { data }: { data: { text: string }[] } = await answer.json();
  return data.map(({ text }) => text);
}
