/** What a copywriter does with lines besides deciding them, in a real browser. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Brief } from '../../src/domain/brief.ts';
import { begin, blocked, browserDesks, focused, rather, status } from './support/desks.ts';
import { accessibilityFaults, faultsInBothSchemes } from './support/page-faults.ts';

const desks = browserDesks();
const lineOf = (text: string) => ({ text, angle: 'completion' as const });

/** The boot buyers and the jeans buyers, with lines of their own. */
function twoCohorts(): Brief {
  const brief = Brief.parse(parse(readFileSync('data/examples/second-purchase.yaml', 'utf8')));
  const cohorts = brief.cohorts.filter(({ externalId }) => ['boot-buyers', 'jeans-buyers'].includes(externalId));
  return { ...brief, cohorts, candidatesPerCohort: 2 };
}

describe('lines besides their decisions', () => {
  it('are commented on, sent back with a wish, written by oneself and asked for, all from the keyboard', async () => {
    const service = await desks.serviceWith(['Socks, then boots', 'The boot shelf', 'Boots again']);
    const { page, faults } = await desks.open(service);
    await begin(page);
    await page.keyboard.press('c');
    await page.keyboard.type('Are socks in stock? c b w');
    expect(await faultsInBothSchemes(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await status(page, 'Comment saved. The line still waits.');
    await focused(page, 'Line 1');
    const first = page.getByRole('article', { name: 'Line 1' });
    await first.getByRole('list', { name: 'Comments' }).getByText('Are socks in stock? c b w').waitFor();
    expect(await first.getByRole('list', { name: 'Comments' }).innerText()).toContain('Ana Ortiz');

    service.willWrite('boot-buyers', [lineOf('Warm socks for the boots')]);
    await page.keyboard.press('b');
    await page.getByRole('button', { name: 'Send back' }).last().click();
    await page.getByText('Say what should be different.').waitFor();
    await page.getByRole('textbox', { name: 'What should be different?' }).fill('Warmer');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await status(page, 'Sent back. A new line is being drafted with your wish.');
    await page.getByRole('article').getByText('Warm socks for the boots').waitFor();
    const decided = page.getByRole('region', { name: 'Decided' });
    await decided.getByText('“Warmer”').waitFor();
    await decided.getByRole('link', { name: 'History' }).click();
    await page.getByText('Sent back; another line was drafted in its place.').waitFor();
    const happened = page.getByRole('region', { name: 'What happened' }).getByRole('listitem');
    await happened.filter({ hasText: /^Comment by Ana Ortiz.*Are socks in stock/s }).waitFor();
    await happened.filter({ hasText: /^Sent back by Ana Ortiz.*Warmer/s }).waitFor();
    await page.goBack();
    await page.locator('article').first().waitFor();

    await page.keyboard.press('w');
    await page.keyboard.type(blocked);
    await page.keyboard.press('Control+Enter');
    await page.getByText('The policy blocks this text, so it does not go before review.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Your line' }).fill('Boots like company');
    await page.keyboard.press('Control+Enter');
    await status(page, 'Your line waits for a decision, like any other.');
    await page.locator('article:focus').getByText('Boots like company').waitFor();

    service.willWrite('boot-buyers', [lineOf('Good to the last step'), lineOf('A second pair, quietly')]);
    await page.getByRole('button', { name: 'More lines with a wish' }).click();
    await page.getByRole('combobox', { name: 'How many' }).selectOption('2');
    await page.getByRole('textbox', { name: 'How should they be?' }).fill('Warmer');
    await page.getByRole('button', { name: 'Draft them' }).click();
    await status(page, '2 more lines being drafted. They appear here by themselves.');
    await page.getByRole('article').getByText('A second pair, quietly').waitFor();
    expect(faults).toEqual([]);
  });

  it('are approved for further cohorts with a result for each, and changed word by word over a campaign', async () => {
    const service = await desks.serviceWith([]);
    await service.putInReview(twoCohorts(), {
      'boot-buyers': [lineOf(rather), lineOf('The boot shelf')],
      'jeans-buyers': [lineOf('Jeans and more'), lineOf('Shelf, meet shelf')],
    });
    const { page, faults } = await desks.open(service);
    await begin(page);
    await page.keyboard.press('a');
    await page.keyboard.press('1');
    await page.getByText('saved', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^For more cohorts/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Approve for more cohorts' });
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: 'Approve for 1 cohort' }).click();
    await dialog.getByText('Approved for 0 cohorts, one waits for your reason.').waitFor();
    await dialog.getByText('Shorten to 50 characters').waitFor();
    expect(await faultsInBothSchemes(page)).toEqual([]);
    await page.keyboard.press('3');
    await dialog.getByText('Approved for 1 cohort.').waitFor();
    await dialog.locator('button:focus', { hasText: 'Done' }).waitFor();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });

    await page.getByRole('link', { name: 'Replace a word in this campaign' }).click();
    await page.getByRole('textbox', { name: 'Find' }).fill('shelf');
    await page.getByRole('textbox', { name: 'Put in its place' }).fill('rack');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '2 lines would change' }).waitFor();
    expect(await page.getByRole('list', { name: 'Changed lines' }).locator('del').count()).toBeGreaterThan(1);
    expect(await faultsInBothSchemes(page)).toEqual([]);
    await page.getByRole('button', { name: 'Change 2 lines' }).click();
    await status(page, '2 lines changed. They wait for a decision.');
    await page
      .getByRole('link', { name: /first purchase/ })
      .first()
      .click();
    await page.getByRole('article').getByText(/rack/i).first().waitFor();
    expect(await page.getByRole('article').getByText(/shelf/i).count()).toBe(0);
    expect(faults).toEqual([]);
  });
});
