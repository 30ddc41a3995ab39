/** What the console shows to whoever may read and not decide, and to somebody who is something else in each brand. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { approveAll } from './support/approve-all.ts';
import { begin, blocked, bootBrief, browserDesks, status } from './support/desks.ts';
import { faultsInBothSchemes } from './support/page-faults.ts';

const desks = browserDesks();
const line = (text: string) => ({ text, angle: 'completion' as const });
const acts = /^(Approve|Edit|Reject|Send back|Skip|Write my own line|More lines with a wish|For more cohorts)/;

function placesOf(page: Page): Promise<string[]> {
  return page.getByRole('navigation', { name: 'Places' }).getByRole('link').allInnerTexts();
}

describe('the console by role', () => {
  it('shows a compliance officer everything, and lets them comment and recall and nothing else', async () => {
    const service = await desks.serviceWith(['Socks, then boots']);
    const ana = await desks.open(service, 'Ana Ortiz');
    await approveAll(ana.page);
    await service.putInReview(bootBrief(2, { campaign: { externalId: 'two', name: 'Two' } }), {
      'boot-buyers': [line('The boot shelf'), line(blocked)],
    });
    const { page, faults } = await desks.open(service, 'Cleo Marsh', 'compliance');
    expect(await placesOf(page)).not.toContain('People');
    await begin(page);
    expect(await page.getByRole('button', { name: acts }).count()).toBe(0);
    for (const key of ['a', 'e', 'r', 'b', 's', 'w']) await page.keyboard.press(key);
    expect(await page.getByRole('article', { name: 'Line 1' }).innerText()).toContain('The boot shelf');
    expect(await page.getByRole('textbox').count()).toBe(0);
    await page.keyboard.press('c');
    await page.keyboard.type('Is this shelf sold?');
    await page.keyboard.press('Control+Enter');
    await status(page, 'Comment saved. The line still waits.');
    expect(await faultsInBothSchemes(page)).toEqual([]);

    await page.getByRole('link', { name: 'List', exact: true }).click();
    await page.getByRole('row').filter({ hasText: 'The boot shelf' }).waitFor();
    expect(await page.getByRole('checkbox').count()).toBe(0);
    await page.getByRole('button', { name: /^Blocked/ }).click();
    await page.getByRole('row').filter({ hasText: 'boots need socks' }).waitFor();
    expect(await page.getByRole('button', { name: /override/i }).count()).toBe(0);
    await page.keyboard.press('v');
    expect(await page.getByRole('dialog').count()).toBe(0);

    await page.goto(`${service.url}/campaigns`);
    await page.getByRole('link', { name: 'Two' }).waitFor();
    expect(await page.getByRole('button', { name: 'New campaign' }).count()).toBe(0);
    await page.goto(`${service.url}/campaigns/new`);
    await page.getByRole('heading', { name: 'New campaign' }).waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    await page.goto(`${service.url}/library`);
    await page.getByRole('link', { name: 'Socks, then boots' }).click();
    await page.getByRole('button', { name: 'Recall this line' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('The claim is not proven.');
    await page.keyboard.press('Control+Enter');
    await status(page, 'Recalled. It does not go out any more, and campaign tools are told why.');
    expect(await approved(page)).toEqual(['Socks, then boots: recalled']);
    expect([...ana.faults, ...faults]).toEqual([]);
  });

  it('follows the brand where somebody decides in one and reads in another', async () => {
    const service = await desks.serviceWith(['Socks, then boots'], {}, ['tilden-row', 'stannard-fell']);
    const other = bootBrief(1, { brand: 'stannard-fell', campaign: { externalId: 'axes', name: 'Axes' } });
    await service.putInReview(other, { 'boot-buyers': [line('Split, stack, season')] });
    const { page, faults } = await desks.openAt(service, () =>
      service.signInLinkWith('Noor Haddad', { 'tilden-row': ['copywriter'], 'stannard-fell': ['compliance'] }),
    );
    const queue = page.getByRole('navigation', { name: 'Queue' });
    await queue.getByText('2 lines waiting').waitFor();
    await queue.getByRole('region', { name: 'Axes' }).getByRole('link').click();
    await page.getByRole('article').getByText('Split, stack, season').waitFor();
    expect(await page.getByRole('button', { name: acts }).count()).toBe(0);
    await page.keyboard.press('a');
    await queue.getByRole('region', { name: 'Second purchase' }).getByRole('link').click();
    await page.getByRole('article').getByText('Socks, then boots').waitFor();
    await page.getByRole('button', { name: /^Approve/ }).waitFor();
    await page.keyboard.press('a');
    await page.getByText('saved', { exact: true }).waitFor();
    expect(await approved(page)).toEqual(['Socks, then boots: in-grace']);
    await page.goto(`${service.url}/campaigns/new`);
    await page.getByRole('heading', { name: /to fill in or mend$/ }).waitFor();
    const brands = page
      .getByRole('main')
      .getByRole('combobox', { name: /^Brand/ })
      .getByRole('option');
    expect(await brands.allInnerTexts()).toEqual(['The tilden-row shop']);
    expect(faults).toEqual([]);
  });
});

/** Every approved text, and how it stands. */
function approved(page: Page): Promise<string[]> {
  return page.evaluate(`fetch('/v1/library-lines')
    .then((answer) => answer.json())
    .then(({ data }) => data.map(({ text, standing }) => text + ': ' + standing))`);
}
