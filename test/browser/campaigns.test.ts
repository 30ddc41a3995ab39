/** Somebody who plans campaigns: the list, a request as it is worked on. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { bootBrief, browserDesks } from './support/desks.ts';
import { accessibilityFaults, overflow } from './support/page-faults.ts';

const desks = browserDesks();
const line = (text: string) => ({ text, angle: 'completion' as const });
const hostile = '<img src=x onerror=alert(1)> boots \u202eהנה';

/** A brief with boot buyers, who get lines, and walkers, who get none. */
function twoCohorts() {
  const brief = bootBrief(2);
  const [buyers] = brief.cohorts;
  if (!buyers) throw new Error('the example brief has boot buyers');
  const walkers = { ...buyers, externalId: 'walkers', name: hostile };
  return { ...brief, campaign: { externalId: 'boots', name: hostile }, cohorts: [buyers, walkers] };
}

/** Pauses the drafting of the brand with a reason, or resumes it. */
async function pause(page: Page, reason: string | null): Promise<void> {
  const sent = reason === null ? { method: 'DELETE' } : { method: 'PUT', body: JSON.stringify({ reason }) };
  await page.evaluate(
    `fetch('/v1/brands/tilden-row/pause', { headers: { 'content-type': 'application/json' }, ...${JSON.stringify(sent)} })`,
  );
}

describe('following a request', () => {
  it('goes from the list to a request, sees it become ready, and mends what got stuck', async () => {
    const service = await desks.serviceWith([]);
    const { page, faults } = await desks.open(service);
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.getByRole('heading', { name: 'No campaign yet' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    await service.putInReview(twoCohorts(), { 'boot-buyers': [line('Socks for boots'), line('Care for boots')] });
    await page.reload();
    await page.getByRole('main').getByRole('link').first().waitFor();
    expect(await page.getByText(hostile).count()).toBe(1);
    expect(await page.getByText('1 stuck').count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('/');
    await page.keyboard.type('nothing like it');
    await page.getByRole('heading', { name: 'No campaign is like that' }).waitFor();
    expect(new URL(page.url()).searchParams.get('search')).toBe('nothing like it');
    await page.getByRole('button', { name: 'Show all campaigns' }).click();
    await page.getByRole('link', { name: 'boots' }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');

    await page.getByText('followed live').waitFor();
    await page.getByText('Failed', { exact: true }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    service.willWrite('walkers', [line('Walk on')]);
    await page.getByRole('button', { name: /^Draft again: <img/ }).click();
    await page.getByRole('link', { name: /^Review 1 line/ }).waitFor();

    const other = await page.context().newPage();
    await other.goto(
      await page.getByRole('link', { name: /^Review 2 lines/ }).evaluate((link) => `${Reflect.get(link, 'href')}`),
    );
    await other.getByRole('article', { name: 'Line 1' }).waitFor();
    for (const left of ['has 1', 'has 2']) {
      await other.keyboard.press('a');
      await other.getByText(left).first().waitFor();
    }
    await page.getByRole('listitem').filter({ hasText: 'boot-buyers' }).getByText('Ready').waitFor();
    await page.getByText('1 of 2').waitFor();

    await page.getByRole('button', { name: /^Cancel… <img/ }).click();
    await page.getByRole('textbox', { name: /^Why/ }).fill('The list was merged.');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('listitem').filter({ hasText: 'walkers' }).getByText('Cancelled', { exact: true }).waitFor();
    await page.getByText('The list was merged.').waitFor();
    await page.getByText('Revisions of the brief').click();
    await page.getByText('Revision 1').waitFor();
    expect(faults).toEqual([]);
  });

  it('says that it is paused and held back, and goes on by itself where the connection is lost', async () => {
    const service = await desks.serviceWith(['Socks, then boots', 'The boot shelf'], {}, ['tilden-row'], {
      horizonDays: 0.001,
    });
    const id = await service.send(bootBrief(2, { campaign: { externalId: 'later', name: 'Later' } }));
    const { page, faults } = await desks.open(service, 'Ana Ortiz', 'copywriter', { colorScheme: 'dark' });
    await pause(page, hostile);
    await page.goto(`${service.url}/requests/${id}`);
    await page.getByText(/^Drafting for this brand is paused since .*: <img src=x/).waitFor();
    await page.getByText(/^1 cohort is held back until the people who decide have room\./).waitFor();
    await page.getByText('held back for now').waitFor();
    await page.getByText('followed live').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect([await overflow(page), await accessibilityFaults(page)]).toEqual([0, []]);

    await page.route('**/events', (route) => route.abort());
    await page.reload();
    await page.getByText('held back for now').waitFor();
    expect(await page.getByText('followed live').count()).toBe(0);
    await pause(page, null);
    await page.getByText(/^Drafting for this brand is paused since/).waitFor({ state: 'detached' });
    expect(await page.getByText(/^Drafting for this brand is paused/).count()).toBe(0);
    await page.route(`**/v1/variant-requests/${id}`, (route) => route.abort());
    // Somebody who comes back to the window asks at once.
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    const lost = page.getByRole('alert');
    await lost.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await page.getByText('held back for now').count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.unroute(`**/v1/variant-requests/${id}`);
    await lost.getByRole('button', { name: 'Try again' }).click();
    await lost.waitFor({ state: 'detached' });
    // What was cut off is told by the browser as well.
    expect(faults.filter((fault) => !fault.includes('ERR_FAILED'))).toEqual([]);
  });

  it('shows it in the dark and within 320 pixels, and offers no act to those who only read', async () => {
    const service = await desks.serviceWith([]);
    await service.putInReview(twoCohorts(), { 'boot-buyers': [line('Socks for boots')] });
    const { page, faults } = await desks.open(service, 'Mia Chen', 'compliance', {
      colorScheme: 'dark',
      viewport: { width: 320, height: 640 },
    });
    await page.getByRole('link', { name: 'Campaigns' }).click();
    await page.getByRole('link', { name: 'boots' }).waitFor();
    expect([await overflow(page), await accessibilityFaults(page)]).toEqual([0, []]);
    expect(await page.getByRole('button', { name: 'New campaign' }).count()).toBe(0);
    await page.getByRole('link', { name: 'boots' }).click();
    await page.getByText('Failed', { exact: true }).waitFor();
    expect([await overflow(page), await accessibilityFaults(page)]).toEqual([0, []]);
    expect(await page.getByRole('button', { name: /Draft|Change|Cancel/ }).count()).toBe(0);
    expect(faults).toEqual([]);
  });
});
