/** The queue one cohort at a time: who is where, what comes next, and what the readers know already. */
import { describe, expect, it } from 'vitest';
import { begin, bootBrief, browserDesks, focused, status } from './support/desks.ts';
import { accessibilityFaults } from './support/page-faults.ts';

const desks = browserDesks();

/** The boot buyers again, in another campaign, which needs its lines by a day and so comes first. */
function datedBrief() {
  const campaign = { externalId: 'dated', name: 'By a day' };
  const [cohort] = bootBrief(2).cohorts;
  if (!cohort) throw new Error('the brief has a cohort');
  const cohorts = [{ ...cohort, name: 'Boot buyers, again' }];
  return bootBrief(2, { campaign, cohorts, needBy: '2027-03-08T09:00:00.000Z' });
}

describe('one cohort at a time', () => {
  it('leads people to different cohorts, and lets one take over from another', async () => {
    const service = await desks.serviceWith(['Socks, then boots', 'The boot shelf']);
    const lines = [{ text: 'Laces, at last', angle: 'completion' as const }];
    await service.putInReview(datedBrief(), { 'boot-buyers': lines });
    const ana = await desks.open(service, 'Ana Ortiz');
    await begin(ana.page);
    const first = new URL(ana.page.url()).pathname;
    await ana.page.getByText('None in the last 90 days.').waitFor();
    await ana.page.getByText('Dry and warm.').waitFor();
    const acts = ana.page.locator('article[aria-current] button', {
      hasText: /^(Approve|Edit|Reject|Send|Comment|Skip)/,
    });
    const tops = await Promise.all((await acts.all()).map(async (act) => (await act.boundingBox())?.y));
    expect([tops.length, new Set(tops).size]).toEqual([6, 1]);

    const ben = await desks.open(service, 'Ben Okafor');
    await ben.page.getByRole('navigation', { name: 'Queue' }).getByText('Ana Ortiz, until').waitFor();
    await begin(ben.page);
    expect(new URL(ben.page.url()).pathname).not.toBe(first);
    await ben.page.keyboard.press('n');
    await ben.page.waitForURL((url) => url.pathname === first);
    const holder = ben.page.getByRole('complementary', { name: 'Who holds these lines' });
    await holder.getByText('Ana Ortiz holds 1 line until').waitFor();
    expect(await ben.page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    expect(await accessibilityFaults(ben.page)).toEqual([]);
    await holder.getByRole('button', { name: 'Take over' }).click();
    const asked = ben.page.getByRole('dialog', { name: 'Take these lines over?' });
    await asked.getByText(/^Ana Ortiz has held 1 line since .*, until .* unless they go on\.$/).waitFor();
    await asked.locator('button:focus', { hasText: 'Leave them' }).waitFor();
    expect(await accessibilityFaults(ben.page)).toEqual([]);
    await asked.getByRole('button', { name: 'Take over 1 line' }).click();
    await status(ben.page, 'You hold these lines now.');
    await ben.page.getByRole('button', { name: 'Approve' }).waitFor();
    await focused(ben.page, 'Line 1');
    await ana.page.getByText('Ben Okafor is looking at this line').waitFor();
    expect([...ana.faults, ...ben.faults]).toEqual([]);
  });

  it('has the next cohort ready before it is asked for, with what its readers got', async () => {
    const service = await desks.serviceWith(['Socks, then boots']);
    const lines = [{ text: 'Laces, at last', angle: 'completion' as const }];
    await service.putInReview(datedBrief(), { 'boot-buyers': lines });
    const { page, faults } = await desks.open(service);
    const isReady = page.waitForResponse((response) => response.url().includes('/v1/review-items?cohort='));
    await begin(page);
    await isReady;
    await page.keyboard.press('a');
    await page.getByRole('button', { name: 'Next: Ankle boots, first purchase' }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    await page.keyboard.press('n');
    await focused(page, 'Line 1');
    expect(await page.locator('article:focus').textContent()).toContain('Socks, then boots');
    await page.context().setOffline(false);
    await page.reload();
    const known = page.getByRole('complementary', { name: 'Brief' });
    await known.getByText('Laces, at last').waitFor();
    expect(faults).toEqual([]);
  });
});
