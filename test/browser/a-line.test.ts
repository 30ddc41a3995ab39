/** One line in a real browser: edited with live findings, seen as inboxes show it, and with all that happened to it. */
import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { begin, browserDesks, focused, status } from './support/desks.ts';
import { accessibilityFaults, overflow } from './support/page-faults.ts';

const desks = browserDesks();

const rules = {
  length: { warnAt: 50, max: 70 },
  'tag-fallback-required': { severity: 'warn' },
  'near-duplicate': {},
  'banned-terms': { terms: [{ term: 'guaranteed', suggest: 'promised' }, 'bargain'] },
};
const fieldOf = (page: Page) => page.getByRole('textbox', { name: 'Your text' });
const editor = (page: Page) => page.getByRole('region', { name: 'Edit this line' });

describe('editing a line', () => {
  it('shows what saving would find while one types, takes suggestions by key, and shows what was changed', async () => {
    const service = await desks.serviceWith(['Socks, then boots', 'The boot shelf'], rules);
    const { page, faults } = await desks.open(service);
    await begin(page);
    await page.keyboard.press('e');
    await editor(page).getByText('This text passes', { exact: true }).waitFor();
    await page.keyboard.type(', guaranteed');
    await editor(page).getByText('The policy blocks this text', { exact: true }).waitFor();
    await status(page, 'The policy blocks this text.');
    expect(await editor(page).locator('mark[data-severity="block"]').innerText()).toContain('guaranteed');
    expect(await editor(page).getByRole('region', { name: 'Your changes' }).locator('ins').innerText()).toContain(
      'guaranteed',
    );
    await editor(page).getByText('Why').first().click();
    await editor(page).getByText('in force since').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    await fieldOf(page).focus();
    await page.keyboard.press('Alt+1');
    expect(await fieldOf(page).inputValue()).toBe('Socks, then boots, promised');
    await status(page, 'This text passes.');
    await page.keyboard.press('Escape');
    await focused(page, 'Line 1');
    await page.keyboard.press('e');
    expect(await fieldOf(page).inputValue()).toBe('Socks, then boots, promised');
    await page.keyboard.press('Control+Enter');
    await status(page, 'Edited and approved. 1 line left.');

    await page.keyboard.press('e');
    await fieldOf(page).fill('Socks, then boots, as promised');
    await editor(page)
      .getByText(/^Seen on .* in Second purchase, and here:$/)
      .waitFor();
    expect(await editor(page).getByRole('list', { name: 'Findings' }).locator('ins').innerText()).toContain('as ');
    expect(faults).toEqual([]);
  });

  it('never shows an old answer for a newer text, and says so where there is none', async () => {
    const service = await desks.serviceWith(['Socks, then boots', 'The boot shelf'], rules);
    const { page } = await desks.open(service);
    const held: Route[] = [];
    await page.route('**/v1/review-items/*/checks', (route) =>
      /bargain/.test(route.request().postData() ?? '') ? void held.push(route) : route.continue(),
    );
    await begin(page);
    await page.keyboard.press('e');
    await editor(page).getByText('This text passes', { exact: true }).waitFor();
    const asked = page.waitForRequest((request) => /bargain/.test(request.postData() ?? ''));
    await fieldOf(page).fill('A bargain');
    await asked;
    await editor(page).getByText('What is shown below is of an older text.').waitFor();
    await fieldOf(page).fill('Socks, boots, and the walk');
    await editor(page).getByText('26 characters').waitFor();
    // The page has given the older request up; its answer goes nowhere.
    for (const route of held) await route.continue().catch(() => undefined);
    await page.waitForTimeout(400);
    expect(await editor(page).getByText('This text passes', { exact: true }).count()).toBe(1);
    expect(await editor(page).getByRole('list', { name: 'Findings' }).count()).toBe(0);

    await page.context().setOffline(true);
    await fieldOf(page).fill('Socks, boots, and the walk home');
    await editor(page).getByText('Not checked: no connection.').waitFor();
    expect(await fieldOf(page).inputValue()).toBe('Socks, boots, and the walk home');
    await page.context().setOffline(false);
    await editor(page).getByText('31 characters').waitFor();
  });
});

describe('a line in the inbox', () => {
  it('is shown for the unluckiest reader first, in any script, without running anything', async () => {
    const lines = [
      '{{ first_name }}, socks for your boots',
      'مرحبا {{ first_name|default:"صديقي" }} boots',
      'Boots\u200bfor 👨‍👩‍👧‍👦 walks <img src=x onerror=alert(1)>',
    ];
    const service = await desks.serviceWith(lines, rules);
    const { page, faults } = await desks.open(service);
    await begin(page);
    await page.keyboard.press('p');
    const inbox = page.getByRole('region', { name: 'In the inbox' });
    const first = inbox.getByRole('listitem').first();
    await first.getByText('A value is missing').waitFor();
    expect(await first.getByText(', socks for your boots', { exact: true }).count()).toBe(3);
    await inbox.getByRole('button', { name: /^Show \d+ more readers?$/ }).click();
    expect(await inbox.getByText('Loren, socks for your boots').count()).toBe(3);
    await inbox.getByRole('button', { name: 'Dark' }).click();
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.keyboard.press('j');
    await page.getByRole('article', { name: 'Line 2' }).getByRole('region', { name: 'In the inbox' }).waitFor();
    expect(await inbox.locator('bdi[dir="auto"]').first().innerText()).toContain('مرحبا');
    await page.keyboard.press('j');
    const hostile = page.getByRole('article', { name: 'Line 3' });
    await hostile.getByText('zero-width space').nth(1).waitFor();
    expect(await hostile.locator('img').count()).toBe(0);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflow(page)).toBe(0);
    await page.keyboard.press('p');
    expect(await inbox.count()).toBe(0);
    expect(faults).toEqual([]);
  });
});

describe('the history of a line', () => {
  it('tells the edit, who decided when and why, and what proves it', async () => {
    const service = await desks.serviceWith(['Socks, then boots', '<b>The</b> boot shelf'], rules);
    const { page, faults } = await desks.open(service);
    await begin(page);
    await page.keyboard.press('e');
    await page.keyboard.type(', and {{ first_name }}, you');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: /warning/ }).waitFor();
    await page.keyboard.press('2');
    await status(page, 'Edited and approved. 1 line left.');
    await page.keyboard.press('h');
    await page.getByRole('heading', { name: '<b>The</b> boot shelf' }).waitFor();
    await page.getByText('Waits for a decision.').waitFor();
    await page.goBack();

    await page.goto(`${service.url}/lines/${await approvedCandidate(page)}`);
    await page.getByRole('heading', { name: 'What happened' }).waitFor();
    await page.getByText('Edited and approved by Ana Ortiz').waitFor();
    await page.getByText('The warning passed: our style.').waitFor();
    expect(await page.locator('ins').innerText()).toContain('first_name');
    await page.getByText('Raw reply').click();
    await page.getByText('"candidates"').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflow(page)).toBe(0);

    await page.goto(`${service.url}/rules/length`);
    await page.getByRole('heading', { name: 'What it is for' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(faults).toEqual([]);
  });
});

/** The edited text of the one approved line; its page is that of the line it was edited from. */
function approvedCandidate(page: Page): Promise<string> {
  return page.evaluate(
    `fetch('/v1/review-items?state=approved').then((answer) => answer.json()).then(({ data }) => data[0].decision.candidateId)`,
  );
}
