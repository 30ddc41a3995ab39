/** What a brand says of itself, its policy rule by rule, and trying texts against it. */
import { describe, expect, it } from 'vitest';
import { approveAll } from './support/approve-all.ts';
import { browserDesks, lenient, rather, status } from './support/desks.ts';
import { accessibilityFaults, overflow } from './support/page-faults.ts';

const desks = browserDesks();

describe('a brand', () => {
  it('shows its voice and policy, lets texts be tried, and can be paused', async () => {
    const service = await desks.serviceWith([rather], lenient);
    const { page, faults } = await desks.open(service, 'Ana Ortiz', 'copywriter');
    await approveAll(page);
    await page.keyboard.press('g');
    await page.keyboard.press('b');
    await page.getByText('Dry and warm.').waitFor();

    const parts = page.getByRole('navigation', { name: 'Parts of the brand' });
    await parts.getByRole('link', { name: 'Policy' }).click();
    const rules = page.getByRole('list', { name: 'Rules' }).locator('> li');
    await expect.poll(() => rules.count()).toBe(2);
    await page.keyboard.press('/');
    await page.keyboard.type('length');
    await expect.poll(() => rules.count()).toBe(1);
    await rules.getByText('100% of 1 decided passed with a reason').waitFor();
    await rules.getByText(/^\d+ settings$/).click();
    await rules.getByText('tilden-row/policy.yaml, line 1').first().waitFor();
    await rules.getByText('Why, with examples').click();
    await rules.getByText('What it is for').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('searchbox').fill('');
    await page.getByRole('button', { name: /^Off/ }).click();
    await expect.poll(() => rules.count()).toBeGreaterThan(30);

    await parts.getByRole('link', { name: 'Playground' }).click();
    const subject = page.getByLabel('Subject line');
    await subject.fill('{{ first_name }}, <img src=x onerror=a()>');
    await page.getByText('This text carries a warning', { exact: true }).waitFor();
    await page.getByRole('heading', { name: /^Voice: \d+ of 100$/ }).waitFor();
    await page.getByRole('heading', { name: 'In the inbox' }).waitFor();
    await subject.press('Alt+1');
    await expect.poll(() => subject.inputValue()).toContain("{{ first_name|default:'there' }}");
    await page.getByText('This text passes', { exact: true }).waitFor();
    await page.getByLabel('For a campaign').selectOption({ index: 1 });
    await page.getByLabel('Brief and cohort').selectOption({ label: 'boot-buyers' });
    await page.getByText('This text passes', { exact: true }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.locator('main img, main script').count()).toBe(0);

    await parts.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Pause drafting' }).click();
    await page.getByText('Say in a few words why.').waitFor();
    await page.getByLabel('Reason').fill('New <b>prices</b> come on Monday');
    await page.keyboard.press('Enter');
    await status(page, 'Drafting is paused.');
    await page.getByText('New <b>prices</b> come on Monday').waitFor();
    await page.getByRole('button', { name: 'Resume drafting' }).click();
    await status(page, 'Drafting goes on.');
    expect(faults).toEqual([]);

    const small = { colorScheme: 'dark', viewport: { width: 320, height: 640 } } as const;
    const officer = await desks.open(service, 'Ola Berg', 'compliance', small);
    for (const [view, heading] of [
      ['voice', 'Exemplars'],
      ['policy', 'Policy'],
      ['playground', 'Try a line'],
      ['settings', 'Merge attributes'],
    ] as const) {
      await officer.page.goto(`${service.url}/brands/tilden-row?view=${view}&rules=all`);
      if (view === 'policy') await officer.page.getByRole('link', { name: 'length', exact: true }).waitFor();
      else await officer.page.getByRole('heading', { name: heading }).waitFor();
      expect([view, await overflow(officer.page)]).toEqual([view, 0]);
      expect(await accessibilityFaults(officer.page)).toEqual([]);
    }
    expect(await officer.page.getByRole('button', { name: 'Pause drafting' }).count()).toBe(0);
    await officer.page.goto(`${service.url}/brands/none`);
    await officer.page.getByRole('alert').getByText('There is no brand "none" among yours.').waitFor();
  });
});
