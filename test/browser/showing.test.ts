/** What the screen shows, to everyone. */
import { describe, expect, it } from 'vitest';
import { begin, blocked, bootBrief, browserDesks, lenient, rather } from './support/desks.ts';
import { accessibilityFaults, overflow } from './support/page-faults.ts';

const desks = browserDesks();

describe('showing lines', () => {
  it('runs nothing a line contains, and names what cannot be seen', async () => {
    const hostile = [
      '<img src=x onerror=alert(1)> boots',
      '<script>alert(2)</script> boots',
      'مرحبا boots שלום',
      'Boots\u200bfor 👨‍👩‍👧‍👦 walks',
      '\u202eboots backwards',
    ];
    const service = await desks.serviceWith(hostile, lenient);
    const { page, faults } = await desks.open(service);
    await begin(page);
    await page.getByRole('article', { name: 'Line 5' }).waitFor();
    expect(await page.getByText('<img src=x onerror=alert(1)> boots').count()).toBe(1);
    expect(await page.locator('main img, main script').count()).toBe(0);
    expect(await page.getByText('zero-width space').count()).toBeGreaterThan(0);
    expect(await page.getByText('right-to-left override').count()).toBeGreaterThan(0);
    expect(await page.getByText('👨‍👩‍👧‍👦').count()).toBe(1);
    expect(faults).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('has nothing for axe to find in the %s scheme', async (colorScheme) => {
    const service = await desks.serviceWith([blocked, "{{ first_name|default:'there' }}, socks", rather], lenient);
    const { page } = await desks.open(service, 'Ana Ortiz', 'copywriter', { colorScheme });
    expect(await accessibilityFaults(page)).toEqual([]);
    await begin(page);
    expect(await page.locator('mark').count()).toBeGreaterThan(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('r');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('3');
    await page.getByRole('heading', { name: 'Decided' }).waitFor();
    await page.keyboard.press('e');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('fits a window of 320 pixels without scrolling sideways', async () => {
    const service = await desks.serviceWith([blocked, `W${'o'.repeat(45)}l`, rather], lenient);
    const viewport = { width: 320, height: 640 };
    const { page } = await desks.open(service, 'Ana Ortiz', 'copywriter', { viewport });
    expect(await overflow(page)).toBe(0);
    await begin(page);
    expect(await overflow(page)).toBe(0);
    await page.keyboard.press('r');
    await page.getByText('Brief: no offer').click();
    expect(await overflow(page)).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('says what to do when nothing waits', async () => {
    const service = await desks.serviceWith([]);
    const { page } = await desks.open(service);
    await page.getByRole('heading', { name: 'Nothing waits for you' }).waitFor();
    expect(await page.getByText('data/examples/second-purchase.yaml').count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('gives the queue a page at a time', async () => {
    const service = await desks.serviceWith([]);
    const [cohort] = bootBrief(1).cohorts;
    if (!cohort) throw new Error('the example brief has boot buyers');
    const externalIds = Array.from({ length: 27 }, (_, index) => `cohort-${index + 1}`);
    const cohorts = externalIds.map((externalId) => ({ ...cohort, externalId, name: `Readers of ${externalId}` }));
    const lines = [{ text: 'Socks, then boots', angle: 'completion' as const }];
    const { page } = await desks.open(service);
    await service.putInReview(
      bootBrief(1, { cohorts }),
      Object.fromEntries(externalIds.map((externalId) => [externalId, lines])),
    );
    const links = page.getByRole('navigation', { name: 'Queue' }).getByRole('link');
    await page.getByRole('button', { name: 'Load more' }).click();
    await links.nth(26).waitFor();
    expect(await links.count()).toBe(27);
    expect(await page.getByRole('button', { name: 'Load more' }).count()).toBe(0);
  });
});
