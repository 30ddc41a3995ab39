/** Looking approved lines up, copying them, and taking one back. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { approveAll } from './support/approve-all.ts';
import { browserDesks, lenient, status } from './support/desks.ts';
import { accessibilityFaults, overflow } from './support/page-faults.ts';

const desks = browserDesks();
const named = "{{ first_name|default:'there' }}, socks for your boots";
const hostile = '=<img src=x onerror=alert(1)> boots';
const arabic = 'أحذية boots 👢 جديدة';
const long = `Bo${'o'.repeat(60)}ts`;

describe('the library', () => {
  it('finds a line, copies it for another platform, and takes it back with a reason', async () => {
    const service = await desks.serviceWith([named, hostile, arabic, long], lenient);
    const permissions = ['clipboard-read', 'clipboard-write'];
    const { page, faults } = await desks.open(service, 'Ana Ortiz', 'copywriter', { permissions });
    await approveAll(page);
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    const lines = page.getByRole('list', { name: 'Approved lines' }).locator('> li');
    await lines.nth(3).waitFor();
    expect(await lines.filter({ hasText: 'In release grace' }).count()).toBe(4);
    expect(await page.getByRole('button', { name: 'Copy' }).count()).toBe(0);
    service.advance(130_000);
    await page.reload();
    await page.getByRole('button', { name: 'Copy', exact: true }).nth(3).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.keyboard.press('/');
    await page.keyboard.type('SOCKS for');
    await expect.poll(() => lines.count()).toBe(1);
    expect(new URL(page.url()).searchParams.get('q')).toBe('SOCKS for');
    const copied = () => page.evaluate<string>('navigator.clipboard.readText()');
    await page.getByRole('button', { name: 'Copy' }).click();
    await status(page, `Copied: ${named}`);
    expect(await copied()).toBe(named);
    await page.getByLabel('Copy for').selectOption({ label: 'HubSpot' });
    await page.getByRole('button', { name: 'Copy' }).click();
    await expect.poll(copied).toBe("{{ personalization_token('contact.firstname', 'there') }}, socks for your boots");
    await page.getByLabel('Copy for').selectOption({ label: 'MailerLite' });
    await page.getByRole('button', { name: 'Copy' }).click();
    await page
      .getByRole('alert')
      .getByText(/"\{\{ first_name\|default:'there' \}\}".*MailerLite has no fallbacks/)
      .waitFor();

    const download = page.waitForEvent('download');
    await page.getByRole('searchbox').fill('');
    await expect.poll(() => lines.count()).toBe(4);
    await page.getByRole('button', { name: 'Download CSV' }).click();
    const csv = readFileSync(await (await download).path(), 'utf8');
    expect(csv).toContain("'=<img src=x onerror=alert(1)> boots");
    expect(csv.split('\r\n')).toHaveLength(6);

    await page.getByRole('link', { name: hostile }).click();
    await page.getByRole('button', { name: 'Recall this line' }).click();
    await page.getByText('Its cohort needs 2 and has 3 left').or(page.getByText('which is enough')).waitFor();
    await page.getByRole('dialog', { name: 'Recall this line' }).getByRole('textbox').press('Control+Enter');
    await page.getByText('Say in a few words why.').waitFor();
    await page.keyboard.type('No page is up yet.');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await status(page, 'Recalled. It does not go out any more, and campaign tools are told why.');
    await page.locator('h1:focus').waitFor();
    await page.getByText(/^Over since .*: No page is up yet\.$/).waitFor();
    expect(await page.getByRole('button', { name: 'Recall this line' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Back to the library' }).click();
    await page.getByRole('button', { name: 'Recalled' }).click();
    await expect.poll(() => lines.count()).toBe(1);
    expect(await page.locator('main img, main script').count()).toBe(0);
    expect(faults).toEqual([]);

    const owner = await desks.open(service, 'Ola Berg', 'policy-owner', {
      colorScheme: 'dark',
      viewport: { width: 320, height: 640 },
    });
    await owner.page.goto(`${service.url}/library?state=live&writer=embedded-writer`);
    await owner.page.getByRole('link', { name: arabic }).waitFor();
    expect(await overflow(owner.page)).toBe(0);
    expect(await accessibilityFaults(owner.page)).toEqual([]);
    await owner.page.getByRole('link', { name: long }).click();
    await owner.page.getByRole('heading', { name: 'Where it was used' }).waitFor();
    expect(await owner.page.getByRole('button', { name: 'Recall this line' }).count()).toBe(0);
    expect(await overflow(owner.page)).toBe(0);
    expect(await accessibilityFaults(owner.page)).toEqual([]);
  });
});
